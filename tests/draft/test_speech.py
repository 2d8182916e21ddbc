"""Who a sentence says it is saying, by which words, and what."""

from __future__ import annotations

import pytest

from spoken import find_spoken, frames


@pytest.mark.parametrize(
    ("text", "subject", "content"),
    [
        ("Die Prüferin sagt, dass das Brot besser wird.", "Die Prüferin", "Das Brot besser wird."),
        ("»Das Brot wird besser«, sagte Wiebke Amsel.", "Wiebke Amsel", "Das Brot wird besser."),
        (
            "Laut Wiebke Amsel, der Prüferin, wird das Brot besser.",
            "Wiebke Amsel, der Prüferin",
            "Wird das Brot besser.",
        ),
    ],
)
def test_german_is_read_as_well(text: str, subject: str, content: str) -> None:
    assert frames(text, "de") == [(subject, frames(text, "de")[0][1], content)]


@pytest.mark.parametrize(
    "text",
    [
        "The board, which has complained for years, met on Monday.",
        "They found a new home for the club.",
        "A company that tunes a model on clinical notes that nobody sees is safe.",
        "Prices rose.",
    ],
)
def test_no_speech_is_seen_where_there_is_none(text: str) -> None:
    assert not frames(text)


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    assert frames("Dalia Wenn saw a farce in it and said that algae had killed the fish.") == [
        ("", "said", "Algae had killed the fish.")
    ]


def test_what_is_said_by_nobody_named_is_marked() -> None:
    (frame, *_) = find_spoken("It has been said that parents want a place to park.")
    assert frame.impersonal
