from __future__ import annotations

import json
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given

from argumap.formats import FORMATS, Export
from argumap.graph import build_graph
from maps import MAPS, TOWN, random_maps

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


def written(export: Export) -> str:
    write = FORMATS["node-link"].write
    assert write is not None
    text = write(export)
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_networkx_reads_back_the_whole_graph(argument_map: ArgumentMap) -> None:
    graph = nx.node_link_graph(json.loads(written(Export(argument_map))), edges="edges")
    assert nx.utils.graphs_equal(graph, build_graph(argument_map))


@given(random_maps())
def test_networkx_would_write_the_same_data(argument_map: ArgumentMap) -> None:
    ours, theirs = (
        json.loads(written(Export(argument_map))),
        nx.node_link_data(build_graph(argument_map), edges="edges"),
    )
    assert ours.keys() == theirs.keys()
    assert ours["nodes"] == theirs["nodes"]
    assert sorted(ours["edges"], key=lambda e: e["key"]) == sorted(theirs["edges"], key=lambda e: e["key"])


def test_anchors_and_figures_are_written_when_they_are_known() -> None:
    known = {"source": "column", "at": "s1.p1.s1", "state": "exact", "start": 0, "end": 4, "text": "Shut"}
    export = Export(TOWN, {"close-it": [known]}, {"close-it": {"status": "stands", "strength": 0.5}})
    node = next(n for n in json.loads(written(export))["nodes"] if n["id"] == "claim:close-it")
    assert (node["anchors"], node["status"], node["strength"]) == ([known], "stands", 0.5)


def test_every_node_and_edge_has_a_line_of_its_own() -> None:
    lines = written(Export(TOWN)).splitlines()
    assert sum(line.startswith('{"id"') for line in lines) == len(build_graph(TOWN))
    assert sum(line.startswith('{"source"') for line in lines) == build_graph(TOWN).number_of_edges()
