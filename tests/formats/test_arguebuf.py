from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Foreign
from argumap.formats.arguebuf import MAJOR, recognise
from argumap.model import Argument, Bearing, Stakeholder
from argumap.project import load
from argumap.project.exports import export_map
from argumap.project.fidelity import Fidelity, find_facts, measure, read_full_map
from argumap.project.importing import import_files
from draws import draws
from foreign_files import came, check_cuts, check_edit, check_refused_or_read, read, write
from maps import random_maps

if TYPE_CHECKING:
    from argumap.model import ArgumentMap

TEXT = "The dam leaks. So the pond should be drained.\n"
POND: dict[str, object] = {
    "schemaVersion": 1,
    "libraryVersion": "2.0.1",
    "nodes": {
        "a1": {
            "atom": {
                "text": "The pond should be drained.",
                "reference": {"resource": "r1", "offset": "18", "text": "the pond should be drained."},
                "participant": "p1",
            },
            "metadata": {"created": "2024-03-02T10:00:00Z"},
        },
        "a2": {"atom": {"text": "The dam leaks.", "reference": {"resource": "r1", "text": "The dam leaks."}}},
        "a3": {"atom": {"text": "What leaks is to be emptied."}, "userdata": {"note": "x"}},
        "a4": {"atom": {"text": "Old leaks never end a dam.", "participant": "p2"}},
        "a5": {"atom": {"text": "Water comes through."}},
        "s1": {"scheme": {"support": "SUPPORT_CAUSE_TO_EFFECT", "premiseDescriptors": ["cause"]}},
        "s2": {"scheme": {"attack": "ATTACK_DEFAULT"}},
        "s3": {"scheme": {"rephrase": "REPHRASE_DEFAULT"}},
        "s4": {"scheme": {"preference": "PREFERENCE_DEFAULT"}},
        "s5": {"scheme": {"support": "SUPPORT_DEFAULT"}},
    },
    "edges": {
        str(n): {"source": start, "target": end}
        for n, (start, end) in enumerate(
            [("a2", "s1"), ("a3", "s1"), ("s1", "a1"), ("a4", "s2"), ("s2", "s1"), ("a5", "s3"), ("s3", "a2")]
        )
    },
    "resources": {"r1": {"text": TEXT, "title": "A letter", "source": "https://example.org/letter"}},
    "participants": {"p1": {"name": "Ada", "description": "the miller"}, "p2": {"username": "bo"}, "p3": {}},
    "majorClaim": "a1",
    "analysts": {"n1": {"name": "Cy"}},
}


def text(value: object) -> str:
    return json.dumps(value)


def edited(record: ArgumentMap, kept: tuple[object, ...]) -> dict[str, dict[str, dict[str, object]]]:
    [made] = write("arguebuf", record, kept).values()  # type: ignore[arg-type]
    found = json.loads(made)
    assert isinstance(found, dict)
    return found


def test_atoms_are_claims_and_schemes_are_steps() -> None:
    record = read("arguebuf", text(POND)).map
    names = {c.id: str(c.origin.id) for c in record.claims if c.origin}
    names |= {s.id: str(s.origin.id) for s in record.arguments if s.origin}
    assert [
        (names[s.id], [names[p] for p in s.premises], str(s.bearing), names[s.target], s.scheme)
        for s in record.arguments
    ] == [
        ("s1", ["a2", "a3"], "supports", "a1", "Cause to Effect"),
        ("s2", ["a4"], "undercuts", "s1", None),
    ]
    assert [names[other] for c in record.claims for other in c.rephrases] == ["a2"]
    assert [names[c.id] for c in record.claims if MAJOR in c.tags] == ["a1"]


def test_participants_assert_and_references_are_passages_in_the_text_of_a_resource() -> None:
    imported = read("arguebuf", text(POND))
    record = imported.map
    assert [(p.name, p.role) for p in record.stakeholders] == [("Ada", "the miller"), ("bo", None)]
    assert [(said.by, str(said.act)) for said in record.attributions] == [("ada", "asserts"), ("bo", "asserts")]
    assert [*imported.texts.values()] == [TEXT]
    assert [len(claim.at) for claim in record.claims] == [1, 1, 0, 0, 0]
    assert [source.url for source in record.sources] == ["https://example.org/letter"]


def test_what_is_not_in_the_map_is_told() -> None:
    assert {(loss.id, loss.why) for loss in read("arguebuf", text(POND)).losses} == {
        ("s4", "a preference"),
        ("s5", "an inference without premise"),
        ("p3", "a participant without a name"),
        ("s1", "what part each premise has in a step"),
        ("n1", "an analyst"),
    }


def test_the_older_form_is_read() -> None:
    old = {
        "nodes": {
            "1": {"atom": {"text": "A.", "resource": {"resource": "r", "offset": 0, "text": "A."}}},
            "2": {"atom": {"text": "B."}},
            "3": {"scheme": {"type": "SCHEME_TYPE_ATTACK", "argumentation_scheme": "Bias"}},
        },
        "edges": {"4": {"source": "2", "target": "3"}, "5": {"source": "3", "target": "1"}},
        "resources": {"r": {"text": "A. And so on."}},
        "major_claim": "2",
    }
    record = read("arguebuf", text(old)).map
    [step] = record.arguments
    assert (step.bearing, step.scheme) == (Bearing.ATTACKS, "Bias")
    assert record.claims[0].at != ()
    assert record.claims[1].tags == (MAJOR,)


