"""Where somebody stands on an answer is told by the best they bring, and never by a count of points."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.board import build_boards
from argumap.phrases import LANGUAGE_FILES, get_phrases
from argumap.semantics import evaluate
from argumap.views.index.stand_words import StandWords, tell_stand
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
        pytest.param("a supports x", [], "silent", id="silent"),
        pytest.param("a supports x", ["asserts x"], "for: says so", id="says so"),
        pytest.param("a supports x", ["disputes x"], "against: says so", id="says not so"),
        pytest.param("a supports x", ["asserts a"], "for, with its one reason", id="its only reason"),
        pytest.param(
            "a supports x; b supports x; c supports a",
            ["asserts a"],
            "for, with its strongest reason",
            id="its strongest",
        ),
        pytest.param(
            "a supports x; b supports x; c supports a", ["asserts b"], "for, with one of its reasons", id="other"
        ),
        pytest.param(
            "a supports x; b supports x; c supports x",
            ["asserts a", "asserts b"],
            "for, with 2 of its 3 reasons",
            id="several",
        ),
        pytest.param(
            "a supports x; b supports x", ["asserts a", "asserts b"], "for, with all of its reasons", id="all"
        ),
        pytest.param("a attacks x", ["asserts a"], "against, with its one open objection", id="objection"),
        pytest.param(
            "a attacks x; b attacks a",
            ["asserts a"],
            "against, with an objection that is answered",
            id="answered",
        ),
        pytest.param(
            "a supports x; a attacks a", ["asserts a"], "for, with a reason that is unresolved", id="unresolved"
        ),
        pytest.param("a supports x; b supports a", ["asserts b"], "for, with a point further down", id="beneath"),
        pytest.param("a supports x; b attacks x", ["asserts a", "asserts b"], "for and against", id="both"),
        pytest.param(
            "a supports x", ["presents x", "asserts a"], "lays it out without taking sides", id="presents"
        ),
        pytest.param("a attacks x", ["presents x", "asserts a"], "lays it out, but objects", id="and objects"),
        pytest.param("a supports x", ["questions x"], "speaks to it, takes no side", id="no side"),
        pytest.param(
            "a supports x %", ["asserts a"], "takes no side; the map uses a point of theirs", id="used by the map"
        ),
    ],
)
def test_the_words(relations: str, speech: list[str], words: str) -> None:
    assert stand_words(relations, *speech).words == words


def test_the_sign_is_that_of_the_side_and_the_silent_are_marked() -> None:
    assert stand_words("a attacks x", "asserts a") == StandWords(
        "against", "against, with its one open objection", told=True
    )
    assert stand_words("a supports x") == StandWords("", "silent", told=False)


def test_what_is_only_like_it_is_told_as_that() -> None:
    assert (
        stand_words("a supports x", "asserts a", loosely=True).words
        == "for, with its one reason, in similar words"
    )


@pytest.mark.parametrize("language", LANGUAGE_FILES)
def test_every_language_has_the_words(language: str) -> None:
    assert stand_words("a attacks x; b attacks x", "asserts a", language=language).words
