"""The words by which people and their tools say what a speaker does with a claim."""

from __future__ import annotations

from typing import Final

from argumap.model import Act

ACT_WORDS: Final = {
    "asserts": (
        "asserts|assert|asserted|says|said|states|stated|claims|claimed|believes|holds|thinks|sagt|sagte|behauptet|"
        "erklärt|meint|dit|affirme|dice|afirma"
    ),
    "argues": "argues|argue|argued|argumentiert|argumente|argumenta",
    "endorses": ("endorses|endorsed|agrees that|agrees|agreed|accepts|accepted|supports|stimmt zu|approuve|apoya"),
    "concedes": (
        "concedes|concede|conceded|concession|conceding|admits|admitted|grants|granted|acknowledges|räumt ein|"
        "gibt zu|gesteht zu|zugeständnis|concède|admet|reconnaît|admite|reconoce|ammette|geeft toe"
    ),
    "disputes": "disputes|disputed|denies|denied|disagrees|rejects|rejected|bestreitet|lehnt ab|conteste",
    "questions": "questions|questioned|asks|asked|doubts|doubted|fragt|bezweifelt|demande|doute|pregunta",
    "supposes": "supposes|supposed|assumes|assumed|nimmt an|setzt voraus|suppose|supone",
    "presents": "presents|presented|reports|reported|stellt dar|berichtet|présente|rapporte|presenta",
}
"""The words of each act, in small letters, with ``|`` between them."""
_ACTS = {word: Act(act) for act, words in ACT_WORDS.items() for word in words.split("|")}


def find_act(word: str) -> Act | None:
    """The act that a word names; None for any other."""
    return _ACTS.get(" ".join(word.casefold().split()))
