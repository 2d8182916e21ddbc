"""Other ways of adding reasons up, against their definitions."""

from __future__ import annotations

from dataclasses import replace

import pytest

import verdicts_oracle as oracle
from argumap.semantics import evaluate
from argumap.verdicts import IssueVerdict, build_issue_verdict
from debates import debate, draw_debate
from draws import draws, seeded
from map_shapes import SHAPES


def ways(verdict: IssueVerdict) -> dict[str, tuple[str, ...]]:
    return {way.way: way.leaders for way in verdict.ways}


def judged(relations: str, answers: str = "x y") -> IssueVerdict:
    return build_issue_verdict(evaluate(debate(relations, answers)), "q")


def test_the_best_reason_alone_leads_where_nothing_is_open_against_it() -> None:
    verdict = judged("a supports x; b supports x; c supports x; d attacks x; e supports y")
    assert verdict.ranking.leaders == ("x",)
    assert ways(verdict)["best"] == ("y",)
    assert verdict.hangs_on_adding_up


def test_reasons_on_one_premise_count_once() -> None:
    verdict = judged("a,p supports x; b,p supports x; c supports y")
    assert verdict.ranking.leaders == ("x",)
    assert ways(verdict)["premises"] == ("x", "y")
    assert "If what shares a premise counted once, both would be level." in verdict.text()


def test_of_reasons_on_one_premise_the_heaviest_counts() -> None:
    verdict = judged("a,p supports x *0.9; b,p supports x *0.3; c supports y *0.5")
    assert ways(verdict)["premises"] == ("x",)


def test_the_base_of_an_answer_is_no_reason_for_it() -> None:
    drawn = debate("a supports x; b supports y", "x y")
    bold = replace(drawn, claims=tuple(replace(c, base=0.9 if c.id == "x" else None) for c in drawn.claims))
    assert ways(build_issue_verdict(evaluate(bold), "q"))["dfquad"] == ("x", "y")


def dfquad(shares: dict[str, float], sides: dict[str, tuple[list[str], list[str]]]) -> set[str]:
    marks = {}
    for claim, (pros, cons) in sides.items():
        against, in_favour = 1.0, 1.0
        for n in cons:
            against *= 1 - shares[n]
        for n in pros:
            in_favour *= 1 - shares[n]
        marks[claim] = round(against - in_favour, 6)
    return {c for c, mark in marks.items() if mark == max(marks.values())}


@pytest.mark.parametrize("shape", SHAPES)
def test_each_way_is_what_its_definition_says(shape: str) -> None:
    draw = seeded(1206)
    for _ in range(draws(20)):
        drawn = draw_debate(draw, shape)
        standing = oracle.stand(drawn, "q")
        told = ways(build_issue_verdict(evaluate(drawn), "q"))
        assert set(told["best"]) == oracle.lead_by_best(standing)
        assert set(told["premises"]) == oracle.lead_by_premises(standing)
        evaluation = evaluate(drawn, "dfquad")
        sides = {
            c: (
                [a.id for a in drawn.arguments if a.bearing == "supports" and a.target == c],
                [a.id for a in drawn.arguments if a.bearing == "attacks" and a.target == c],
            )
            for c in standing.sides
        }
        if evaluation.converged:
            assert set(told["dfquad"]) == dfquad(dict(evaluation.strength), sides)
