"""The snapshots of a map: kept where its output lies, listed, and verified against what is there now."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.anchoring import encode_lock
from argumap.errors import CallError, UnreadableMap
from argumap.folders import snapshots_folder
from argumap.project.map import Map
from argumap.project.map_checking import find_text_errors
from argumap.project.opening import find_map, map_name
from argumap.project.outputs import build
from argumap.project.versions import read_kept_lock
from argumap.snapshots import SnapshotStore, build_snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from argumap.anchoring import AnchorState
    from argumap.snapshots import Damage, LogEntry

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Saved:
    """The log's ``entry`` of a snapshot that was saved to ``store``; ``again`` where it was there before."""

    store: SnapshotStore
    entry: LogEntry
    again: bool


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of the snapshots of a map.

    ``lost`` are the passages of the newest that the articles at hand no longer have, ``unread`` the sources that
    are not at hand. Without ``placed`` nobody knows which text its locators count, so none were looked for.
    ``renewed`` is how many had their figures written anew.
    """

    snapshots: int
    damages: tuple[Damage, ...]
    lost: tuple[AnchorState, ...]
    unread: tuple[str, ...]
    placed: bool = True
    renewed: int = 0

    @property
    def sound(self) -> bool:
        return not self.damages and not self.lost

    def to_dict(self) -> dict[str, object]:
        """All of it as plain data."""
        return {
            "snapshots": self.snapshots,
            "damaged": [{"file": str(damage.file), "message": damage.message} for damage in self.damages],
            "passages": [
                {"node": state.node, "source": state.source, "at": state.at, "state": str(state.state)}
                for state in self.lost
            ],
            "unread": list(self.unread),
            "placed": self.placed,
            "renewed": self.renewed,
        }


def open_store(map_path: str, folder: Path | None = None) -> SnapshotStore:
    """The snapshots of a map, in ``folder`` where they do not lie with its output."""
    return SnapshotStore(folder or snapshots_folder(map_name(find_map(map_path))))


def _check_date(text: str) -> None:
    """Raise `CallError` for what is no date, or the beginning of one, as ISO 8601 has it."""
    if text and not (_DATE.fullmatch(text) and _is_in_calendar(text + "0000-01-01"[len(text) :])):
        raise CallError(f"{text!r} is no date; write it as 2025-03-31, or 2025-03, or 2025")


def _is_in_calendar(date: str) -> bool:
    try:
        dt.date.fromisoformat(date)
    except ValueError:
        return False
    return True


def save_snapshot(
    opened: Map,
    folder: Path | None = None,
    *,
    note: str = "",
    date: str = "",
    pages: bool = False,
    force: bool = False,
) -> Saved:
    """Keep the map as it is, with its evaluation, its fingerprints, and its pages where they are asked for.

    Raises `UnreadableMap` for a map with errors, and for one whose passages the articles at hand do not prove,
    unless with ``force``, which the log tells; `CallError` for a date that is none, `CannotWrite` where the folder
    takes nothing, `DamagedFile` where its log is damaged.
    """
    _check_date(date)
    store = SnapshotStore(folder or snapshots_folder(opened.sound().name))
    known = {entry.id for entry in store.read_log()}
    errors = find_text_errors(opened)
    if errors and not force:
        raise UnreadableMap(errors)
    fingerprints = opened.fingerprints
    entry = store.save(
        build_snapshot(opened.record),
        opened.evaluate(),
        note=note,
        date=date,
        fingerprints=encode_lock(fingerprints).encode() if fingerprints.sources else b"",
        errors=len(errors),
        build_pages=(lambda pages_folder: build(opened, pages_folder)) if pages else None,
    )
    return Saved(store, entry, entry.id in known)


def verify_snapshots(
    opened: Map,
    folder: Path | None = None,
    sources: Mapping[str, Path] | None = None,
    *,
    renew: bool = False,
) -> Verified:
    """Hash every snapshot of the map again and, where all are whole, find the newest one's passages.

    With ``renew`` figures that this argumap works out otherwise are written anew before; what is damaged raises.
    """
    from argumap.semantics import evaluate

    store = SnapshotStore(folder or snapshots_folder(opened.name))
    renewed = store.renew_figures(lambda snapshot: evaluate(snapshot.map)) if renew else 0
    damages = store.find_damage(lambda snapshot: evaluate(snapshot.map))
    ids = store.ids()
    lost: tuple[AnchorState, ...] = ()
    placed = True
    if ids and not damages:
        newest = store.get("latest")
        lock = read_kept_lock(store.path(newest.id), newest.id)
        placed = lock is not None or not opened.articles
        kept = Map.of(newest.map, opened.name, opened.folder, sources or {}, lock, placed=placed)
        lost = tuple(state for state in kept.anchor_states if state.state not in {"exact", "cosmetic"})
    unread = {source.id for source in opened.record.sources} - set(opened.articles)
    return Verified(len(ids), damages, lost, tuple(sorted(unread)), placed, renewed)
