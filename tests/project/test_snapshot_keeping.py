from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from argumap.errors import CallError, UnreadableMap
from argumap.project import load, lock_articles
from argumap.project.snapshot_keeping import open_store, save_snapshot, verify_snapshots
from places import ARTICLE, MAP, write_map


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_map(Path("graph/bridge"))


def test_a_map_is_kept_where_its_output_lies(folder: Path) -> None:
    saved = save_snapshot(load(folder), note="first", date="2025-01")
    assert (saved.store.folder, saved.again) == (Path("output/bridge/snapshots"), False)
    assert (saved.entry.note, saved.entry.date, saved.entry.claims) == ("first", "2025-01", 4)
    assert open_store("bridge").read_log() == (saved.entry,)
    assert save_snapshot(load(folder)).again


def test_another_folder_keeps_its_own(folder: Path, tmp_path: Path) -> None:
    saved = save_snapshot(load(folder), tmp_path / "kept", pages=True)
    assert open_store("bridge", tmp_path / "kept").ids() == [saved.entry.id]
    assert open_store("bridge").ids() == []
    assert (saved.store.pages(saved.entry.id) / "map.html").is_file()


def test_a_map_with_errors_is_not_kept(folder: Path) -> None:
    (folder / "map.yaml").write_text(MAP + "nothing: 1\n", encoding="utf-8")
    with pytest.raises(UnreadableMap):
        save_snapshot(load(folder))
    assert open_store("bridge").ids() == []


def test_what_is_as_it_was_is_sound(folder: Path) -> None:
    save_snapshot(load(folder))
    verified = verify_snapshots(load(folder))
    assert verified.sound
    assert verified.to_dict() == {
        "snapshots": 1,
        "damaged": [],
        "passages": [],
        "unread": [],
        "placed": True,
        "renewed": 0,
    }


def test_passages_that_are_no_longer_there_are_named(folder: Path) -> None:
    save_snapshot(load(folder))
    (folder / "bridge.md").write_text(ARTICLE.split("## What the carters")[0], encoding="utf-8")
    verified = verify_snapshots(load(folder))
    assert not verified.sound
    assert {state.node for state in verified.lost} >= {"ring-road", "slower-trade"}
    assert {state.node for state in verified.lost}.isdisjoint({"close-it", "new-cracks"})


def test_damage_is_found_before_passages_are_looked_for(folder: Path) -> None:
    saved = save_snapshot(load(folder))
    saved.store.path(saved.entry.id).write_bytes(b"{}")
    (folder / "bridge.md").write_text("# Bees\n\nBees sleep.\n", encoding="utf-8")
    verified = verify_snapshots(load(folder))
    assert (len(verified.damages), verified.lost, verified.sound) == (1, (), False)


def test_a_source_that_is_not_at_hand_is_named(folder: Path) -> None:
    save_snapshot(load(folder))
    (folder / "bridge.md").unlink()
    assert verify_snapshots(load(folder)).unread == ("article",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(ARTICLE.split("## What the carters")[0], "AM210", id="a passage is gone"),
        pytest.param("# Bees\n\nBees sleep in winter. They wake in March.\n", "AM218", id="another document"),
    ],
)
def test_a_map_whose_passages_are_not_proved_is_kept_only_by_force(folder: Path, text: str, code: str) -> None:
    lock_articles(load(folder))
    (folder / "bridge.md").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableMap, match=code):
        save_snapshot(load(folder))
    assert open_store("bridge").ids() == []
    saved = save_snapshot(load(folder), force=True)
    assert saved.entry.errors > 0
    assert open_store("bridge").read_log()[-1].remark.startswith("(saved with ")
    (folder / "bridge.md").write_text(ARTICLE, encoding="utf-8")
    assert save_snapshot(load(folder)).entry == replace(saved.entry, errors=0)


@pytest.mark.parametrize("date", ["2025", "2025-03", "2024-02-29"])
def test_a_date_goes_to_the_log_as_it_is(date: str, folder: Path) -> None:
    assert save_snapshot(load(folder), date=date).entry.date == date


@pytest.mark.parametrize(
    "date", ["yesterday", "2025-02-30", "2025-13", "31.3.2025", "2025-3-1", "20250331", "2025-03-31T10"]
)
def test_what_is_no_date_is_not_kept(date: str, folder: Path) -> None:
    with pytest.raises(CallError, match="is no date; write it as 2025-03-31"):
        save_snapshot(load(folder), date=date)
    assert not list(folder.parent.rglob("log.jsonl"))
