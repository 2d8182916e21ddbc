"""Reasons and objections are counted in the same words wherever they are counted."""

from __future__ import annotations

import pytest

from argumap.board import build_boards, tell_side_counts
from argumap.phrases import ENGLISH
from argumap.semantics import evaluate
from debates import debate


@pytest.mark.parametrize(
    ("relations", "reasons", "objections"),
    [
        pytest.param("a supports x", "1 reason", "no objection", id="all count"),
        pytest.param(
            "a supports x; b supports x; c attacks b; d attacks x; e attacks x; f attacks e",
            "1 reason, plus 1 answered",
            "1 objection, plus 1 answered",
            id="some are answered",
        ),
        pytest.param(
            "a supports x; b attacks x; c attacks b; d attacks x; e attacks d",
            "1 reason",
            "2 objections, both answered",
            id="all are answered",
        ),
        pytest.param(
            "a supports x; b attacks x; c attacks b; d attacks x; e undercuts r3",
            "1 reason",
            "2 objections, 1 answered and 1 not decisive",
            id="one may be true and does not decide it",
        ),
        pytest.param("a attacks x; b attacks a", "no reason", "1 objection, answered", id="one is answered"),
        pytest.param(
            "a supports x; b supports x; b attacks b",
            "1 reason, plus 1 unresolved",
            "no objection",
            id="unresolved",
        ),
        pytest.param(
            "a supports x; b attacks a; c supports x; c attacks c",
            "2 reasons, 1 unresolved and 1 answered",
            "no objection",
            id="none counts",
        ),
    ],
)
def test_what_counts_and_what_does_not_stand_in_one_line(relations: str, reasons: str, objections: str) -> None:
    (board,) = build_boards(evaluate(debate(relations, "x")))
    assert tell_side_counts(board.answers[0], ENGLISH) == (reasons, objections)


def test_that_no_reason_is_given_is_told_once() -> None:
    (board,) = build_boards(evaluate(debate("a supports x; b attacks z; c supports y; d attacks c; e attacks y")))
    told = {a.claim.id: (a.told_place, *tell_side_counts(a, ENGLISH)) for a in board.answers}
    assert told["z"] == ("no reason stands", "", "1 objection")
    assert told["y"] == ("no reason stands", "1 reason, answered", "1 objection")
