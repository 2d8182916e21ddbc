from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Foreign
from argumap.formats.sadface import recognise
from argumap.mapfile import parse_map, write_map
from argumap.model import Claim
from argumap.project.fidelity import compare_facts, find_facts, read_full_map
from drawn_files import Json, read_json, tell_steps, tell_whys, write_json, write_text
from draws import draws
from foreign_files import corpus, counted

if TYPE_CHECKING:
    from pathlib import Path

ATOMS = {"a": "Drain it.", "b": "It leaks.", "c": "Cellars are wet.", "d": "Carp die.", "e": "Mend it."}
SCHEMES = {"s": "Default Support", "t": "conflict", "u": "Default Conflict", "v": "expert_opinion"}
EDGES = ("b s", "c s", "s a", "d t", "t a", "e u", "u s", "e v", "v b")


def file() -> Json:
    """A document with a linked support, an attack, an undercut and a named scheme."""
    atoms = [
        {"id": name, "type": "atom", "text": text, "sources": [{"resource": "r"}], "metadata": {"core": {}}}
        for name, text in ATOMS.items()
    ]
    schemes = [{"id": name, "type": "scheme", "name": called} for name, called in SCHEMES.items()]
    edges = [{"id": f"e{n}", "source_id": e[0], "target_id": e[2]} for n, e in enumerate(EDGES)]
    head = {"metadata": {"core": {"title": "Pond", "version": "0.5"}}, "resources": [{"id": "r", "content": "x"}]}
    return {**head, "nodes": [*atoms, *schemes], "edges": edges}


def test_atoms_are_claims_and_schemes_steps() -> None:
    imported = read_json("sadface", file())
    linked = (("supports", ("Cellars are wet.", "It leaks.")), "Drain it.")
    assert tell_steps(imported.map) == {
        linked,
        (("attacks", ("Carp die.",)), "Drain it."),
        (("undercuts", ("Mend it.",)), *linked),
        (("supports", ("Mend it.",)), "It leaks."),
    }
    assert [step.scheme for step in imported.map.arguments] == [None, None, None, "expert_opinion"]
    assert (imported.map.title, imported.losses) == ("Pond", ())


def test_it_goes_back_as_it_came_and_without_its_file_too() -> None:
    imported = read_json("sadface", file())
    assert write_json("sadface", imported.map, imported.kept) == file()
    once = write_text("sadface", parse_map(write_map(imported.map)).map)
    again = read_json("sadface", json.loads(once)).map
    assert find_facts(again) == find_facts(imported.map)
    assert write_text("sadface", again) == once


def test_a_change_changes_what_it_must() -> None:
    imported = read_json("sadface", file())
    claims = [replace(c, text="It drips.") if c.text == "It leaks." else c for c in imported.map.claims]
    changed = replace(imported.map, claims=(*claims, Claim("n", "New.")), arguments=imported.map.arguments[:3])
    written = write_json("sadface", changed, imported.kept)
    nodes = written["nodes"]
    assert isinstance(nodes, list)
    assert [node["id"] for node in nodes] == [*"abcdestu", "n"]
    assert nodes[1] == {**file()["nodes"][1], "text": "It drips."}  # type: ignore[index]
    assert find_facts(read_json("sadface", written).map) == find_facts(changed)


def test_logic_comes_back_and_nobody_speaks() -> None:
    record = read_full_map()
    back = read_json("sadface", write_json("sadface", record, came=False)).map
    kept = {feature for feature, found in compare_facts(record, back).items() if str(found) == "kept"}
    assert kept >= {
        "claims",
        "supports",
        "attacks",
        "undercuts",
        "linked premises",
        "schemes",
        "titles",
        "weights",
    }
    assert back.stakeholders == ()


def test_what_is_no_part_of_it_is_told() -> None:
    nodes = [{"id": "a", "type": "atom", "text": "A."}, {"id": "b", "type": "blob"}, {"id": "a"}, 7]
    edges = [{"source_id": "a", "target_id": "a"}, {"source_id": "a"}, None]
    assert tell_whys(read_json("sadface", {"nodes": nodes, "edges": edges})) == [
        ("b", "a node of the unknown type 'blob'"),
        ("a", "a second node with an id that is taken"),
        ("", "a node without an id"),
        ("", "an edge that is no object"),
        ("a → a", "an arrow from a claim to itself"),
        ("a → ", "an arrow without two ends"),
    ]


@settings(max_examples=draws(80))
@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_comes_back(text: str) -> None:
    words = " ".join(text.replace("\0", "").split())
    record = replace(read_full_map(), claims=(Claim("a", text),), arguments=(), attributions=(), tour=())
    back = read_json("sadface", write_json("sadface", record, came=False)).map
    assert [claim.text for claim in back.claims] == ([words] if words else [])


def test_a_document_is_known_by_its_atoms_and_by_no_other_format() -> None:
    empty: Json = {"nodes": [], "edges": [], "metadata": {}, "resources": []}
    for value in (file(), empty):
        foreign = Foreign("x", json.dumps(value).encode())
        assert [name for name, plug_in in FORMATS.items() if plug_in.recognise(foreign)] == ["sadface"]
    assert not recognise(Foreign("x", b'{"nodes": [{"type": "I"}], "edges": []}'))
    with pytest.raises(OtherTool):
        read_json("sadface", {"nodes": 1})


@pytest.mark.parametrize("path", corpus("sadface/*.json"))
def test_documents_of_others_come_in_with_their_counts(path: Path) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    imported = read_json("sadface", value)
    record, counts = imported.map, counted(path)
    assert len(record.claims) + len(record.arguments) == counts["nodes"]
    assert sum(len(step.premises) + 1 for step in record.arguments) == counts["edges"]
    assert imported.losses == ()
    assert write_json("sadface", record, imported.kept) == value