def test_it_goes_back_as_it_came_and_edited_where_it_was_edited() -> None:
    imported = read("arguebuf", text(POND))
    record = came("arguebuf", imported)
    assert edited(record, imported.kept) == POND
    check_edit("arguebuf", text(POND))
    again = read("arguebuf", text(edited(record, ()))).map
    mine, theirs = find_facts(record), find_facts(again)
    for feature in ("claims", "supports", "undercuts", "linked premises", "rephrases", "schemes", "who says what"):
        assert mine[feature] == theirs[feature], feature


def test_what_a_person_changed_goes_back_changed() -> None:
    imported = read("arguebuf", text(POND))
    record = came("arguebuf", imported)
    ada = record.stakeholders[0]
    changed = replace(
        record,
        claims=(*record.claims[:3], *record.claims[4:]),
        arguments=(
            replace(record.arguments[0], premises=record.arguments[0].premises[:1], scheme="Argument from Rot"),
            Argument("new", (record.claims[4].id,), Bearing.ATTACKS, record.claims[2].id),
        ),
        stakeholders=(replace(ada, name="Ada the miller"), Stakeholder("cy", "Cy")),
        attributions=record.attributions[:1],
    )
    made = edited(changed, imported.kept)
    assert "a4" not in made["nodes"]
    assert "s2" not in made["nodes"]
    assert made["nodes"]["s1"]["scheme"] == {"support": "SUPPORT_DEFAULT"}
    assert made["nodes"]["s1"]["userdata"] == {"scheme": "Argument from Rot"}
    ends = [(edge["source"], edge["target"]) for edge in made["edges"].values()]
    assert ends == [
        ("a5", "s3"),
        ("s3", "a2"),
        ("a2", "s1"),
        ("s1", "a1"),
        ("a5", "new"),
        ("new", "a3"),
    ]
    assert made["nodes"]["a3"] == POND["nodes"]["a3"]  # type: ignore[index]
    assert made["participants"][str(made["nodes"]["a1"]["atom"]["participant"])]["name"] == "Ada the miller"  # type: ignore[index]


def test_the_text_of_a_resource_is_an_article_and_comes_back_with_its_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pond.json").write_text(text(POND), encoding="utf-8")
    folder = import_files([Path("pond.json")]).maps[0].folder
    opened = load(folder)
    assert {str(state.state) for state in opened.anchor_states} == {"exact"}
    assert json.loads(export_map(opened, "arguebuf").single()) == POND
    (folder / "origin.jsonl").unlink()
    made = json.loads(export_map(load(folder), "arguebuf").single())
    assert made["nodes"]["a1"]["atom"]["reference"]["offset"] == 18
    assert [resource["text"] for resource in made["resources"].values()] == [TEXT]


def test_it_is_known_by_its_nodes() -> None:
    assert recognise(Foreign("x", text(POND).encode()))
    assert not FORMATS["aif"].recognise(Foreign("x", text(POND).encode()))
    others: list[object] = [
        {"nodes": [], "edges": []},
        {"nodes": {}, "edges": {}},
        {"nodes": {"a": {"label": "x"}}, "edges": {}},
    ]
    for other in others:
        assert not recognise(Foreign("x", text(other).encode()))
    with pytest.raises(OtherTool, match="lacks the object"):
        read("arguebuf", "{}")


def test_a_file_cut_anywhere_or_of_other_values_is_read_or_refused() -> None:
    check_cuts("arguebuf", text(POND)[:1200])
    others: list[object] = [None, 7, "x", [], [1], {}, {"a": 1}, {"a": {"atom": 7}}, True]
    others.append({"a1": {"atom": {"text": {}}}})
    for key in POND:
        for other in others:
            check_refused_or_read("arguebuf", text({**POND, key: other}).encode())


@settings(max_examples=draws(60), deadline=None)
@given(random_maps())
def test_claims_and_steps_of_any_map_come_back(record: ArgumentMap) -> None:
    assume(all(step.target not in step.premises for step in record.arguments))
    [made] = write("arguebuf", record).values()
    mine, theirs = find_facts(record), find_facts(read("arguebuf", made).map)
    for feature in ("claims", "supports", "linked premises"):
        assert mine.get(feature) == theirs.get(feature), feature


def test_the_logic_is_kept() -> None:
    kept = {feature for feature, fidelity in measure(FORMATS["arguebuf"]).items() if fidelity is Fidelity.KEPT}
    assert kept >= {"claims", "supports", "attacks", "undercuts", "linked premises", "rephrases", "schemes"}


COUNT = """
import json, sys, arguebuf
graph = arguebuf.load.dict(json.load(sys.stdin))
print(len(graph.atom_nodes), len(graph.scheme_nodes), len(graph.edges), len(graph.participants))
"""


@pytest.mark.parametrize("name", ["full", "pond"])
def test_arguebuf_reads_it_with_as_many_atoms_schemes_and_edges(name: str) -> None:
    """By the interpreter that ``ARGUEBUF_PYTHON`` names: version 3 needs Python 3.13, so it has one of its own."""
    python = os.environ.get("ARGUEBUF_PYTHON", sys.executable)
    if subprocess.run([python, "-c", "import arguebuf"], capture_output=True, check=False).returncode:
        pytest.skip("arguebuf is not installed; name an interpreter that has it: ARGUEBUF_PYTHON")
    record = read_full_map() if name == "full" else came("arguebuf", read("arguebuf", text(POND)))
    [made] = write("arguebuf", record).values()
    whole = json.loads(made)
    told = subprocess.run([python, "-c", COUNT], input=made, capture_output=True, text=True, check=True).stdout
    atoms = sum("atom" in node for node in whole["nodes"].values())
    people = len(whole.get("participants", {}))
    assert told.split() == [str(n) for n in (atoms, len(whole["nodes"]) - atoms, len(whole["edges"]), people)]
    assert atoms == len(record.claims)
