"""Whom a sentence names as its source."""

from __future__ import annotations

import pytest

from spoken import frames


@pytest.mark.parametrize(
    ("text", "subject", "cue", "content"),
    [
        ("According to the survey, prices fell in May.", "the survey", "According to", "Prices fell in May."),
        ("Prices fell in May, according to the survey.", "the survey", "according to", "Prices fell in May."),
    ],
)
def test_a_phrase_names_the_source(text: str, subject: str, cue: str, content: str) -> None:
    assert frames(text) == [(subject, cue, content)]
