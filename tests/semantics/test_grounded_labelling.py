"""Status by the map's own equations, against a naive fixpoint and against the flattened framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argumap.model import ArgumentMap, Claim, Index
from argumap.semantics import evaluate
from argumap.semantics.compiled_map import compile_map
from argumap.semantics.grounded_labelling import IN, OUT
from argumap.semantics.standards import label_grounded
from draws import draws, seeded
from map_shapes import without_standards
from maps import argument, random_maps
from oracle import random_map

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = {1: ("stands", "applies"), 0: ("undecided", "undecided"), -1: ("falls", "blocked")}


def naive_status(argument_map: ArgumentMap) -> dict[str, str]:
    """The least fixpoint of the equations, by going round until nothing changes."""
    index = Index(argument_map)
    value = dict.fromkeys([*index.claims, *index.arguments], 0)

    def claim(node_id: str) -> int:
        against = [-value[a.id] for a in index.attacking(node_id)] + [
            -value[c] for c in index.contradicting[node_id]
        ]
        needed = [max([value[a.id] for a in index.supporting(node_id)], default=-1)]
        return min([1, *against, *(needed if index.claims[node_id].requires_support else [])])

    def inference(node_id: str) -> int:
        return min(
            *(value[p] for p in index.arguments[node_id].premises),
            1,
            *(-value[u.id] for u in index.undercutting(node_id)),
        )

    while True:
        new = {node_id: claim(node_id) if node_id in index.claims else inference(node_id) for node_id in value}
        if new == value:
            return {node_id: WORDS[x][node_id in index.arguments] for node_id, x in value.items()}
        value = new


@given(random_maps())
@settings(deadline=None)
def test_the_worklist_finds_the_least_fixpoint(argument_map: ArgumentMap) -> None:
    argument_map = without_standards(argument_map)
    assert dict(evaluate(argument_map).status) == naive_status(argument_map)


def test_the_worklist_finds_the_least_fixpoint_of_maps_with_contradictions_and_required_support() -> None:
    draw = seeded(5)
    for _ in range(draws(1_500)):
        argument_map = random_map(draw)
        assert dict(evaluate(argument_map).status) == naive_status(argument_map)


@given(random_maps())
@settings(deadline=None)
def test_ranks_make_every_verdict_rest_on_earlier_ones(argument_map: ArgumentMap) -> None:
    compiled = compile_map(without_standards(argument_map))
    labelling = label_grounded(compiled)
    for node, label in enumerate(labelling.label):
        witness = labelling.witness[node]
        if label == OUT and witness >= 0:
            assert labelling.rank[witness] < labelling.rank[node]
        if label == IN:
            assert all(labelling.rank[a] < labelling.rank[node] for a in compiled.attackers[node])


def status_of(*arguments: tuple[str, str, str, str], **claims: bool) -> Mapping[str, str]:
    return evaluate(
        ArgumentMap(
            claims=tuple(Claim(node_id, node_id, requires_support=flag) for node_id, flag in claims.items()),
            arguments=tuple(argument(*a) for a in arguments),
        )
    ).status


def test_a_linked_argument_is_blocked_by_the_fall_of_one_premise() -> None:
    status = status_of(
        ("a", "p q", "attacks", "c"), ("b", "r", "attacks", "q"), c=False, p=False, q=False, r=False
    )
    assert (status["a"], status["c"]) == ("blocked", "stands")


def test_circular_support_stays_undecided_and_does_not_lift_itself() -> None:
    status = status_of(("a", "p", "supports", "q"), ("b", "q", "supports", "p"), p=True, q=True)
    assert (status["p"], status["q"]) == ("undecided", "undecided")


def test_a_claim_that_requires_support_and_has_none_falls() -> None:
    assert status_of(p=True) == {"p": "falls"}


def test_contradicting_claims_attack_each_other() -> None:
    pair = ArgumentMap(claims=(Claim("p", "P", contradicts=("q",)), Claim("q", "Q", contradicts=("p",))))
    evaluation = evaluate(pair)
    assert evaluation.status == {"p": "undecided", "q": "undecided"}
    assert sorted(map(sorted, evaluation.extensions("preferred"))) == [["p"], ["q"]]
    assert evaluation.strength["p"] == pytest.approx(0.423854, abs=1e-6)


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(argument("a", "nobody", "attacks", "p"), id="a premise that is not there"),
        pytest.param(argument("a", "p", "attacks", "nobody"), id="a target that is not there"),
        pytest.param(argument("a", "p", "undercuts", "p"), id="an undercut of a claim"),
    ],
)
def test_a_reference_to_nothing_bears_on_nothing(broken: object) -> None:
    argument_map = ArgumentMap(claims=(Claim("p", "P"),), arguments=(broken,))  # type: ignore[arg-type]
    evaluation = evaluate(argument_map)
    assert (evaluation.status["p"], evaluation.strength["p"]) == ("stands", 0.5)
