"""Whether all that carries a lead are reasons decides what they are called together."""

from __future__ import annotations

import pytest

from argumap.board import build_boards
from argumap.board.lead_carriers import are_reasons
from argumap.semantics import evaluate
from debates import debate


@pytest.mark.parametrize(
    ("relations", "reasons"),
    [
        pytest.param("a supports x; b supports x; d supports y", True, id="reasons of the leader"),
        pytest.param("a supports x; b supports y; c attacks y", False, id="an objection to another too"),
    ],
)
def test_what_carries_a_lead_may_speak_against_another_answer(relations: str, reasons: bool) -> None:
    (board,) = build_boards(evaluate(debate(relations, "x y")))
    assert are_reasons(board.carrying) is reasons
