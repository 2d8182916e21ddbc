from __future__ import annotations

from argumap.text import LANGUAGES, tokens
from splitting import find_wrong

DUTCH = LANGUAGES["nl"]

SPLITS = {
    "two sentences": "De pont vertrok. | Niemand zwaaide.",
    "a mister": "Dhr. Prast sprak met mevr. Moor. | Zij zweeg.",
    "a jurist": "De heer mr. dr. K. Prast is notaris.",
    "for example": "Sommige plaatsen, bijv. Orle, verkochten niets.",
    "that is": "De raad wacht, d.w.z. Prast wacht.",
    "that is with spaces": "De raad wacht, d. w. z. Prast wacht.",
    "among others": "Er kwamen o.a. Duitsers en Belgen.",
    "millions": "De brug kost 12 mln. euro. | Dat is veel.",
    "millions before a name": "De brug kost 12 mln. Tolmer dukaten.",
    "millions at the end": "De brug kost 12 mln. | Dat is veel.",
    "and so on": "Men verkocht zout, brood, enz. | De winkel sloot.",
    "an evening": "Hij vertrok. | 's Avonds regende het.",
    "an evening with a curly mark": "Hij vertrok. | ’s Avonds regende het.",
    "it": "Ze wachtte. | 't Was koud.",
    "words that only look abbreviated": "Het is zo. | Piet weet het.",
    "a page": "Zie blz. 12 en art. 5 van het verslag.",
    "before Christ": "De dijk is van 300 v.Chr. | Hij houdt nog.",
    "before Christ with spaces": "De dijk is van 300 v. Chr. en houdt nog.",
    "a public company": "Hij kocht Moor B.V. | De molen sloot.",
    "quotes": "Hij zei: “De brug houdt.” | Niemand lachte.",
    "a question": "„Wie betaalt?” vroeg Prast. | Niemand wist het.",
    "the undersigned": "Met dank aan ir. Moor, namens drs. Prast.",
    "a decimal": "Het lek daalde met 3,5 procent. | Dat is weinig.",
    "an ellipsis": "Hij wachtte... | Toen ging hij.",
    "a date": "Gesloten van 3 jan. 2021 tot 4 feb. 2022.",
    "please": "Deur sluiten a.u.b. | De wind staat erop.",
}


def test_sentences_end_where_a_reader_ends_them() -> None:
    assert find_wrong("nl", SPLITS) == {}


def test_what_turns_a_sentence_round_and_what_counts_in_it() -> None:
    words = tokens(
        "Niemand verkoopt eenentwintig, geen tweeëndertig, tweehonderdtien, niet de helft van vijfduizend."
    )
    assert DUTCH.find_negators(words) == ["niemand", "geen", "niet"]
    assert DUTCH.find_numbers(words) == ["eenentwintig", "tweeëndertig", "tweehonderdtien", "helft", "vijfduizend"]
