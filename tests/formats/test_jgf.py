from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import jsonschema
import pytest

from argumap.formats import Foreign
from argumap.formats.jgf import recognise
from argumap.project.fidelity import find_facts, read_full_map
from drawn_files import Json, jgf_file, read_json, tell_steps, tell_whys, write_json
from foreign_files import corpus, counted
from maps import MAPS

if TYPE_CHECKING:
    from pathlib import Path

TEXT, TRUTH = {"type": "string"}, {"type": "boolean"}


def schema(version: int) -> Json:
    """What the JSON schemas of versions 1 and 2 ask of a single graph, written down from them."""
    label = {"label": TEXT, "metadata": {"type": "object"}}
    node = {"type": "object", "additionalProperties": False, "properties": label}
    listed = {"type": "array", "items": {**node, "properties": {"id": TEXT, **label}, "required": ["id"]}}
    ends = {"id": TEXT, "source": TEXT, "target": TEXT, "relation": TEXT, "directed": TRUTH, **label}
    edge = {"type": "object", "additionalProperties": False, "properties": ends, "required": ["source", "target"]}
    graph = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "id": TEXT,
            "directed": TRUTH,
            "type": TEXT,
            **label,
            "nodes": listed if version == 1 else {"type": "object", "additionalProperties": node},
            "edges": {"type": "array", "items": edge},
        },
    }
    return {"type": "object", "additionalProperties": False, "properties": {"graph": graph}, "required": ["graph"]}


VERSION_1: Json = {
    "graph": {
        "label": "Pond",
        "nodes": [{"id": "a", "label": "A."}, {"id": "b", "label": "B.", "metadata": {"heft": 2}}, {"id": "a"}],
        "edges": [{"source": "b", "target": "a", "relation": "attacks"}],
    }
}
HYPER: Json = {
    "graph": {
        "nodes": {"a": {"label": "A."}, "b": {"label": "B."}, "c": {"label": "C."}, "d": {}},
        "hyperedges": [
            {"source": ["a", "b"], "target": ["c", "d"], "relation": "supports", "metadata": {"weight": 17}},
            {"source": ["a", "b"], "target": ["c"]},
            {"nodes": ["a", "b"], "relation": "contradicts"},
            {"nodes": ["a", "b", "c"], "relation": "contradicts"},
        ],
    }
}


def test_every_map_is_written_as_the_schema_asks() -> None:
    for record in [*MAPS.values(), read_full_map()]:
        jsonschema.validate(write_json("jgf", record, came=False), schema(2))


def test_version_1_lists_its_nodes_and_goes_back_so() -> None:
    imported = read_json("jgf", VERSION_1)
    assert tell_steps(imported.map) == {(("attacks", ("B.",)), "A.")}
    assert tell_whys(imported) == [("a", "a second node with an id that is taken")]
    assert write_json("jgf", imported.map, imported.kept) == VERSION_1
    claims = tuple(replace(claim, text=f"So {claim.text}") for claim in imported.map.claims)
    changed = write_json("jgf", replace(imported.map, claims=claims), imported.kept)
    assert changed == {
        "graph": {
            "label": "Pond",
            "nodes": [
                {"id": "a", "label": "So A."},
                {"id": "b", "label": "So B.", "metadata": {"heft": 2}},
                {"id": "a"},
            ],
            "edges": [{"source": "b", "target": "a", "relation": "attacks"}],
        }
    }
    jsonschema.validate(changed, schema(1))


def test_hyperedges_are_linked_premises_and_without_a_word_nothing() -> None:
    imported = read_json("jgf", HYPER)
    assert tell_steps(imported.map) == {(("supports", ("A.", "B.")), "C."), (("supports", ("A.", "B.")), "d")}
    assert [step.weight for step in imported.map.arguments] == [None, None]
    assert tell_whys(imported) == [
        ("d", "a node without words, held by its id"),
        ("a + b → c", "an arrow that says neither for nor against"),
        ("a → b + c", "an arrow whose word “contradicts” says neither for nor against"),
    ]
    assert write_json("jgf", imported.map, imported.kept) == HYPER
    bare = write_json("jgf", imported.map)
    jsonschema.validate(bare, schema(2))
    assert find_facts(read_json("jgf", bare).map) == find_facts(imported.map)


def test_several_graphs_are_one_map_and_go_back_apart_as_long_as_nothing_changed() -> None:
    graph = jgf_file()["graph"]
    file: Json = {"graphs": [graph, graph]}
    imported = read_json("jgf", file)
    assert len(imported.map.claims) == 10
    assert len(imported.map.arguments) == 6
    assert write_json("jgf", imported.map, imported.kept) == file
    fewer = replace(imported.map, arguments=imported.map.arguments[:-1])
    assert find_facts(read_json("jgf", write_json("jgf", fewer, imported.kept)).map) == find_facts(fewer)


def test_an_edge_without_direction_attacks_both_ways() -> None:
    edges = [{"source": "a", "target": "b", "relation": "attacks", "directed": False}]
    file: Json = {"graph": {"nodes": {"a": {"label": "A."}, "b": {"label": "B."}}, "edges": edges}}
    imported = read_json("jgf", file)
    assert [claim.contradicts for claim in imported.map.claims] == [("b",), ()]
    undirected: Json = {
        "graph": {
            "directed": False,
            "nodes": {"a": {}, "b": {}},
            "edges": [{"source": "a", "target": "b", "relation": "supports"}],
        }
    }
    assert ("a → b", "a support without a direction") in tell_whys(read_json("jgf", undirected))


def test_words_may_stand_in_the_metadata() -> None:
    file: Json = {"graph": {"nodes": {"a": {"metadata": {"text": "A.", "type": "claim"}}}, "edges": []}}
    imported = read_json("jgf", file)
    claims = tuple(replace(claim, text="B.") for claim in imported.map.claims)
    written = write_json("jgf", replace(imported.map, claims=claims), imported.kept)
    assert written["graph"] == {"nodes": {"a": {"metadata": {"text": "B.", "type": "claim"}}}, "edges": []}


def test_a_graph_is_known_by_nodes_of_its_own() -> None:
    assert recognise(Foreign("x", json.dumps(VERSION_1).encode()))
    assert recognise(Foreign("x", json.dumps({"graphs": [VERSION_1["graph"]]}).encode()))
    assert not recognise(Foreign("x", b'{"graph": {"title": "T"}, "nodes": [], "links": []}'))
    assert not recognise(Foreign("x", b'{"graphs": 7}'))


@pytest.mark.parametrize("path", corpus("jgf/*.json"))
def test_graphs_of_others_come_in_with_their_counts(path: Path) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    imported = read_json("jgf", value)
    told = [why for _, why in tell_whys(imported) if why == "an arrow that says neither for nor against"]
    assert (len(imported.map.claims), len(told)) == (counted(path)["nodes"], counted(path)["edges"])
    assert imported.map.arguments == ()
    assert write_json("jgf", imported.map, imported.kept) == value
