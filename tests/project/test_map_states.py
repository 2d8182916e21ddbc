from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from argumap.anchoring import build_lock, encode_lock
from argumap.folders import snapshots_folder
from argumap.project import Map
from argumap.project.map_states import find_map_states, text_digest
from argumap.snapshots import SnapshotStore, build_snapshot
from argumap.text import parse_article
from town_states import FIRST, SECOND, THIRD


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SnapshotStore:
    """The snapshots of a map called town, of which one is kept."""
    monkeypatch.chdir(tmp_path)
    kept = SnapshotStore(snapshots_folder("town"))
    kept.save(build_snapshot(FIRST), note="the column", date="2027-04-17")
    return kept


def test_the_states_of_a_map_are_its_snapshots_and_the_map_as_it_is() -> None:
    states = find_map_states(Map.of(SECOND, "town", Path()))
    assert [(s.date, s.note, s.snapshot.map.title) for s in states] == [
        ("2027-04-17", "the column", FIRST.title),
        ("", "", SECOND.title),
    ]


def test_a_map_that_was_kept_as_it_is_stands_there_once(store: SnapshotStore) -> None:
    store.save(build_snapshot(SECOND), note="the hearing")
    assert [s.note for s in find_map_states(Map.of(SECOND, "town", Path()))] == ["the column", "the hearing"]


@pytest.mark.parametrize("name", ["village", ".."])
def test_a_map_that_was_never_kept_has_no_states(name: str) -> None:
    assert find_map_states(Map.of(FIRST, name, Path())) == ()


def test_where_a_snapshot_is_damaged_none_are_compared(store: SnapshotStore) -> None:
    path = store.path(store.newest())
    path.write_bytes(path.read_bytes()[:-40])
    assert find_map_states(Map.of(replace(FIRST, title="Now"), "town", Path())) == ()


def test_two_states_of_one_text_are_known_as_that_whatever_else_their_locks_hold(store: SnapshotStore) -> None:
    article = parse_article("# Give the square back\n\nClose the old town. Trade will not fall.")
    lock = build_lock({"column": article})
    column = lock.sources["column"]
    plain = replace(
        lock, sources={"column": replace(column, units=tuple(replace(unit, turns=None) for unit in column.units))}
    )
    assert encode_lock(lock) != encode_lock(plain)
    store.save(build_snapshot(SECOND), fingerprints=encode_lock(plain).encode())
    states = find_map_states(Map.of(THIRD, "town", Path(), lock=lock))
    assert [bool(state.text) for state in states] == [False, True, True]
    assert states[1].text == states[2].text
    other = build_lock({"column": parse_article("# Give the square back\n\nClose the old town now.")})
    assert text_digest(other) != text_digest(lock)
