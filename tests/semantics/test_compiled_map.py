from __future__ import annotations

import pytest
from hypothesis import given

from argumap.model import Argument, ArgumentMap, Bearing, Claim
from argumap.semantics.compiled_map import build_order, compile_map
from maps import TOWN, argument, random_maps
from oracle import EXCLUSIVE


def test_numbers_follow_the_records_claims_before_arguments() -> None:
    compiled = compile_map(TOWN)
    assert compiled.ids == [*(c.id for c in TOWN.claims), *(a.id for a in TOWN.arguments)]
    assert compiled.claims == len(TOWN.claims)


def test_an_undercut_attacks_the_step_and_an_attack_its_claim() -> None:
    compiled = compile_map(TOWN)
    node = {node_id: n for n, node_id in enumerate(compiled.ids)}
    assert compiled.attackers[node["close-it"]] == [node["trade-falls/close-it"]]
    assert compiled.attackers[node["trade-falls/close-it"]] == [node["other-towns"]]
    assert compiled.supporters[node["close-it"]] == [node["clean-air/close-it"]]


def test_a_contradiction_is_an_attack_both_ways() -> None:
    compiled = compile_map(ArgumentMap(claims=(Claim("a", "A.", contradicts=("b",)), Claim("b", "B."))))
    assert [list(row) for row in compiled.attackers] == [[1], [0]]


def test_answers_to_an_exclusive_issue_contradict_each_other_once() -> None:
    """What one of them only says in other words is no other answer."""
    compiled = compile_map(EXCLUSIVE)
    rows = {compiled.ids[n]: [compiled.ids[m] for m in row] for n, row in enumerate(compiled.attackers)}
    assert rows == {"close": ["open"], "open": ["close", "summer"], "summer": ["open"], "town": [], "drivers": []}
    assert compiled.contraries[:3] == compiled.attackers[:3]


def test_an_argument_that_names_what_is_not_there_bears_on_nothing() -> None:
    lacking = ArgumentMap(
        claims=(Claim("a", "A."),),
        arguments=(argument("r", "ghost", "attacks", "a"), argument("s", "a", "supports", "ghost")),
    )
    compiled = compile_map(lacking)
    assert compiled.void == {1}
    assert compiled.target == [0, -1]


@pytest.mark.parametrize("score", [-0.1, 1.01, float("nan")])
def test_a_weight_out_of_bounds_is_refused(score: float) -> None:
    heavy = ArgumentMap(
        claims=(Claim("a", "A."), Claim("b", "B.")),
        arguments=(Argument("r", ("a",), Bearing.ATTACKS, "b", weight=score),),
    )
    with pytest.raises(ValueError, match="lies between 0 and 1"):
        compile_map(heavy)


@given(random_maps())
def test_the_order_holds_every_node_once_and_a_cycle_as_one_part(argument_map: ArgumentMap) -> None:
    compiled = compile_map(argument_map)
    parts = [part if isinstance(part, tuple) else (part,) for part in build_order(compiled)]
    assert sorted(node for part in parts for node in part) == list(range(len(compiled.ids)))
