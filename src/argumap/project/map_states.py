"""The states of a map that its page of changes compares: as it was kept, and as it is now."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from argumap.anchoring import decode_lock
from argumap.errors import ArgumapError, CallError, FileTrouble
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

    Where one cannot be read none are compared: `argumap snapshot verify` tells what is wrong with them.
    """
    with suppress(FileTrouble, CallError):
        return read_map_states(opened)
    return ()


def read_map_states(opened: OpenedMap) -> tuple[MapState, ...]:
    """The same; raises `FileTrouble` where one cannot be read, `CallError` where the map's name is no folder's."""
    store = SnapshotStore(snapshots_folder(opened.name))
    texts: dict[str, str] = {"": ""}
    kept = [_read(store, entry, texts) for entry in store.read_log()]
    if not kept:
        return ()
    now = MapState(build_snapshot(opened.record), text=text_digest(opened.lock))
    return tuple(kept if kept[-1].snapshot == now.snapshot else [*kept, now])


def _read(store: SnapshotStore, entry: LogEntry, texts: dict[str, str]) -> MapState:
    """The state that was kept; ``texts`` are the digests of the texts of locks that were read before."""
    if entry.lock not in texts:
        try:
            texts[entry.lock] = text_digest(decode_lock(store.read_fingerprints(entry.lock)))
        except ArgumapError:  # a lock that cannot be read is no other's
            texts[entry.lock] = entry.lock
    return MapState(store.read(entry.id), entry.date, entry.remark, texts[entry.lock])


def text_digest(lock: Lock | None) -> str:
    """What tells the texts of two states apart; empty where none is locked.

    What else a lock holds may change, or be new, while the text is the same.
    """
    if not lock or not lock.sources:
        return ""
    prints = {
        source: [unit.exact_hash for unit in locked.units] for source, locked in sorted(lock.sources.items())
    }
    return digest(repr(prints).encode())
