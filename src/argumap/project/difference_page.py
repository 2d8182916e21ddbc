"""The page that shows what changed between versions of a map."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from argumap.errors import FileTrouble
from argumap.project.map_states import text_digest
from argumap.project.versions import RevisionVersion, SnapshotVersion
from argumap.snapshots import SnapshotStore
from argumap.views import MapState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from argumap.news import StatePair
    from argumap.project.versions import OpenedVersion
    from argumap.snapshots import LogEntry


def build_difference_page(versions: Iterable[OpenedVersion]) -> str:
    """The page that shows what changed between versions of a map, oldest first."""
    from argumap.model import Index
    from argumap.views import VIEWS, ViewInput

    states = tuple(map(state_of, versions))
    newest = states[-1].snapshot
    given = ViewInput(map=newest.map, name=newest.name, index=Index(newest.map), states=states, alone=True)
    return VIEWS["changes"].build(given)


def pair_versions(old: OpenedVersion, new: OpenedVersion) -> StatePair:
    """Two versions of a map, to be asked for what is new."""
    from argumap.news import JudgedState, StatePair

    return StatePair(*(JudgedState(each.snapshot, text_digest(each.lock)) for each in (old, new)))


def state_of(version: OpenedVersion) -> MapState:
    """A version as a state: a snapshot with the date and the note of its log, a revision noted by its name."""
    text = text_digest(version.lock)
    match version.version:
        case SnapshotVersion(file):
            entry = _find_entry(file, version.snapshot.id)
            return MapState(version.snapshot, *((entry.date, entry.remark) if entry else ("", "")), text=text)
        case RevisionVersion(revision):
            return MapState(version.snapshot, note=revision, text=text)
        case _:
            return MapState(version.snapshot, text=text)


def _find_entry(file: Path, snapshot_id: str) -> LogEntry | None:
    with suppress(FileTrouble):
        log = SnapshotStore(file.parent).read_log()
        return next((entry for entry in reversed(log) if entry.id == snapshot_id), None)
    return None
