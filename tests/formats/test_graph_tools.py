"""The graphs that are written open in igraph, with as many nodes and edges, and with their signs."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import igraph
import pytest

from argumap.formats import FORMATS, Export
from argumap.graph import build_graph
from argumap.project.fidelity import read_full_map
from maps import MAPS

if TYPE_CHECKING:
    from pathlib import Path

    from networkx import MultiDiGraph

    from argumap.model import ArgumentMap

RECORDS = {**MAPS, "full": read_full_map()}
every_map = pytest.mark.parametrize("name", RECORDS)


def write(format_name: str, record: ArgumentMap) -> str:
    writer = FORMATS[format_name].write
    assert writer is not None
    text = writer(Export(record))
    assert isinstance(text, str)
    return text


def tell_signs(graph: MultiDiGraph[str]) -> Counter[tuple[str, str, str]]:
    """Every edge as start, kind and end."""
    return Counter((start, data["kind"], end) for start, end, data in graph.edges(data=True))


@every_map
def test_igraph_reads_graphml_with_equal_counts_and_signs(name: str, tmp_path: Path) -> None:
    path = tmp_path / "map.graphml"
    path.write_text(write("graphml", RECORDS[name]), encoding="utf-8")
    read, ours = igraph.Graph.Read_GraphML(str(path)), build_graph(RECORDS[name])
    assert (read.is_directed(), read.vcount(), read.ecount()) == (True, len(ours), ours.number_of_edges())
    if not read.ecount():
        return
    ids = read.vs["id"]
    assert Counter((ids[edge.source], edge["kind"], ids[edge.target]) for edge in read.es) == tell_signs(ours)


@every_map
def test_igraph_takes_what_cytoscape_gets(name: str) -> None:
    elements = json.loads(write("cyjs", RECORDS[name]))["elements"]
    nodes, edges = ([element["data"] for element in elements[key]] for key in ("nodes", "edges"))
    if not nodes:
        return
    drawn = igraph.Graph.DictList(nodes, edges, directed=True, vertex_name_attr="id")
    assert (drawn.vcount(), drawn.ecount()) == (len(nodes), len(edges))
    assert Counter(drawn.es["interaction"] if edges else []) == Counter(edge["interaction"] for edge in edges)
