"""Whether a reporting verb says anything in its sentence."""

from __future__ import annotations

import pytest

from argumap.draft.cue_words import get_cue_words
from argumap.draft.reporting_verbs import ReportingVerb
from spoken import frames


def verb(text: str) -> ReportingVerb:
    words = get_cue_words("en")
    match = next(words.verb.finditer(text))
    return ReportingVerb(text, text, match, words)


def test_the_noun_of_that_form_is_no_verb() -> None:
    assert verb("The ICS report warns of protests.").is_noun
    assert not verb("Protests are likely, the union warned.").is_noun


@pytest.mark.parametrize(
    ("text", "nothing"),
    [("They did not say whether it leaks.", True), ("They said that it leaks.", False)],
)
def test_a_verb_may_say_nothing(text: str, nothing: bool) -> None:
    assert verb(text).says_nothing is nothing


def test_a_verb_opens_a_clause() -> None:
    assert verb("She told the board that it leaks.").opens_clause
    assert not verb("She told the board.").opens_clause


@pytest.mark.parametrize(
    "text",
    [
        "Captain Seljord speaks for the pilots' association.",
        "Ada Roth, who spoke for the union of drivers, was late.",
        "The men will not strike, whatever the papers say.",
    ],
)
def test_for_whom_somebody_speaks_and_what_may_be_said_is_no_claim(text: str) -> None:
    assert frames(text) == []


def test_a_plan_is_spoken_for_all_the_same() -> None:
    assert [frame[0] for frame in frames("Ada Roth spoke for the new road.")] == ["Ada Roth"]
