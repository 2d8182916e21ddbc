from __future__ import annotations

from typing import Any

import networkx as nx
import pytest
from hypothesis import given

from argumap.graph import build_edges, build_graph, build_head, build_nodes
from argumap.model import Act, Argument, ArgumentMap, Attribution, Bearing
from maps import CYCLE, MAPS, TOWN, argument, at, random_maps


def test_a_map_that_names_what_it_lacks_still_gives_a_graph() -> None:
    graph = build_graph(ArgumentMap(arguments=(argument("a", "gone", "supports", "gone-too"),)))
    assert graph.has_edge("claim:gone", "argument:a")


@given(random_maps())
def test_it_is_the_graph_that_networkx_itself_would_make(argument_map: ArgumentMap) -> None:
    plain: Any = nx.MultiDiGraph()
    plain.graph.update(build_head(argument_map))
    plain.add_nodes_from(build_nodes(argument_map))
    plain.add_edges_from(build_edges(argument_map))
    graph = build_graph(argument_map)
    assert nx.utils.graphs_equal(graph, plain)
    assert graph.pred == plain.pred
    assert graph.copy().edges == plain.edges


@given(random_maps())
def test_every_end_of_an_edge_is_a_node_with_a_kind(argument_map: ArgumentMap) -> None:
    for graph in (build_graph(argument_map), build_graph(argument_map, arguments="edges")):
        assert all({"kind", "label"} <= fields.keys() for _, fields in graph.nodes(data=True))


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_the_projection_has_an_edge_for_every_premise(argument_map: ArgumentMap) -> None:
    graph = build_graph(argument_map, arguments="edges")
    premises = [(f"claim:{p}", a.id) for a in argument_map.arguments for p in a.premises]
    edges = [(s, d["argument"]) for s, _, d in graph.edges(data=True) if "argument" in d]
    assert sorted(edges) == sorted(premises)
    assert not any(node.startswith("argument:") for node in graph)


def test_in_the_projection_an_undercut_leads_to_the_claim_beneath_and_names_the_step() -> None:
    graph = build_graph(TOWN, arguments="edges")
    assert graph.edges["claim:rents-rose", "claim:close-it", "undercuts:rents-rose|other-towns"] == {
        "kind": "undercuts",
        "argument": "other-towns",
        "step": "trade-falls/close-it",
    }


def test_in_the_projection_what_is_said_of_a_step_is_left_out() -> None:
    spoken = ArgumentMap(
        sources=TOWN.sources,
        claims=CYCLE.claims,
        arguments=(Argument("step", ("a",), Bearing.SUPPORTS, "b", scheme="sign", at=at("s1.p1.s1")),),
        attributions=(Attribution("ann", Act.ARGUES, "step"),),
    )
    kinds = sorted(key for *_, key in build_graph(spoken, arguments="edges").edges(keys=True))
    assert kinds == ["in:column#s1|column", "supports:a|step"]


def test_undercuts_that_run_in_a_circle_lead_nowhere() -> None:
    circle = ArgumentMap(
        claims=CYCLE.claims, arguments=(argument("x", "a", "undercuts", "y"), argument("y", "b", "undercuts", "x"))
    )
    assert not build_graph(circle, arguments="edges").edges
