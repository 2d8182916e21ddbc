"""The ranking by the source's own steps: as if the map had added none."""

from __future__ import annotations

import pytest

import verdicts_oracle as oracle
from argumap.semantics import evaluate
from argumap.verdicts import build_issue_verdict, leave_out_added
from debates import debate, draw_debate
from draws import draws, seeded
from map_shapes import SHAPES


def test_a_step_that_the_map_added_blocks_nothing_and_supports_nothing() -> None:
    verdict = build_issue_verdict(evaluate(debate("a supports x; b undercuts r0 %; c supports y %")), "q")
    assert verdict.ranking.leaders == ("y",)
    assert verdict.own is not None
    assert verdict.own.leaders == ("x",)
    assert verdict.hangs_on_added_steps


def test_a_map_that_added_nothing_is_its_own_source() -> None:
    evaluation = evaluate(debate("a supports x; b undercuts r0"))
    assert leave_out_added(evaluation) is evaluation
    assert build_issue_verdict(evaluation, "q").own is None


def test_steps_that_change_nothing_for_the_answers_are_not_told() -> None:
    assert build_issue_verdict(evaluate(debate("a supports x; b supports a %")), "q").own is None


def test_what_is_set_aside_stays_so() -> None:
    gone = evaluate(debate("a supports x; b supports y %", "x y")).what_if(set_aside=["a"]).evaluation
    own = build_issue_verdict(gone, "q", own_steps=True)
    assert [(a.claim, a.pro) for a in own.ranking.answers] == [("x", 0), ("y", 0)]


@pytest.mark.parametrize("shape", SHAPES)
def test_labels_are_those_of_the_map_without_its_added_steps(shape: str) -> None:
    draw = seeded(1207)
    for _ in range(draws(20)):
        drawn = draw_debate(draw, shape)
        cut = oracle.leave_out_added(drawn)
        own = oracle.stand(cut, "q")
        told = build_issue_verdict(evaluate(drawn), "q", own_steps=True)
        assert set(told.ranking.leaders) == own.leaders()
        assert {a.claim: (a.margin, a.pro) for a in told.ranking.answers} == oracle.rounded(own.order())
        beside = build_issue_verdict(evaluate(drawn), "q")
        assert (beside.own or beside.ranking).to_dict() == told.ranking.to_dict()
        hinges = oracle.ids_of((h.claim, h.leaders) for h in told.turning.hinges)
        assert hinges == oracle.find_hinges(cut, "q")
