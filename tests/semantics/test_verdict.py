"""Verdicts: for every reason and every mixture a small map, and what must hold of any map."""

from __future__ import annotations

import pytest

from argumap.errors import NotFound
from argumap.model import Bearing
from argumap.semantics import VerdictReason, build_verdict, evaluate
from draws import draws, seeded
from map_shapes import with_standards
from maps import MAPS
from oracle import random_map
from verdict_cases import CASES, Case, small_map

NEVER_ALONE = {VerdictReason.CONTRADICTED, VerdictReason.SET_ASIDE}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_ground_is_told_with_what_bears_it_out(case: Case) -> None:
    verdict = build_verdict(evaluate(case.argument_map), case.id)
    assert [(ground.reason.value, " ".join(ground.by)) for ground in verdict.grounds] == list(case.grounds)


def test_the_cases_leave_no_reason_out() -> None:
    told = [[reason for reason, _ in case.grounds] for case in CASES.values()]
    judged = {reason for reasons in told for reason in reasons if reason.startswith("by-")}
    alone = {reasons[0] for reasons in told if len([r for r in reasons if r not in judged]) == 1}
    assert alone | NEVER_ALONE | judged == {reason.value for reason in VerdictReason}


def test_what_is_set_aside_needs_no_answer() -> None:
    evaluation = evaluate(small_map("t a b~t", "a attacks t"))
    assert [g.reason for g in build_verdict(evaluation, "t").grounds] == ["objected", "contradicted"]
    without = evaluation.what_if(set_aside=["a", "b"]).evaluation
    assert [g.reason for g in build_verdict(without, "t").grounds] == ["unchallenged"]
    assert [g.reason for g in build_verdict(without, "a").grounds] == ["set-aside"]
    step_aside = evaluation.what_if(set_aside=["r0", "b"]).evaluation
    assert [g.reason for g in build_verdict(step_aside, "t").grounds] == ["unchallenged"]


def test_an_unknown_id_is_not_found() -> None:
    with pytest.raises(NotFound, match="did you mean"):
        build_verdict(evaluate(MAPS["town"]), "close-itt")


def test_any_verdict_has_grounds_that_fit_its_status() -> None:
    draw = seeded(11)
    fits = {
        "stands": {"unchallenged", "answered", "objection-unsupported", "objection-incomplete", "contrary-falls"},
        "falls": {"objected", "contradicted", "unsupported"},
        "blocked": {"undercut", "premise-falls", "incomplete"},
        "undecided": {r.value for r in VerdictReason if r.startswith("open-")}
        | {"objects-to-itself", "conflict", "rivalry"},
    }
    fits["applies"] = fits["stands"] - {"contrary-falls"}
    fits["stands"] |= {"outweighed"}
    fits["falls"] |= {"not-outweighed"}
    for n in range(draws(1_500)):
        argument_map = random_map(draw, claims=7, arguments=10)
        if n % 2:
            argument_map = with_standards(draw, argument_map)
        evaluation = evaluate(argument_map)
        for node_id in evaluation.compiled.ids:
            verdict = build_verdict(evaluation, node_id)
            assert verdict.status == evaluation.status[node_id]
            reasons = [ground.reason for ground in verdict.grounds]
            standard = evaluation.compiled.standards.get(evaluation.node(node_id))
            assert [r for r in reasons if r.startswith("by-")] == ([f"by-{standard}"] if standard else [])
            reasons = [r for r in reasons if not r.startswith("by-")]
            assert reasons
            assert set(reasons) <= fits[verdict.status]
            assert len(set(reasons)) == len(reasons)


def test_every_objection_to_what_stands_is_accounted_for() -> None:
    draw = seeded(12)
    of_objections = {
        VerdictReason.ANSWERED,
        VerdictReason.OBJECTION_UNSUPPORTED,
        VerdictReason.OBJECTION_INCOMPLETE,
    }
    for _ in range(draws(1_500)):
        argument_map = random_map(draw, claims=7, arguments=10)
        evaluation = evaluate(argument_map)
        for claim in argument_map.claims:
            if evaluation.status[claim.id] != "stands":
                continue
            attacks = [a for a in argument_map.arguments if a.target == claim.id and a.bearing is Bearing.ATTACKS]
            told = build_verdict(evaluation, claim.id).grounds
            assert sum(len(ground.by) for ground in told if ground.reason in of_objections) == len(attacks)
