"""Contributions by removal, recomputed where something changes, against solving the whole map again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argumap.semantics import GRADUAL, evaluate
from argumap.semantics.contributions import build_contributions

if TYPE_CHECKING:
    from argumap.model import ArgumentMap
from draws import draws, seeded
from map_shapes import with_standards
from maps import MAPS, random_maps
from oracle import HUB, even, graph, random_map


@pytest.mark.parametrize("semantics", GRADUAL)
def test_a_contribution_is_the_difference_that_removal_makes(semantics: str) -> None:
    draw = seeded(41)
    for n in range(draws(40)):
        argument_map = random_map(draw, claims=6, arguments=9)
        if n % 3 == 0:
            argument_map = with_standards(draw, argument_map)
        evaluation = evaluate(argument_map, semantics)
        topic = argument_map.claims[0].id
        found = {c.claim: c.amount for c in build_contributions(evaluation, topic).entries}
        for claim in argument_map.claims[1:]:
            without = evaluation.what_if(set_aside=[claim.id])
            if evaluation.converged and without.converged:
                difference = evaluation.strength[topic] - without.evaluation.strength[topic]
                assert found.get(claim.id, 0.0) == pytest.approx(difference, abs=1e-6)


@pytest.mark.parametrize("semantics", ["qe", "euler", "mlp"])
def test_large_circles_are_followed_to_the_same_strengths(semantics: str, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = seeded(42)
    maps = [random_map(draw, claims=7, arguments=14) for _ in range(draws(60))]
    anew = [build_contributions(evaluate(m, semantics), "c0").entries for m in maps]
    monkeypatch.setattr("argumap.semantics.contributions.SOLVED_ANEW", 0)
    followed = [build_contributions(evaluate(m, semantics), "c0").entries for m in maps]
    for one, other in zip(anew, followed, strict=True):
        amounts = {c.claim: c.amount for c in one}
        for c in other:
            assert c.amount == pytest.approx(amounts.get(c.claim, 0.0), abs=1e-6)


@given(random_maps())
@settings(max_examples=draws(50), deadline=None)
def test_asking_leaves_no_trace(argument_map: ArgumentMap) -> None:
    evaluation = evaluate(argument_map)
    topic = argument_map.claims[-1].id
    before = list(evaluation.solution.strength)
    assert build_contributions(evaluation, topic) == build_contributions(evaluation, topic)
    assert evaluation.solution.strength == before


def test_the_largest_come_first_and_the_count_is_told() -> None:
    contributions = build_contributions(evaluate(MAPS["town"]), "close-it", most=2)
    assert (contributions.asked, contributions.bearing) == (2, 4)
    amounts = [abs(c.amount) for c in contributions.entries]
    assert amounts == sorted(amounts, reverse=True)


def test_a_removal_that_does_not_settle_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    evaluation = evaluate(HUB)
    monkeypatch.setattr("argumap.semantics.strength.STEPS", 1)
    assert build_contributions(evaluation, "A", most=1).entries == ()


def test_contributions_by_removal_do_not_add_up_to_the_strength() -> None:
    evaluation = evaluate(graph(even("t a b"), "a+t b+t"), "dfquad")
    total = sum(c.amount for c in build_contributions(evaluation, "t").entries)
    assert total != pytest.approx(evaluation.strength["t"] - evaluation.base["t"])
