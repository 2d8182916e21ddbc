from __future__ import annotations

import json
from collections import Counter

import networkx as nx
import pytest

from argumap.formats import Foreign
from argumap.formats.cyjs import recognise
from argumap.graph import build_graph
from argumap.model import ArgumentMap, Claim
from argumap.project.fidelity import find_facts, read_full_map
from drawn_files import Json, cyjs_file, read_json, tell_steps, tell_whys, write_json, write_text
from maps import MAPS

NODES: list[Json] = [{"data": {"id": "a", "label": "A."}}, {"data": {"id": "b", "label": "B.", "colour": "blue"}}]
EDGE: Json = {"data": {"source": "b", "target": "a", "label": "supports"}}


@pytest.mark.parametrize("name", MAPS)
def test_networkx_reads_it_with_all_nodes_edges_and_signs(name: str) -> None:
    written = write_json("cyjs", MAPS[name], came=False)
    elements = written["elements"]
    assert isinstance(elements, dict)
    graph = nx.cytoscape_graph(written)
    assert graph.is_directed()
    assert graph.number_of_nodes() == len(elements["nodes"])
    assert graph.number_of_edges() == len(elements["edges"])
    ours = Counter(data["kind"] for *_, data in build_graph(MAPS[name]).edges(data=True))
    signs = Counter(data["interaction"] for *_, data in graph.edges(data=True))
    assert signs["answers"] == ours["answers"]
    assert signs["contradicts"] <= ours["contradicts"]
    assert signs["supports"] + signs["attacks"] >= ours["supports"] + ours["attacks"]


def test_elements_may_be_one_list() -> None:
    for file in ({"elements": [*NODES, {"group": "edges", **EDGE}]}, [*NODES, EDGE]):
        imported = read_json("cyjs", file)
        assert tell_steps(imported.map) == {(("supports", ("B.",)), "A.")}
        assert json.loads(write_text("cyjs", imported.map, imported.kept)) == file
        more = ArgumentMap(claims=(*imported.map.claims, Claim("c", "C.")), arguments=imported.map.arguments)
        again = read_json("cyjs", json.loads(write_text("cyjs", more, imported.kept))).map
        assert find_facts(again) == find_facts(more)


def test_compounds_are_questions_or_tags() -> None:
    nodes = [
        {"data": {"id": "g", "label": "Why?"}},
        {"data": {"id": "h", "label": "Water"}},
        {"data": {"id": "a", "label": "A.", "parent": "g"}},
        {"data": {"id": "b", "label": "B.", "parent": "h"}},
    ]
    file = {"elements": {"nodes": nodes, "edges": [EDGE]}}
    imported = read_json("cyjs", file)
    assert [(c.text, bool(c.answers), c.tags) for c in imported.map.claims] == [
        ("A.", True, ()),
        ("B.", False, ("Water",)),
    ]
    assert write_json("cyjs", imported.map, imported.kept) == file


def test_a_network_of_something_else_brings_no_arguments() -> None:
    nodes = [{"data": {"id": n, "name": n}} for n in ("YDR277C", "YDL194W")]
    edges = [{"data": {"id": "1", "source": "YDR277C", "target": "YDL194W", "interaction": "pd"}}]
    imported = read_json("cyjs", {"elements": {"nodes": nodes, "edges": edges}})
    assert imported.map.arguments == ()
    assert tell_whys(imported) == [("1", "an arrow whose word “pd” says neither for nor against")]


def test_a_name_that_cytoscape_shows_changes_with_the_words() -> None:
    imported = read_json("cyjs", cyjs_file())
    changed = [Claim(c.id, c.text.replace("leaks", "drips"), origin=c.origin) for c in imported.map.claims]
    record = ArgumentMap(claims=tuple(changed))
    elements = write_json("cyjs", record, imported.kept)["elements"]
    assert isinstance(elements, dict)
    assert [node["data"]["name"] for node in elements["nodes"] if node["data"]["id"] == "2"] == ["The dam drips."]


def test_a_full_map_has_parallel_arrows_apart() -> None:
    written = write_json("cyjs", read_full_map(), came=False)
    elements = written["elements"]
    assert isinstance(elements, dict)
    assert nx.cytoscape_graph(written).number_of_edges() == len(elements["edges"])


def test_a_network_is_known_by_elements_that_have_data() -> None:
    assert recognise(Foreign("x", json.dumps(cyjs_file()).encode()))
    assert recognise(Foreign("x", json.dumps(NODES).encode()))
    assert not recognise(Foreign("x", b'{"elements": []}'))
    assert not recognise(Foreign("x", b"[1, 2]"))
    assert not recognise(Foreign("x", b"elements"))
