"""Whether a sentence says what ought to be done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.draft.cue_words import get_cue_words
from argumap.draft.demands import demands


@pytest.mark.parametrize(
    "text",
    [
        "The roof should be mended.",
        "We recommend that parks be funded.",
        "If it leaks, the roof must be mended.",
        "The city, which owns it, ought to mend the roof.",
    ],
)
def test_what_ought_to_be_done(text: str) -> None:
    assert demands(text, get_cue_words("en"))


@pytest.mark.parametrize(
    "text",
    [
        "The law that dogs must be led is not a suggestion.",
        "The council will vote on whether gifts must be told.",
        "I should like to tell them what it has done.",
        "It must have rained.",
        "Nobody proposes to take them down.",
        "The roof leaks.",
    ],
)
def test_what_only_sounds_like_it(text: str) -> None:
    assert not demands(text, get_cue_words("en"))


def test_what_opens_an_infinitive_is_the_languages_own() -> None:
    words = get_cue_words("en")
    assert not demands("The bridge ought to have closed.", words)
    assert demands("The bridge ought to have closed.", replace(words, infinitive=frozenset()))
