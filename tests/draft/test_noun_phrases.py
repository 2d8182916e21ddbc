"""Where a subject ends in German."""

from __future__ import annotations

import pytest

from argumap.draft.cue_words import get_cue_words
from argumap.draft.noun_phrases import cut_subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("der Leiter der Schule Jan Roth am Montag", "der Leiter der Schule Jan Roth"),
        ("am Montag auch die SPD.", "die SPD"),
        ("Roth über den Damm", "Roth"),
        ("der Sprecher der Stadt, Jan Roth, der Zeitung", "der Sprecher der Stadt, Jan Roth"),
        ("den Plan der Stadt", ""),
        ("von Roth", "von Roth"),
        ("er im Radio", "er"),
    ],
)
def test_a_subject_ends_with_its_name(text: str, subject: str) -> None:
    assert cut_subject(text, get_cue_words("de"))[0] == subject


def test_two_that_und_joins_are_one_subject_of_a_verb_for_several() -> None:
    words = get_cue_words("de")
    assert cut_subject("die Stadt und der Kreis am Montag", words, several=True)[0] == "die Stadt und der Kreis"
    assert cut_subject("die Stadt und der Kreis am Montag", words)[0] == "die Stadt"
