"""Who says it before what is said."""

from __future__ import annotations

import pytest

from spoken import frames


@pytest.mark.parametrize(
    ("text", "subject", "cue", "content"),
    [
        ("The board maintains that pumps failed.", "The board", "maintains", "Pumps failed."),
        ("Ashgrove said pens out there cost more.", "Ashgrove", "said", "Pens out there cost more."),
        (
            "He does not believe that jobs are lost.",
            "He",
            "does not believe",
            "He does not believe that jobs are lost.",
        ),
        ("The firm denies that fish are harmed.", "The firm", "denies", "The firm denies that fish are harmed."),
        (
            "The clerk found, however, that ten votes were missing.",
            "The clerk",
            "found",
            "Ten votes were missing.",
        ),
    ],
)
def test_who_says_it_stands_before_what_is_said(text: str, subject: str, cue: str, content: str) -> None:
    assert frames(text) == [(subject, cue, content)]
