"""What turns a ranking: hinges, reasons that must go, objections that would have to stand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

import verdicts_oracle as oracle
from argumap.model import Standard
from argumap.semantics import evaluate
from argumap.verdicts import build_issue_verdict
from argumap.verdicts.answer_ranking import find_answers
from argumap.verdicts.turning_points import find_turning_points
from debates import debate, draw_debate
from draws import draws, seeded
from map_shapes import SHAPES

if TYPE_CHECKING:
    from argumap.verdicts import TurningPoints


def turning(relations: str, answers: str = "x y z") -> TurningPoints:
    return build_issue_verdict(evaluate(debate(relations, answers)), "q").turning


def test_a_claim_under_the_one_reason_too_many_is_a_hinge() -> None:
    found = turning("a supports x; b supports x; c supports y", "x y")
    assert [(h.claim, h.leaders) for h in found.hinges] == [("a", ("x", "y")), ("b", ("x", "y"))]
    assert found.exact


def test_what_answers_a_reason_is_a_hinge_where_the_reason_would_turn_it() -> None:
    found = turning("a supports x; b supports y; c attacks b", "x y")
    assert {h.claim: h.leaders for h in found.hinges} == {"a": ("x", "y"), "c": ("x", "y")}


def test_a_premise_of_several_reasons_is_a_hinge_though_no_one_reason_is() -> None:
    found = turning("a,p supports x; b,p supports x; c,p supports x; d supports y", "x y")
    assert {h.claim: h.leaders for h in found.hinges} == {"p": ("y",)}
    assert found.decisive == ()


def test_what_keeps_an_objection_from_an_unresolved_claim_is_a_hinge() -> None:
    found = turning("m attacks n; n attacks m; a attacks n; u attacks a; m supports y", "x y")
    assert {h.claim: h.leaders for h in found.hinges} == {"u": ("y",), "n": ("y",)}


def test_under_a_written_standard_what_keeps_a_reason_from_counting_is_a_hinge() -> None:
    drawn = debate("a supports b; c attacks b; d supports b; e attacks d; b supports y", "x y")
    written = replace(drawn, standard=Standard.BALANCE)
    found = build_issue_verdict(evaluate(written), "q").turning
    assert {h.claim: h.leaders for h in found.hinges} == {"c": ("y",), "e": ("y",)}


def test_an_answer_is_no_hinge() -> None:
    assert turning("a supports x; x attacks y", "x y").hinges == ()


def test_how_many_reasons_must_go_and_how_many_objections_would_have_to_stand() -> None:
    found = turning("a supports x; b supports x; c supports x; d supports x; e attacks x; f supports y")
    assert found.least_reasons == 2
    assert [(o.id, o.weight, o.more) for o in found.objections] == [("r4", 1, 2)]


def test_the_heaviest_reasons_go_first_and_light_objections_must_be_many() -> None:
    found = turning("a supports x *0.9; b supports x *0.2; c supports x *0.2; d attacks x *0.1")
    assert found.least_reasons == 3
    assert [(o.weight, o.more) for o in found.objections] == [(0.1, 12)]


def test_the_heaviest_objection_is_told_first() -> None:
    found = turning("a supports x; b supports x; c supports x; d attacks x *0.2; e attacks x *0.5")
    assert [(o.id, o.more) for o in found.objections] == [("r4", 5), ("r3", 12)]


def test_no_number_of_reasons_is_enough_where_others_are_far_behind() -> None:
    found = turning("a supports x; b attacks y; c attacks y", "x y")
    assert (found.least_reasons, found.hinges) == (None, ())


def test_level_answers_have_no_margin_to_lose() -> None:
    found = turning("a supports x; b supports y", "x y")
    assert (found.least_reasons, found.objections) == (None, ())
    assert found.decisive == ("r0", "r1")


def test_a_bound_says_where_it_cuts() -> None:
    reasons = "; ".join(f"a{n} supports x" for n in range(9))
    evaluation = evaluate(debate(f"{reasons}; b supports y", "x y"))
    found = find_turning_points(evaluation, find_answers(evaluation, "q"), work=4)
    assert not found.exact
    assert found.tried < found.candidates == 10


@pytest.mark.parametrize("shape", SHAPES)
def test_what_turns_it_is_what_its_definition_says(shape: str) -> None:
    draw = seeded(1205)
    for _ in range(draws(20)):
        drawn = draw_debate(draw, shape)
        standing = oracle.stand(drawn, "q")
        found = build_issue_verdict(evaluate(drawn), "q").turning
        assert found.exact
        assert oracle.ids_of((h.claim, h.leaders) for h in found.hinges) == oracle.find_hinges(drawn, "q")
        assert set(found.decisive) == oracle.find_decisive(standing)
        assert found.least_reasons == oracle.count_least_reasons(standing)
        for objection in found.objections:
            if objection.more < 100:
                weighing = Fraction(str(objection.weight))
                assert not oracle.leads_with(standing, objection.more, weighing)
                assert oracle.leads_with(standing, objection.more - 1, weighing)


def test_what_answers_the_leader_s_objection_unseats_it_without_turning_who_leads() -> None:
    found = turning("a supports x; b supports x; c attacks x; d attacks c", "x y")
    assert found.hinges == ()
    assert found.unseating == ("d",)


def test_a_leader_that_does_not_stand_anyway_is_not_unseated() -> None:
    assert turning("a supports x; b supports x; e supports x; c attacks x", "x y").unseating == ()


@pytest.mark.parametrize("shape", SHAPES)
def test_what_unseats_is_what_a_what_if_says(shape: str) -> None:
    draw = seeded(4)
    for _ in range(draws(20)):
        evaluation = evaluate(draw_debate(draw, shape))
        issue = evaluation.index.debates[0].id
        verdict = build_issue_verdict(evaluation, issue)
        leader = verdict.ranking.leader
        if leader is None or evaluation.status[leader.claim] != "stands" or not verdict.turning.exact:
            assert leader is None or evaluation.status[leader.claim] == "stands" or not verdict.turning.unseating
            continue
        answers = {a.claim for a in verdict.ranking.answers}
        expected = set()
        for claim in evaluation.index.claims.keys() - answers:
            after = evaluation.what_if(set_aside=[claim]).evaluation
            leads = build_issue_verdict(after, issue).ranking.leaders == (leader.claim,)
            if leads and after.status[leader.claim] != "stands":
                expected.add(claim)
        assert set(verdict.turning.unseating) == expected
