"""The page between versions calls each as a person knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.folders import snapshots_folder
from argumap.project import open_version, parse_version
from argumap.project.difference_page import state_of
from argumap.snapshots import SnapshotStore, build_snapshot
from town_states import FIRST

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_snapshot_is_called_by_its_date_and_its_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = SnapshotStore(snapshots_folder("town"))
    store.save(build_snapshot(FIRST), note="the column", date="2027-04-17")
    state = state_of(open_version(parse_version(store.newest()[:8])))
    assert (state.date, state.note) == ("2027-04-17", "the column")
