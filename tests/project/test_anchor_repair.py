from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from argumap.anchoring import LOCK_NAME, build_lock, write_lock
from argumap.errors import CallError, ChangedMeanwhile, NotFound, StoppedWriting, UnreadableMap
from argumap.files import PENDING, write_together
from argumap.project import Map, load
from argumap.project.anchor_repair import choose, find_open_anchors, pin_anchors, relocate, repair_anchors
from argumap.project.kept_texts import keep_texts
from places import ARTICLE, MAP, write_map

CORRECTED = (
    ARTICLE.replace(
        "## Why close it", "## A correction\n\nAn earlier version named another bridge.\n\n## Why close it"
    )
    .replace("for good", "at last")
    .replace("twenty minutes", "thirty minutes")
)


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


def test_what_is_accepted_is_rewritten_and_nothing_else(folder: Path) -> None:
    opened = load(folder)
    relocate(opened, choose(find_open_anchors(opened), ["safe", "edited", "slower-trade"]))
    after = (folder / "map.yaml").read_text(encoding="utf-8")
    changed = [line for line in difflib.ndiff(MAP.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert changed == [
        "-     skip: s3.p1.s2",
        "+     skip: s4.p1.s2",
        '-   s3: {title: "What the carters say"}',
        '+   s4: {title: "What the carters say"}',
        "-     at: s2.p1.s1",
        "+     at: s3.p1.s1",
        "-     at: s2.p1.s2-s3",
        "+     at: s3.p1.s2-s3",
        "-     at: s3.p1.s1",
        "+     at: s4.p1.s1",
        "-     at: s3.p1.s3",
        "+     at: s4.p1.s3",
    ]


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


QUOTED = MAP.replace("    at: s3.p1.s3\n", '    quote: "the new ring road"   # short\n')


def test_a_quote_is_pinned_and_stays(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge", QUOTED)
    assert [path.name for path in pin_anchors(load(folder))] == ["map.yaml"]
    text = (folder / "map.yaml").read_text(encoding="utf-8")
    assert text == QUOTED.replace('    quote: "the', '    at: s3.p1.s3\n    quote: "the')
    assert pin_anchors(load(folder)) == []


def test_a_quote_may_go_once_its_locator_is_written(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge", QUOTED)
    pin_anchors(load(folder), drop=True)
    text = (folder / "map.yaml").read_text(encoding="utf-8")
    assert text == QUOTED.replace('    quote: "the new ring road"   # short\n', "    at: s3.p1.s3\n")


def test_a_quote_that_stands_twice_is_left_alone(tmp_path: Path) -> None:
    folder = write_map(tmp_path / "bridge", QUOTED.replace("the new ring road", "the"))
    assert pin_anchors(load(folder)) == []


def accept_all(opened: Map) -> None:
    relocate(opened, choose(find_open_anchors(opened), ["safe", "edited", "slower-trade"]))


@pytest.mark.parametrize("stopped_after", [0, 1, 2])
def test_map_and_lock_change_as_one_however_often_the_command_is_stopped(
    folder: Path, monkeypatch: pytest.MonkeyPatch, stopped_after: int
) -> None:
    real, left = Path.replace, [stopped_after]

    def replace(path: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            accept_all(load(folder))
    with pytest.warns(StoppedWriting, match=r"map\.yaml, .*anchors\.lock\.json.* is done now"):
        again = load(folder)
    assert list(told(again)) == ["union argues slower-trade s3.p1.s1"]
    assert "at: s3.p1.s1" in (folder / "map.yaml").read_text(encoding="utf-8")
    assert not (folder / PENDING).exists()


@pytest.mark.parametrize("name", ["map.yaml", LOCK_NAME])
def test_a_file_that_was_edited_meanwhile_is_not_written(folder: Path, name: str) -> None:
    opened = load(folder)
    _ = opened.anchor_states
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    with pytest.raises(ChangedMeanwhile, match=rf"{name} was changed meanwhile"):
        accept_all(opened)
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
