"""The states of a map that its page of changes compares: as it was kept, and as it is now."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from argumap.anchoring import encode_lock
from argumap.errors import CallError, FileTrouble
from argumap.files import digest
from argumap.folders import snapshots_folder
from argumap.snapshots import SnapshotStore, build_snapshot
from argumap.views import MapState

if TYPE_CHECKING:
    from argumap.anchoring import Lock
    from argumap.project.open_map_protocol import OpenedMap
    from argumap.snapshots import LogEntry


def find_map_states(opened: OpenedMap) -> tuple[MapState, ...]:
    """The snapshots of a map, oldest first, and the map as it is where that is none of them; empty without any.

    Snapshots that cannot be read are left out: `argumap snapshot verify` tells what is wrong with them.
    """
    with suppress(FileTrouble, CallError):
        store = SnapshotStore(snapshots_folder(opened.name))
        kept = [_read(store, entry) for entry in store.read_log()]
        if kept:
            now = MapState(build_snapshot(opened.record), text=lock_digest(opened.lock))
            return tuple(kept if kept[-1].snapshot == now.snapshot else [*kept, now])
    return ()


def _read(store: SnapshotStore, entry: LogEntry) -> MapState:
    return MapState(store.read(entry.id), entry.date, entry.remark, entry.lock)


def lock_digest(lock: Lock | None) -> str:
    """What tells the texts of two states apart; empty where none is locked."""
    return digest(encode_lock(lock).encode()) if lock and lock.sources else ""
