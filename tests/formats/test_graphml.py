from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argumap.formats import FORMATS, Export
from argumap.graph import build_edges, build_head, build_nodes
from argumap.graph.csv_cells import build_cells
from argumap.model import ArgumentMap, Claim
from maps import MAPS, TOWN, random_maps


def written(export: Export) -> str:
    write = FORMATS["graphml"].write
    assert write is not None
    text = write(export)
    assert isinstance(text, str)
    return text


def read(text: str) -> Any:
    return nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)


def in_cells(argument_map: ArgumentMap) -> Any:
    flat: Any = nx.MultiDiGraph(title=argument_map.title)
    flat.add_nodes_from((node, build_cells(fields)) for node, fields in build_nodes(argument_map))
    flat.add_edges_from((s, t, k, build_cells(fields)) for s, t, k, fields in build_edges(argument_map))
    return flat


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_networkx_reads_back_the_graph_in_plain_cells(argument_map: ArgumentMap) -> None:
    ours, theirs = in_cells(argument_map), read(written(Export(argument_map)))
    assert dict(ours.nodes(data=True)) == dict(theirs.nodes(data=True))
    assert ours.adj == theirs.adj
    head = {name: cell for name, cell in build_cells(build_head(argument_map)).items() if cell}
    assert theirs.graph.items() >= head.items()


@given(random_maps())
def test_figures_and_marks_come_back_with_their_types(argument_map: ArgumentMap) -> None:
    assert dict(in_cells(argument_map).nodes(data=True)) == dict(
        read(written(Export(argument_map))).nodes(data=True)
    )


@example("\x00\x1f\ufffe\uffff & <b>\r")
@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_gives_xml_and_only_forbidden_characters_are_dropped(text: str) -> None:
    root = ET.fromstring(written(Export(ArgumentMap(claims=(Claim("a", text),)))))
    found = [data.text or "" for data in root.iter() if data.get("key") == "node.text"]
    allowed = "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
    assert found == [allowed]


def test_a_lone_surrogate_is_dropped() -> None:
    assert ">ab<" in written(Export(ArgumentMap(claims=(Claim("a", "a\ud800b"),))))


def test_a_strength_is_a_double() -> None:
    graph = read(written(Export(TOWN, evaluation={"close-it": {"status": "stands", "strength": 1.0}})))
    assert graph.nodes["claim:close-it"]["strength"] == 1.0
