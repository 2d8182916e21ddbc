"""A newer foreign file: what only it changed comes, what a person changed stays, and where both did is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from aif_files import DAM, DAM_EDGES, aif
from argumap.authoring import undo
from argumap.formats import FORMATS, Export
from argumap.mapfile import yaml_tree
from argumap.model import ArgumentMap, Claim, Passage, Source
from argumap.project import load
from argumap.project.importing import import_files

if TYPE_CHECKING:
    from argumap.project.import_updating import Update

MAP = Path("graph/dam/map.yaml")


@pytest.fixture(autouse=True)
def _imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("dam.json").write_text(json.dumps(aif()), encoding="utf-8")
    import_files([Path("dam.json")])


def update(nodes: str = DAM, edges: str = DAM_EDGES) -> Update:
    Path("dam.json").write_text(json.dumps(aif(nodes, edges)), encoding="utf-8")
    done = import_files([Path("dam.json")])
    assert done.failed == {}
    [imported] = done.maps
    assert imported.update is not None
    return imported.update


def edit(old: str, new: str) -> None:
    text = MAP.read_text(encoding="utf-8")
    assert old in text
    MAP.write_text(text.replace(old, new), encoding="utf-8")


def texts() -> set[str]:
    return {claim.text for claim in load("dam").sound().record.claims}


def test_what_the_file_changed_changes_and_comments_stay() -> None:
    edit("claims:", "# by hand\nclaims:")
    done = update(DAM.replace("3 I The leak is old.", "3 I The leak is ten years old."))
    assert "The leak is ten years old." in texts()
    assert done.changed_ids == [next(c.id for c in load("dam").record.claims if "ten years" in c.text)]
    assert "# by hand" in MAP.read_text(encoding="utf-8")


def test_what_a_person_changed_stays() -> None:
    edit('"The leak is old."', '"The leak is of long standing."')
    done = update(DAM.replace("The dam leaks.", "The dam leaks a lot."))
    assert {"The leak is of long standing.", "The dam leaks a lot."} <= texts()
    assert done.conflicts == []


def test_where_both_changed_the_persons_stays_and_is_told() -> None:
    edit('"The leak is old."', '"The leak is of long standing."')
    done = update(DAM.replace("3 I The leak is old.", "3 I The leak is ten years old."))
    assert "The leak is of long standing." in texts()
    assert any("text was changed both in the map and in the file" in told for told in done.conflicts)


def test_what_is_new_comes_with_its_speaker_and_its_step() -> None:
    nodes = f"{DAM}41 I Mud fills the pond.\n42 RA Default Inference\n43 L Dora : mud\n44 YA Asserting"
    done = update(nodes, f"{DAM_EDGES} 41>42>2 43>44>41")
    record = load("dam").sound().record
    [claim] = [c for c in record.claims if c.text == "Mud fills the pond."]
    assert claim.id in done.added
    assert any(step.premises == (claim.id,) for step in record.arguments)
    names = {person.id: person.name for person in record.stakeholders}
    assert [names[a.by] for a in record.attributions if a.of == claim.id] == ["Dora"]


def test_what_the_file_has_no_more_goes_unless_somebody_needs_it() -> None:
    nodes = DAM.replace("5 I The dam lets water through.\n", "").replace("9 MA Default Rephrase\n", "")
    update(nodes, DAM_EDGES.replace(" 5>9>1", ""))
    assert "The dam lets water through." not in texts()


def test_what_a_person_builds_on_is_put_back() -> None:
    record = load("dam").record
    gone = next(c.id for c in record.claims if "lets water through" in c.text)
    goal = next(c.id for c in record.claims if "drained" in c.text)
    with MAP.open("a", encoding="utf-8") as file:
        file.write(f"  mine:\n    premises: [{gone}]\n    supports: {goal}\n")
    nodes = DAM.replace("5 I The dam lets water through.\n", "").replace("9 MA Default Rephrase\n", "")
    done = update(nodes, DAM_EDGES.replace(" 5>9>1", ""))
    assert "The dam lets water through." in texts()
    assert [told for told in done.conflicts if told.startswith(f"{gone} stays, for mine needs it")]
    assert gone not in done.removed


def test_what_a_person_took_out_does_not_come_back() -> None:
    record = load("dam").record
    gone = next(c.id for c in record.claims if "lets water through" in c.text)
    lines = MAP.read_text(encoding="utf-8").split("\n")
    start = lines.index(f"  {gone}:")
    end = next(n for n in range(start + 1, len(lines)) if not lines[n].startswith("    "))
    MAP.write_text("\n".join([*lines[:start], *lines[end:]]), encoding="utf-8")
    done = update(DAM.replace("The dam lets water through.", "Water comes through the dam."))
    assert "Water comes through the dam." not in texts()
    assert any(f"{gone} was taken out of the map" in told for told in done.conflicts)


def test_an_update_can_be_taken_back_whole() -> None:
    before = {path: path.read_bytes() for path in Path("graph/dam").iterdir() if path.is_file()}
    update(DAM.replace("The dam leaks.", "The dam leaks a lot."))
    assert MAP.read_bytes() != before[MAP]
    undo(load("dam"))
    assert {path: path.read_bytes() for path in before} == before


def test_a_map_whose_records_were_deleted_keeps_what_is_there() -> None:
    Path("graph/dam/origin.jsonl").unlink()
    Path("dam.json").write_text(json.dumps(aif(DAM.replace("leaks", "drips"))), encoding="utf-8")
    done = import_files([Path("dam.json")])
    assert "its origin.jsonl is gone" in str(done.failed["dam.json"])


def test_the_files_that_an_update_wrote_are_told() -> None:
    Path("dam.json").write_text(json.dumps(aif(DAM.replace("The dam leaks.", "The dam leaks a lot."))))
    [imported] = import_files([Path("dam.json")]).maps
    assert [path.name for path in imported.wrote] == ["map.yaml", "origin.jsonl"]


def test_of_two_conclusions_of_one_inference_each_keeps_its_own_change() -> None:
    """Both steps came from one node, so the node alone does not tell them apart."""
    both = DAM_EDGES.replace("6>2", "6>2 6>3") if "6>2" in DAM_EDGES else f"{DAM_EDGES} 6>3"
    Path("two.json").write_text(json.dumps(aif(edges=both)), encoding="utf-8")
    import_files([Path("two.json")])
    before = {(step.premises, step.target): step.id for step in load("two").record.arguments}
    Path("two.json").write_text(json.dumps(aif(DAM.replace("The dam leaks.", "The dam drips."), both)))
    [imported] = import_files([Path("two.json")]).maps
    after = {(step.premises, step.target): step.id for step in load("two").sound().record.arguments}
    assert imported.update is not None
    assert imported.update.conflicts == []
    assert after == before


def test_a_step_that_a_person_drew_and_the_file_brings_is_one_step() -> None:
    ids = {claim.text: claim.id for claim in load("dam").record.claims}
    old, leaks = ids["The leak is old."], ids["The dam leaks."]
    with MAP.open("a", encoding="utf-8") as file:
        file.write(f"  {old}/{leaks}:\n    premises: [{old}]\n    attacks: {leaks}\n")
    done = update(f"{DAM}41 CA Default Conflict\n", f"{DAM_EDGES} 3>41>1")
    drawn = [s for s in load("dam").sound().record.arguments if s.premises == (old,) and s.target == leaks]
    assert len(drawn) == 1
    assert not any(told for told in done.conflicts if "taken out" in told)


def test_a_step_in_short_form_is_not_drawn_twice() -> None:
    ids = {claim.text: claim.id for claim in load("dam").record.claims}
    old, leaks = ids["The leak is old."], ids["The dam leaks."]
    edit(f"  {old}:\n", f"  {old}:\n    attacks: {leaks}\n")
    done = update(f"{DAM}41 CA Default Conflict\n", f"{DAM_EDGES} 3>41>1")
    drawn = [s for s in load("dam").sound().record.arguments if s.premises == (old,) and s.target == leaks]
    assert len(drawn) == 1
    assert any("was drawn in the map, and is new in the file" in told for told in done.conflicts)


def test_whoever_somebody_is_said_to_belong_to_stays() -> None:
    edit("stakeholders:\n", "stakeholders:\n  club:\n    name: Boat Club\n    affiliation: cy\n")
    done = update(DAM.replace("14 L Cy", "14 L Cyrus"))
    assert any(told.startswith("cy stays, for club needs it") for told in done.conflicts)


def test_what_is_cited_anew_comes_with_its_source() -> None:
    old = ArgumentMap(title="Pond", claims=(Claim("dry", "The pond is dry."),))
    new = replace(
        old,
        claims=(*old.claims, Claim("deep", "It was deep.", at=(Passage(source="log", at="s1"),))),
        sources=(Source("log", "The keeper's log"), Source("plan", "The plan")),
    )
    for record in (old, new):
        write = FORMATS["jgf"].write
        assert write is not None
        Path("pond.json").write_text(str(write(Export(record))), encoding="utf-8")
        done = import_files([Path("pond.json")])
        assert done.failed == {}
    record = load("pond").sound().record
    assert [source.title for source in record.sources] == ["The keeper's log", "The plan"]
    assert [place.source for claim in record.claims for place in claim.at] == [record.sources[0].id]


def test_no_file_of_the_map_is_parsed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    parse = yaml_tree._parse

    def note(text: str, file: str) -> yaml_tree.YamlTree:
        parsed.append(text)
        return parse(text, file)

    monkeypatch.setattr(yaml_tree, "_parse", note)
    update(DAM.replace("3 I The leak is old.", "3 I The leak is ten years old."))
    maps = [text for text in parsed if "argumap: 1" in text]
    assert len(maps) == len(set(maps)) == 2


def test_records_that_a_person_laid_out_otherwise_are_no_obstacle() -> None:
    records = MAP.with_name("origin.jsonl")
    records.write_text(records.read_text(encoding="utf-8").replace("\n", "\r\n"), encoding="utf-8", newline="")
    laid = records.read_bytes()
    update(DAM.replace("3 I The leak is old.", "3 I The leak is ten years old."))
    assert "The leak is ten years old." in texts()
    undo(load("dam"))
    assert records.read_bytes() == laid


PROS = "Pros,Cons\nThe dam leaks.,The carp would die.\nIt smells.,Nobody pays.\n"
LISTS = {
    "pros and cons": PROS,
    "a title above": f"The pond should go.,\n{PROS}",
    "a question above": f"Should it go?,\n{PROS}",
    "a side a row": "Argument,Side\nThe dam leaks.,pro\nThe carp would die.,con\nNobody pays.,con\n",
}


def import_list(text: str) -> Update | None:
    Path("list.csv").write_text(text, encoding="utf-8")
    done = import_files([Path("list.csv")])
    assert done.failed == {}
    return done.maps[0].update


@pytest.mark.parametrize("table", LISTS.values(), ids=[*LISTS])
def test_a_newer_list_keeps_what_it_is_about(table: str) -> None:
    import_list(table)
    before = load("list").sound().record
    done = import_list(table.replace("Nobody pays.", "The town pays nothing."))
    assert done is not None
    after = load("list").sound().record
    assert (done.conflicts, len(done.added), len(done.removed)) == ([], 2, 2)
    assert (after.issues, after.claims[0]) == (before.issues, before.claims[0])
    assert len(after.arguments) == len(before.arguments)


def test_a_title_that_changes_is_the_same_claim() -> None:
    import_list(LISTS["a title above"])
    done = import_list(LISTS["a title above"].replace("should go", "should be drained"))
    assert done is not None
    assert (done.conflicts, done.added, done.removed, len(done.changed_ids)) == ([], [], [], 1)


def test_a_question_above_that_changes_is_the_same_question() -> None:
    import_list(LISTS["a question above"])
    done = import_list(LISTS["a question above"].replace("it go", "the pond go"))
    assert done is not None
    assert (done.conflicts, done.added, done.removed, len(done.changed_ids)) == ([], [], [], 2)


def test_a_question_whose_origin_was_not_noted_is_not_made_again() -> None:
    import_list(LISTS["pros and cons"])
    path = Path("graph/list/map.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('    origin: {id: "#question"}\n', ""), encoding="utf-8")
    done = import_list(LISTS["pros and cons"].replace("Nobody", "No one"))
    assert done is not None
    assert done.conflicts == []
    assert len(load("list").sound().record.issues) == 1
