from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, write_lock
from argumap.authoring import relocate
from argumap.errors import CallError, NotFound, UnreadableMap
from argumap.files import write_together
from argumap.project import Map, load
from argumap.project.anchor_repair import choose, find_open_anchors, repair_anchors
from argumap.project.kept_texts import keep_texts
from places import CORRECTED, write_map

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_map(tmp_path / "bridge")
    opened = load(folder)
    write_lock(folder / LOCK_NAME, build_lock(opened.articles))
    write_together(folder, keep_texts(folder, opened.source_files))
    (folder / "bridge.md").write_text(CORRECTED, encoding="utf-8")
    return folder


def told(opened: Map) -> dict[str, tuple[str, str | None, tuple[str, ...]]]:
    return {f"{s.node} {s.at}": (str(s.state), s.now, s.flags) for s in find_open_anchors(opened)}


def test_each_anchor_tells_what_became_of_its_passage(folder: Path) -> None:
    assert told(load(folder)) == {
        "close-it s2.p1.s1": ("edited", "s3.p1.s1", ()),
        "new-cracks s2.p1.s2-s3": ("exact", "s3.p1.s2-s3", ()),
        "slower-trade s3.p1.s1": ("edited", "s4.p1.s1", ("number",)),
        "ring-road s3.p1.s3": ("exact", "s4.p1.s3", ()),
        "union argues slower-trade s3.p1.s1": ("edited", "s4.p1.s1", ("number",)),
        "article s3.p1.s2": ("exact", "s4.p1.s2", ()),
        "s3 s3": ("moved", "s4", ()),
    }


def test_a_changed_number_waits_for_its_node_to_be_named(folder: Path) -> None:
    opened = load(folder)
    relocate(opened, choose(find_open_anchors(opened), ["safe", "edited"]))
    assert told(load(folder)) == {
        "slower-trade s3.p1.s1": ("edited", "s4.p1.s1", ("number",)),
        "union argues slower-trade s3.p1.s1": ("edited", "s4.p1.s1", ("number",)),
    }
    again = load(folder)
    relocate(again, choose(find_open_anchors(again), ["slower-trade", "union argues slower-trade"]))
    assert told(load(folder)) == {}
    assert [p for p in load(folder).check() if p.severity == "error"] == []


@pytest.mark.parametrize(
    ("wanted", "error"),
    [("nobody", NotFound), ("exactly", NotFound)],
)
def test_what_names_no_open_anchor_is_refused(folder: Path, wanted: str, error: type[Exception]) -> None:
    with pytest.raises(error, match="names no open anchor"):
        choose(find_open_anchors(load(folder)), [wanted])


def test_a_repair_tells_what_it_took_and_what_is_left(folder: Path) -> None:
    before = (folder / "map.yaml").read_bytes()
    proposed = repair_anchors(load(folder))
    assert (proposed.accepted, proposed.written) == ((), ())
    assert list(proposed.left) == find_open_anchors(load(folder))
    assert (folder / "map.yaml").read_bytes() == before
    repaired = repair_anchors(load(folder), ["safe", "close-it"])
    assert "close-it" in {state.node for state in repaired.accepted}
    assert set(repaired.written) == {folder / "map.yaml", folder / LOCK_NAME}
    assert [state.node for state in repaired.left] == [state.node for state in find_open_anchors(load(folder))]
    assert repaired.to_dict()["open"] == [state.to_dict() for state in repaired.left]


def test_a_lost_passage_cannot_be_accepted(folder: Path) -> None:
    gone = CORRECTED.replace("But the new ring road opens in spring.", "")
    (folder / "bridge.md").write_text(gone, encoding="utf-8")
    states = find_open_anchors(load(folder))
    assert [s.state for s in states if s.node == "ring-road"] == ["lost"]
    with pytest.raises(CallError, match="stands nowhere now"):
        choose(states, ["ring-road"])


def test_another_document_is_refused_and_nothing_is_written(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    (folder / "bridge.md").write_text("# Bees\n\nBees sleep in winter. They wake in March.\n", encoding="utf-8")
    with pytest.raises(UnreadableMap, match="a different document"):
        find_open_anchors(load(folder))
    assert {n: (folder / n).read_bytes() for n in before if n != "bridge.md"} == {
        n: content for n, content in before.items() if n != "bridge.md"
    }
