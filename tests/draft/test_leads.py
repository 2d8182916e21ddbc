"""Who says it before what is said."""

from __future__ import annotations

import pytest

from argumap.draft import leads
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


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Your report quotes Councillor Haverstock as saying that the beach is dirty.", "Councillor Haverstock"),
        ("The Echo cited two wardens as saying that dogs bite.", "two wardens"),
        ("Councillor Ott was quoted in the Echo as saying that dogs were fine.", "Councillor Ott"),
    ],
)
def test_whoever_is_quoted_says_it_and_not_who_quotes(text: str, subject: str) -> None:
    assert [frame[0] for frame in frames(text)] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "Primary schools should offer free dinners from 2038.",
        "He might have added that the class was full.",
        "The mayor ought to say that it was wrong.",
        "The board could have told members that the pumps failed.",
    ],
)
def test_what_somebody_ought_to_say_nobody_has_said(text: str) -> None:
    assert frames(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The school at Pennick had closed for want of children.",
        "The bridge was shut and its claims that day were few.",
        "Your report that the beach is dirty was wrong.",
    ],
)
def test_a_clause_or_another_noun_before_a_verbs_form_is_no_subject(text: str) -> None:
    assert frames(text) == []


def test_a_name_that_is_a_helper_elsewhere_is_a_subject() -> None:
    assert frames("The man who has the keys says that it is late.")[0][0] == "The man who has the keys"


def test_a_text_without_stops_is_read_only_near_each_verb() -> None:
    before = "she said that he knew of the wall and they held that it was old and " * 100
    start = leads._find_clause(before)
    assert len(before) - start < 500
    assert leads._find_clause("The owners who said that ") == 0
    assert leads._find_clause("") == 0


def test_what_is_offered_somewhere_is_not_said() -> None:
    assert frames("In 2031 it was offered at the same hour as football.") == []
    assert [frame[1] for frame in frames("It was proposed that the hall be sold.")] == ["was proposed"]
