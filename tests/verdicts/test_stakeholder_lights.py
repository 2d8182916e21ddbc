"""By whose lights: a stakeholder's own case, and nothing else."""

from __future__ import annotations

import pytest

import verdicts_oracle as oracle
from argumap.model import Index
from argumap.semantics import evaluate
from argumap.verdicts import IssueVerdict, build_issue_verdict, find_speaking
from debates import SPEAKERS, debate, draw_debate, said
from draws import draws, seeded
from map_shapes import SHAPES

TWO_SIDES = debate("a supports x; b attacks x; c supports y; d attacks b", "x y")


def by_lights(*speech: str, who: str = "ann") -> IssueVerdict:
    return build_issue_verdict(evaluate(said(TWO_SIDES, *speech)), "q", lights=[who])


def sums(verdict: IssueVerdict) -> dict[str, tuple[float, float]]:
    return {a.claim: (a.pro, a.con) for a in verdict.lights[0].ranking.answers}


def test_what_somebody_holds_stands_and_all_else_falls() -> None:
    verdict = by_lights("ann asserts b", "ann argues c")
    assert sums(verdict) == {"x": (0, 1), "y": (1, 0)}
    assert {a.claim: (a.pro, a.con) for a in verdict.ranking.answers} == {"x": (1, 0), "y": (1, 0)}


def test_what_somebody_disputes_falls_whatever_they_hold() -> None:
    assert sums(by_lights("ann asserts a", "ann disputes a")) == {"x": (0, 0), "y": (0, 0)}


def test_a_step_that_somebody_disputes_does_not_apply() -> None:
    assert sums(by_lights("ann asserts a", "ann disputes r0", "ann asserts c")) == {"x": (0, 0), "y": (1, 0)}


def test_who_presents_a_case_holds_none_of_it() -> None:
    assert not by_lights("ann presents a", "bob asserts c").lights[0].speaks
    assert find_speaking(Index(said(TWO_SIDES, "ann presents a", "bob disputes c")), "q") == ["bob"]


def test_of_several_maps_those_speak_who_speak_in_the_map_of_the_issue() -> None:
    index = Index(said(TWO_SIDES, "ann asserts town#a", "bob disputes village#c"))
    assert find_speaking(index, "town#q") == ["ann"]


def test_an_answer_is_weighed_and_not_fixed() -> None:
    verdict = by_lights("ann asserts x", "ann asserts b")
    assert verdict.lights[0].held == ("x",)
    assert sums(verdict)["x"] == (0, 1)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_light_is_the_map_of_their_own_case(shape: str) -> None:
    draw = seeded(1208)
    for _ in range(draws(20)):
        drawn = draw_debate(draw, shape)
        verdict = build_issue_verdict(evaluate(drawn), "q", lights=SPEAKERS)
        for light in verdict.lights:
            own = oracle.stand_by_lights(drawn, "q", light.stakeholder)
            assert {a.claim: (a.margin, a.pro) for a in light.ranking.answers} == oracle.rounded(own.order())
            assert set(light.ranking.leaders) == own.leaders()
