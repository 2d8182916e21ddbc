"""Who says it behind what is said, or in its midst."""

from __future__ import annotations

import pytest

from spoken import frames


@pytest.mark.parametrize(
    ("text", "subject", "cue", "content"),
    [
        ("“The sound is full,” Ruben Ashgrove told us.", "Ruben Ashgrove", "told", "The sound is full."),
        ("“The school goes,” said Marit Oldane.", "Marit Oldane", "said", "The school goes."),
        ("“The wall is old,” the chair, Leo Marsh, said.", "the chair, Leo Marsh", "said", "The wall is old."),
        ("The dams, she said, explain nothing.", "she", "said", "The dams explain nothing."),
        (
            "“You don’t close a farm,” she said, “after a summer.”",
            "she",
            "said",
            "You don’t close a farm after a summer.",
        ),
    ],
)
def test_who_says_it_stands_behind_what_is_said(text: str, subject: str, cue: str, content: str) -> None:
    assert frames(text) == [(subject, cue, content)]
