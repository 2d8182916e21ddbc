"""What the records say of themselves."""

from __future__ import annotations

from argumap.board import build_boards
from argumap.semantics import evaluate
from debates import debate


def test_the_claims_in_sight_are_the_answers_and_what_is_said_directly() -> None:
    (board,) = build_boards(evaluate(debate("a,b supports x; c supports a; d attacks y", "x y")))
    assert board.shown == {"x", "y", "a", "b", "d"}
    assert [(answer.claim.id, entry.id) for answer, entry in board.walk()] == [("x", "r0"), ("y", "r2")]


def test_an_implicit_answer_that_nobody_gives_says_so() -> None:
    (board,) = build_boards(evaluate(debate("a supports x", "x")))
    assert not board.answers[0].unsaid
