from __future__ import annotations

import difflib
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.anchoring import LOCK_NAME, build_lock, read_lock, write_lock
from argumap.authoring import rename
from argumap.errors import Ambiguous, CallError, ChangedMeanwhile, DoesNotFit, NotFound
from argumap.mapfile import write_map as write_map_text
from argumap.project import load
from argumap.snapshots import build_snapshot, compare
from argumap.snapshots.change_records import Followed, Renamed
from maps import random_maps
from places import CORRECTED, write_map

if TYPE_CHECKING:
    from argumap.model import ArgumentMap

SHIPPED = Path(__file__).parents[2] / "graph"

EVERYWHERE = """\
argumap: 1
title: "close-it, as the walkers say"   # close-it in a comment
tour:
  - {of: close-it, text: "close-it comes first."}
  - {of: slow/close-it, text: "The objection."}
accepted:
  - {code: AM312, at: [close-it, slow/close-it, price/bus, letter, "letter#s1.p1"], reason: "close-it stays."}
sources:
  letter: {title: "A letter", author: union}
  note: {title: "A note"}
sections:
  letter#s1: {title: "close-it"}
issues:
  price: {question: "What does it cost?", compares: [bus, tram]}
  cars: {question: "May cars cross?"}
stakeholders:
  union: {name: "The union", type: organisation}
  carters: {name: "Carters", type: group, affiliation: union}
concepts:
  bus: {label: "The bus", broader: tram}
  tram: {label: "The tram"}
claims:
  close-it:   # the answer
    text: "Close it."
    answers: cars
    at: letter#s1.p1.s1
    expect: {said_by: [union]}
    tags: close-it
  'slow':
    text: "Deliveries take longer."
    attacks: "close-it"
    at: [letter#s1.p1.s2, {source: letter, at: s1.p1.s3}, {at: "letter#s1.p1.s4", quote: "long"}]
    concerns: {union: harms}
    said:
      - carters
      - {by: union, act: argues, via: carters, at: letter#s1.p1.s2}
  easy:
    text: "It is easy."
    undercuts: slow/close-it
    contradicts: close-it
    about: [bus]
    at: note#s1.p1.s1
    said: {by: union, act: disputes}
  plain:
    text: "It is plain."
    rephrases: close-it
    at: note#s1.p1.s2
    said: []
arguments:
  both:
    premises: [easy, close-it]
    supports: plain
  slow/plain:
    premises: slow
    supports: plain
    weight: 0.5
  against:
    premises: [plain, easy]
    undercuts: easy/slow/close-it
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_map(tmp_path / "cars", EVERYWHERE, article=None)


def changed_words(before: str, after: str) -> list[tuple[str, str]]:
    """The words that differ, of texts with as many words and everything between them the same."""
    import re

    old, new = (re.split(r"([^\w-]+)", text) for text in (before, after))
    assert old[1::2] == new[1::2]
    return [pair for pair in zip(old[::2], new[::2], strict=True) if pair[0] != pair[1]]


@pytest.mark.parametrize(
    ("old", "kind", "places"),
    [
        ("close-it", "claim", 11),
        ("slow", "claim", 7),
        ("easy", "claim", 4),
        ("cars", "issue", 2),
        ("price", "issue", 2),
        ("union", "stakeholder", 7),
        ("carters", "stakeholder", 3),
        ("bus", "concept", 4),
        ("tram", "concept", 3),
        ("both", "argument", 1),
        ("letter", "source", 9),
    ],
)
def test_an_id_is_renamed_wherever_it_is_one_and_nowhere_else(
    folder: Path, old: str, kind: str, places: int
) -> None:
    renaming = rename(load(folder), old, "a-new-name")
    assert (renaming.kind, renaming.written) == (kind, (folder / "map.yaml",))
    after = (folder / "map.yaml").read_text(encoding="utf-8")
    assert changed_words(EVERYWHERE, after) == [(old, "a-new-name")] * places


@pytest.mark.parametrize("old", ["close-it", "slow", "cars", "union", "bus", "both", "letter"])
def test_there_and_back_gives_the_same_bytes(folder: Path, old: str) -> None:
    rename(load(folder), old, "a-new-name")
    rename(load(folder), "a-new-name", old)
    assert (folder / "map.yaml").read_text(encoding="utf-8") == EVERYWHERE


def test_a_renaming_is_one_edit_in_a_difference(folder: Path) -> None:
    before = load(folder).record
    rename(load(folder), "slow", "zebra")
    changes = compare(before, load(folder).record)
    assert [change for change in changes if not isinstance(change, Followed)] == [
        Renamed("claim", "slow", "zebra")
    ]


@pytest.mark.parametrize(
    ("old", "new", "error", "says"),
    [
        ("slwo", "a", NotFound, "did you mean 'slow'"),
        ("slow/close-it", "a", CallError, "made of the ids"),
        ("slow", "Slow", CallError, "no id"),
        ("slow", "a/b", CallError, "no id"),
        ("slow", "easy", CallError, "taken by claim 'easy'"),
        ("slow", "union", CallError, "taken by stakeholder"),
        ("slow", "slow", CallError, "taken"),
        ("letter", "note", CallError, "taken by source 'note'"),
    ],
)
def test_what_cannot_be_renamed_says_why_and_writes_nothing(
    folder: Path, old: str, new: str, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        rename(load(folder), old, new)
    assert (folder / "map.yaml").read_text(encoding="utf-8") == EVERYWHERE


def test_a_source_and_a_claim_of_one_name_are_not_told_apart(folder: Path) -> None:
    (folder / "map.yaml").write_text(
        EVERYWHERE.replace("  note: {title", "  slow: {title").replace("note#", "slow#")
    )
    with pytest.raises(Ambiguous, match="a source and of claim 'slow'"):
        rename(load(folder), "slow", "a")


def test_what_the_collection_shares_is_not_renamed_in_one_map(folder: Path) -> None:
    text = EVERYWHERE.replace('  union: {name: "The union", type: organisation}\n', "")
    (folder / "map.yaml").write_text(text, encoding="utf-8")
    shared = 'stakeholders:\n  union: {name: "The union", type: organisation}\n'
    (folder.parent / "shared.yaml").write_text(shared, encoding="utf-8")
    with pytest.raises(CallError, match=r"shared by the collection \(.*shared\.yaml:2\)"):
        rename(load(folder), "union", "a")
    rename(load(folder), "carters", "a")
    (folder.parent / "shared.yaml").write_text(shared + "concepts: {b: {label: B}}\n", encoding="utf-8")
    with pytest.raises(DoesNotFit, match="nothing was changed"):
        rename(load(folder), "bus", "b")


def test_an_alias_that_would_lead_nowhere_is_left_to_a_hand(folder: Path) -> None:
    text = EVERYWHERE.replace("tags: close-it", "tags: &one close-it").replace(
        "rephrases: close-it", "rephrases: *one"
    )
    (folder / "map.yaml").write_text(text, encoding="utf-8")
    rename(load(folder), "close-it", "a")
    after = (folder / "map.yaml").read_text(encoding="utf-8")
    assert "tags: &one close-it" in after
    assert "rephrases: a" in after
    anchored = EVERYWHERE.replace("answers: cars", "answers: &one cars").replace("tags: close-it", "tags: *one")
    (folder / "map.yaml").write_text(anchored, encoding="utf-8")
    with pytest.raises(DoesNotFit):
        rename(load(folder), "cars", "a")
    assert (folder / "map.yaml").read_text(encoding="utf-8") == anchored


def test_files_that_were_changed_meanwhile_are_left_alone(folder: Path) -> None:
    opened = load(folder)
    (folder / "map.yaml").write_text(EVERYWHERE + "# mine\n", encoding="utf-8")
    with pytest.raises(ChangedMeanwhile):
        rename(opened, "slow", "a")
    assert (folder / "map.yaml").read_text(encoding="utf-8") == EVERYWHERE + "# mine\n"


def test_open_anchors_of_the_lock_follow(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge")
    write_lock(folder / LOCK_NAME, build_lock(load(folder).articles))
    (folder / "bridge.md").write_text(CORRECTED, encoding="utf-8")
    from argumap.project import repair_anchors

    repair_anchors(load(folder), ["safe"])
    rename(load(folder), "slower-trade", "slower")
    rename(load(folder), "union", "carters")
    rename(load(folder), "article", "column")
    (locked,) = read_lock(folder / LOCK_NAME).sources.items()
    assert locked[0] == "column"
    assert [anchor.node for anchor in locked[1].pending] == ["close-it", "slower", "carters argues slower"]
    assert [problem for problem in load(folder).check() if problem.code == "AM216"] == []


@pytest.mark.parametrize(
    ("name", "old"),
    [("old-town-cars", "trade-falls"), ("old-town-cars", "column"), ("open-vs-closed-ai", "author")],
)
def test_a_shipped_map_is_renamed_over_all_its_files(tmp_path: Path, name: str, old: str) -> None:
    folder = tmp_path / name
    shutil.copytree(SHIPPED / name, folder)
    record = load(folder).record
    before = {path: path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")}
    renaming = rename(load(folder), old, "zz-new")
    assert load(folder).problems == ()
    for path, text in before.items():
        after = path.read_text(encoding="utf-8")
        told = [line for line in difflib.ndiff(text.splitlines(), after.splitlines()) if line[0] == "+"]
        assert all("zz-new" in line for line in told)
        assert bool(told) is (path in renaming.written)
    assert build_snapshot(load(folder).record) != build_snapshot(record)
    rename(load(folder), "zz-new", old)
    assert {path: path.read_text(encoding="utf-8") for path in before} == before


@settings(deadline=None, max_examples=25)
@given(drawn=random_maps(), data=st.data())
def test_any_map_is_renamed_and_renamed_back(
    tmp_path_factory: pytest.TempPathFactory, drawn: ArgumentMap, data: st.DataObject
) -> None:
    kinds = (drawn.issues, drawn.claims, drawn.arguments, drawn.stakeholders, drawn.concepts, drawn.sources)
    ids = [record.id for records in kinds for record in records]
    old = data.draw(st.sampled_from(ids))
    folder = tmp_path_factory.mktemp("drawn")
    text = write_map_text(replace(drawn, title="c0 r0 ann"))
    (folder / "map.yaml").write_text(text, encoding="utf-8")
    rename(load(folder), old, "zz-new")
    assert not [p for p in load(folder).problems if p.severity == "error"]
    rename(load(folder), "zz-new", old)
    assert (folder / "map.yaml").read_text(encoding="utf-8") == text
