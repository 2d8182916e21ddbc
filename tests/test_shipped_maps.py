"""The maps that are shipped: nothing is left to tell of them, and they are kept as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from argumap.project import load, verify_snapshots
from argumap.snapshots import SnapshotStore, build_snapshot

ROOT = Path(__file__).parents[1]
SHIPPED = sorted(path.parent.name for path in (ROOT / "graph").glob("*/map.yaml"))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_map_is_accepted_whole(name: str) -> None:
    opened = load(str(ROOT / "graph" / name))
    open_problems = [str(p) for p in opened.check() if not p.accepted]
    assert open_problems == []


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_map_is_kept_as_it_is(name: str) -> None:
    """After an edit: ``argumap snapshot save graph/NAME --note WHY``; for another solver: ``verify --renew``."""
    opened, folder = load(str(ROOT / "graph" / name)), ROOT / "output" / name / "snapshots"
    assert SnapshotStore(folder).newest() == build_snapshot(opened.record).id
    assert [str(damage) for damage in verify_snapshots(opened, folder).damages] == []
