"""Where somebody stands on an answer is told by the best they bring, and never by a count of points."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.board import EntryState, build_boards
from argumap.phrases import LANGUAGE_FILES, get_phrases
from argumap.semantics import evaluate
from argumap.views._stand_words import StandWords, tell_stand
from debates import debate, said


def stand_words(relations: str, *speech: str, language: str = "en", loosely: bool = False) -> StandWords:
    """The words for where ann stands on x."""
    drawn = said(debate(relations, "x y"), "ann asserts y", "bob asserts a", *(f"ann {each}" for each in speech))
    drawn = replace(drawn, attributions=tuple(replace(a, loosely=loosely) for a in drawn.attributions))
    (board,) = build_boards(evaluate(drawn))
    at = next(n for n, answer in enumerate(board.answers) if answer.claim.id == "x")
    (ann,) = (person for person in board.people if person.stakeholder.id == "ann")
    return tell_stand(ann.stands[at], board.answers[at], get_phrases(language))


@pytest.mark.parametrize(
    ("relations", "speech", "words"),
    [
        pytest.param("a supports x", [], "says nothing on it", id="silent"),
        pytest.param("a supports x", ["asserts x"], "for it, outright", id="says so"),
        pytest.param(
            "a supports x; b supports x; c supports x",
            ["asserts x", "asserts a", "asserts b"],
            "for it, outright, with 2 of the 3 reasons",
            id="says so and why",
        ),
        pytest.param("a supports x", ["disputes x"], "against it, outright", id="says not so"),
        pytest.param("a supports x", ["asserts a"], "for it, with the one reason", id="its only reason"),
        pytest.param(
            "a supports x; b supports x; c supports a",
            ["asserts a"],
            "for it, with the strongest reason",
            id="its strongest",
        ),
        pytest.param(
            "a supports x; b supports x; c supports a",
            ["asserts b"],
            "for it, with one of the reasons",
            id="other",
        ),
        pytest.param(
            "b supports x; a supports x",
            ["asserts b"],
            "for it, with one of the reasons",
            id="as strong as the other",
        ),
        pytest.param(
            "a supports x; b supports x; c supports x",
            ["asserts a", "asserts b"],
            "for it, with 2 of the 3 reasons",
            id="several",
        ),
        pytest.param(
            "a supports x; b supports x", ["asserts a", "asserts b"], "for it, with all reasons", id="all"
        ),
        pytest.param("a attacks x", ["asserts a"], "against it, with the unanswered objection", id="objection"),
        pytest.param(
            "a attacks x; b attacks a",
            ["asserts a"],
            "against it, with an objection that is answered",
            id="answered",
        ),
        pytest.param(
            "a supports x; a attacks a", ["asserts a"], "for it, with a reason that is unresolved", id="unresolved"
        ),
        pytest.param(
            "a supports x; b supports a",
            ["asserts b"],
            "for it, with a point further down: “Claim b.”",
            id="beneath",
        ),
        pytest.param(
            "a supports x",
            ["disputes a"],
            "against it, disputing a reason for it: “Claim a.”",
            id="denies a reason",
        ),
        pytest.param(
            "a attacks x",
            ["disputes a"],
            "for it, disputing an objection to it: “Claim a.”",
            id="denies an objection",
        ),
        pytest.param("a supports x; b attacks x", ["asserts a", "asserts b"], "for and against", id="both"),
        pytest.param(
            "a supports x",
            ["presents x", "presents a"],
            "sets out the case for it, without taking sides",
            id="presents",
        ),
        pytest.param(
            "a supports x; b supports x",
            ["presents x", "asserts a"],
            "for it, with the strongest reason",
            id="argues",
        ),
        pytest.param("a supports x", ["questions x"], "speaks to it, takes no side", id="no side"),
        pytest.param(
            "a supports x %", ["asserts a"], "takes no side; the map uses a point of theirs", id="used by the map"
        ),
    ],
)
def test_the_words(relations: str, speech: list[str], words: str) -> None:
    assert stand_words(relations, *speech).words == words


def test_the_sign_is_that_of_the_side_and_the_silent_are_marked() -> None:
    words = "against it, with the unanswered objection"
    assert stand_words("a attacks x", "asserts a") == StandWords("against", words, words, told=True)
    assert stand_words("a supports x") == StandWords("", "says nothing on it", "says nothing on it", told=False)
    named = stand_words("a supports x; b supports a", "asserts b")
    assert named.words == f"{named.brief}: “Claim b.”"
    answered = stand_words("a attacks x; b attacks a", "asserts a")
    assert (answered.side, answered.state) == ("against", EntryState.ANSWERED)


def test_what_is_only_like_it_is_told_as_that() -> None:
    told = stand_words("a supports x", "asserts a", loosely=True)
    assert (told.words, told.hint) == ("for it, with the one reason", "in similar words")
    assert stand_words("a supports x", loosely=True).hint == ""


@pytest.mark.parametrize("language", LANGUAGE_FILES)
def test_every_language_has_the_words(language: str) -> None:
    assert stand_words("a attacks x; b attacks x", "asserts a", language=language).words
