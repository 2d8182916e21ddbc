"""What became of a map: its versions, each with what it changed of the one before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from argumap.errors import NotFound
from argumap.folders import snapshots_folder
from argumap.project.difference_page import pair_versions
from argumap.project.opening import find_map, map_name
from argumap.project.versions import OpenedVersion, PastMap, RevisionVersion, SnapshotVersion, open_version
from argumap.snapshots import SnapshotStore, write_difference_as_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from argumap.news import StatePair
    from argumap.snapshots import Difference


@dataclass(frozen=True, slots=True)
class Step:
    """One version in the history of a map, in a ``pair`` with the one before (None for the first).

    ``id`` is a snapshot's or a commit's; ``date`` and ``note`` are those of the log or of the commit.
    """

    id: str
    date: str
    note: str
    pair: StatePair | None

    @property
    def difference(self) -> Difference | None:
        """What it changed of the one before."""
        return self.pair.difference if self.pair else None


@dataclass(frozen=True, slots=True)
class History:
    """The ``steps`` of a map, newest first, and the versions that were ``opened`` for them, oldest first."""

    steps: tuple[Step, ...]
    opened: tuple[OpenedVersion, ...]


def find_history(map_path: str, *, from_git: bool, limit: int) -> History:
    """The last ``limit`` versions of a map: its snapshots, or the commits that touched it where it has none."""
    path = find_map(map_path)
    store = SnapshotStore(snapshots_folder(map_name(path)))
    # One more is opened than is told, so that the oldest one told is compared with what was before it.
    kept = () if from_git else tuple(_find_kept(store, limit + 1))
    found = kept or tuple(_find_committed(path, limit + 1))
    opened = tuple(opened for opened, *_ in found)
    pairs = [None, *(pair_versions(a, b) for a, b in pairwise(opened))]
    steps = [
        Step(snapshot_id, date, note, pair)
        for (_, snapshot_id, date, note), pair in zip(found, pairs, strict=False)
    ]
    return History(tuple(steps[::-1][:limit]), opened)


# Any: a difference as JSON nests as deep as its changes do.
def write_history(history: History) -> list[dict[str, Any]]:
    """The steps as plain data, each difference as `write_difference_as_json` has it."""
    return [
        {
            "id": step.id,
            "date": step.date,
            "note": step.note,
            "difference": None if step.difference is None else write_difference_as_json(step.difference),
        }
        for step in history.steps
    ]


def _find_kept(store: SnapshotStore, count: int) -> Iterator[tuple[OpenedVersion, str, str, str]]:
    for entry in store.read_log()[-count:]:
        version = SnapshotVersion(store.path(entry.id))
        yield PastMap(version, store.get(entry.id)), entry.id, entry.date, entry.remark


def _find_committed(path: Path, count: int) -> Iterator[tuple[OpenedVersion, str, str, str]]:
    from argumap.snapshots import find_commits, path_inside

    inside = path_inside(path)
    for commit in reversed(find_commits(path, count)):
        try:
            opened = open_version(RevisionVersion(commit.id, inside))
        except NotFound:
            continue  # a commit that took the map away
        yield opened, commit.id, commit.date, commit.subject
