from __future__ import annotations

from typing import Any

from hypothesis import given

from argumap.graph import build_graph, find_beside_claims, find_beside_concepts, find_beside_stakeholders
from argumap.model import ArgumentMap, Index
from maps import TOWN, random_maps


@given(random_maps())
def test_what_stands_beside_a_claim_is_what_the_graph_says(argument_map: ArgumentMap) -> None:
    graph: Any = build_graph(argument_map)
    for beside in find_beside_claims(Index(argument_map)):
        node = f"claim:{beside.claim.id}"
        into = [(s.removeprefix("argument:"), kind) for s, _, kind in graph.in_edges(node, data="kind")]
        supported = [step.argument.id for step in beside.supported_by]
        attacked = [step.argument.id for step in beside.attacked_by]
        assert sorted(supported) == sorted(a for a, kind in into if kind == "supports")
        assert sorted(attacked) == sorted(a for a, kind in into if kind == "attacks")
        out = [
            t.removeprefix("argument:") for _, t, kind in graph.out_edges(node, data="kind") if kind == "premise"
        ]
        assert sorted(step.argument.id for step in beside.bears_on) == sorted(out)
        speakers = [s for s, _ in into if s.startswith("stakeholder:")]
        assert sorted(f"stakeholder:{voice.by}" for voice in beside.voices) == sorted(speakers)
        for step in (*beside.supported_by, *beside.attacked_by, *beside.bears_on):
            undercuts = [a.id for a in step.undercut_by]
            before = graph.in_edges(f"argument:{step.argument.id}", data="kind")
            assert sorted(undercuts) == sorted(
                s.removeprefix("argument:") for s, _, k in before if k == "undercuts"
            )


def test_claims_come_in_the_order_of_the_debate() -> None:
    ids = [beside.claim.id for beside in find_beside_claims(Index(TOWN))]
    assert ids == ["close-it", "clean-air", "keep-open", "trade-falls", "footfall-rose", "rents-rose"]


def test_an_undercut_stands_beside_the_claim_whose_step_it_denies() -> None:
    beside = {b.claim.id: b for b in find_beside_claims(Index(TOWN))}
    assert [a.id for a in beside["trade-falls"].undercut_by] == ["other-towns"]
    assert [a.id for step in beside["close-it"].attacked_by for a in step.undercut_by] == ["other-towns"]


def test_a_stakeholder_without_a_voice_is_beside_the_claim_that_touches_them() -> None:
    beside = {b.stakeholder: b for b in find_beside_stakeholders(Index(TOWN))}
    assert [(claim, c.effect) for claim, c in beside["children"].touched_by] == [("clean-air", "benefits")]
    assert not beside["children"].says
    assert [voice.by for voice in beside["editor"].reports] == ["shops", "shops"]


def test_a_concept_is_beside_its_claims_its_criteria_and_what_is_narrower() -> None:
    open_streets, closed_streets = find_beside_concepts(Index(TOWN))
    assert (open_streets.narrower, open_streets.compared_by) == (("closed-streets",), ("air",))
    assert closed_streets.claims == ("clean-air",)
