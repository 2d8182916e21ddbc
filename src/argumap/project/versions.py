"""A map in one of its versions, as people name it: as its files are, as a snapshot, as it stood in git."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from argumap.errors import CallError, NotFound, OtherFormat
from argumap.folders import MAPS_FOLDER, OUTPUT_FOLDER, SNAPSHOTS, snapshots_folder
from argumap.mapfile import MAP_SUFFIXES, name_of_path
from argumap.project.map import Map
from argumap.project.opening import find_map, load
from argumap.snapshots import (
    SHORT_ID,
    SnapshotStore,
    build_snapshot,
    find_ids,
    get_path,
    is_beginning,
    path_from_here,
    read_snapshot,
    rename_snapshot,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.anchoring import Lock
    from argumap.errors import Problem
    from argumap.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class WorkingVersion:
    """A map as its files are now, by its path or its name."""

    name: str


@dataclass(frozen=True, slots=True)
class SnapshotVersion:
    """A map as it was kept in ``file``; ``name`` is how it was asked for, None by its id."""

    file: Path
    name: str | None = None


@dataclass(frozen=True, slots=True)
class RevisionVersion:
    """A map as it stood in a git ``revision``; ``path`` counts from the repository's top, or is its name."""

    revision: str
    path: str

    @property
    def name(self) -> str:
        return f"{self.revision}:{self.path}"

    @property
    def paths(self) -> tuple[str, ...]:
        """Where in the repository the map may stand, the likelier place first."""
        return (self.path,) if "/" in self.path else ((MAPS_FOLDER / self.path).as_posix(), self.path)


_REVISION = re.compile(r"(?:HEAD|@|[\w./-]+)(?:[~^]\d*)+|HEAD|@")

Version: TypeAlias = WorkingVersion | SnapshotVersion | RevisionVersion


def parse_version(text: str) -> Version:
    """The version that ``text`` names.

    A path goes before a name, a name before an id, and ``REV:PATH`` is a git revision unless there is such a
    file. Raises `NotFound` or `Ambiguous` for the beginning of an id that is not that of one snapshot.
    """
    path = Path(text)
    if path.is_file() and path.suffix == ".jsonl":
        return SnapshotVersion(path, text)
    if path.exists():
        return WorkingVersion(text)
    if is_beginning(text) and not _is_map(text):
        return SnapshotVersion(get_path(text, OUTPUT_FOLDER))
    revision, colon, inside = text.partition(":")
    return RevisionVersion(revision, inside) if colon else WorkingVersion(text)


def parse_snapshot(text: str) -> SnapshotVersion:
    """The snapshot that ``text`` names, by its file or the beginning of its id; raises as `parse_version`.

    A map names none of its snapshots: `CallError`.
    """
    path = Path(text)
    if not path.is_file() and not is_beginning(text) and _is_map(text):
        raise CallError(f"{text} is a map; name one of its snapshots: `argumap snapshot list {text}` lists them")
    return SnapshotVersion(path, str(path)) if path.is_file() else SnapshotVersion(get_path(text, OUTPUT_FOLDER))


def find_pair(old: str, new: str | None = None, revision: str | None = None) -> tuple[Version, Version]:
    """The two versions to compare: A and B, A in a revision and A, or the newest snapshot of A and A.

    Raises `CallError` where both ``new`` and ``revision`` are named, or one of two is missing, and as
    `parse_version` does.
    """
    if revision is not None:
        if new is not None:
            raise CallError("--git compares one map with its past: name no second version")
        from argumap.snapshots import path_inside

        return RevisionVersion(revision, path_inside(find_map(old))), parse_version(old)
    if new is None:
        _check_alone(old)
        return find_newest(old), parse_version(old)
    for one, other in ((old, new), (new, old)):
        if _is_bare_revision(one):
            call = f"argumap diff --git {one} {other}"
            raise CallError(f"{one} is a revision without its map; write {one}:PATH, or {call}")
    return parse_version(old), parse_version(new)


def _check_alone(text: str) -> None:
    """Raise `CallError` for a version that is no map as it is now: with what it is compared has to be said."""
    if _is_bare_revision(text):
        raise CallError(f"{text} is a revision without its map; write `argumap diff MAP --git {text}`")
    if is_beginning(text) and not _is_map(text) and not Path(text).exists() and not find_ids(text, OUTPUT_FOLDER):
        raise NotFound(f"there is no map {text}, and no snapshot under {OUTPUT_FOLDER} whose id begins so")
    version = parse_version(text)
    if isinstance(version, SnapshotVersion):
        name = version.file.parent.parent.name if version.file.parent.name == SNAPSHOTS else "MAP"
        raise CallError(f"{text} is a snapshot; say what it is compared with: `argumap diff {text} {name}`")
    if isinstance(version, RevisionVersion):
        path = version.path or "MAP"
        raise CallError(f"{text} is one version; say what it is compared with: `argumap diff {text} {path}`")


def _is_bare_revision(text: str) -> bool:
    return bool(_REVISION.fullmatch(text)) and not _is_map(text) and not Path(text).exists()


def find_newest(map_path: str) -> SnapshotVersion:
    """The newest snapshot of a map; raises `NotFound` where it has none, and as `load` does."""
    store = SnapshotStore(snapshots_folder(load(map_path).name))
    if not store.read_log():
        raise NotFound(
            f"{map_path} has no snapshot to be compared with; make one with `argumap snapshot save {map_path}`, "
            f"or name the other version"
        )
    return SnapshotVersion(store.path(store.newest()))


@dataclass(frozen=True)
class CurrentMap:
    """A map opened as its files are now."""

    version: WorkingVersion
    map: Map
    problems: tuple[Problem, ...] = ()

    @cached_property
    def snapshot(self) -> Snapshot:
        """Its content in canonical form, under the name it was asked by."""
        return build_snapshot(self.map.record, self.version.name)

    @property
    def lock(self) -> Lock | None:
        """The fingerprints of its sources."""
        return self.map.lock

    @property
    def placed(self) -> bool:
        """Whether it is known which text its locators count."""
        return True


@dataclass(frozen=True)
class PastMap:
    """A map opened as it was: ``snapshot`` is its content, ``problems`` what reading an old revision found wrong.

    ``path`` is where it stands in its revision, "" for a snapshot.
    """

    version: SnapshotVersion | RevisionVersion
    snapshot: Snapshot
    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, Path] = field(default_factory=dict)
    path: str = ""

    @cached_property
    def map(self) -> Map:
        """The handle for its pages and reports.

        It is called ``map@version``, so that what is built of it never lies over what is built of the map. Its
        texts are those of the map as it is now, where that is still there, compared with the lock of its time;
        where that is not known, its passages are not placed.
        """
        if isinstance(self.version, RevisionVersion):
            name = name_of_path(self._inside)
            folder = path_from_here(str(self._folder_inside))
            version = self.version.revision.replace("/", "-")
        else:
            file = self.version.file
            name = file.parent.parent.name if file.parent.name == SNAPSHOTS else file.stem
            folder = MAPS_FOLDER / name
            version = self.snapshot.id[:SHORT_ID]
        placed = self.lock is not None
        return Map.of(self.snapshot.map, f"{name}@{version}", folder, self.sources, self.lock, placed=placed)

    @property
    def _inside(self) -> PurePosixPath:
        return PurePosixPath(self.path)

    @property
    def _folder_inside(self) -> PurePosixPath:
        """The folder of the map's files, as git counts it."""
        return self._inside.parent if self._inside.suffix in MAP_SUFFIXES else self._inside

    @property
    def placed(self) -> bool:
        """Whether it is known which text its locators count, or no text is at hand to place them in."""
        return self.lock is not None or not self.map.source_files

    @cached_property
    def lock(self) -> Lock | None:
        """The fingerprints of its sources at its time: a revision's lock file, or those kept with a snapshot.

        None where there are none, or where this argumap counts units by other rules. Raises `DamagedFile` where
        they are not what was written.
        """
        from argumap.anchoring import LOCK_NAME
        from argumap.snapshots import read_committed

        if isinstance(self.version, SnapshotVersion):
            return read_kept_lock(self.version.file, self.snapshot.id)
        file = (self._folder_inside / LOCK_NAME).as_posix()
        written = read_committed(self.version.revision, file)
        return None if written is None else _decode_past(written, f"{self.version.revision}:{file}")


def read_kept_lock(file: Path, snapshot_id: str) -> Lock | None:
    """The fingerprints kept with a snapshot, in its folder or, for one that was built, in that of snapshots."""
    folder = file.parent if file.stem == snapshot_id else file.parent / SNAPSHOTS
    store = SnapshotStore(folder)
    kept = store.find_fingerprints(snapshot_id)
    return None if kept is None else _decode_past(store.read_fingerprints(kept), str(store.fingerprints(kept)))


def _decode_past(written: bytes, file: str) -> Lock | None:
    """A lock of the past. Made by other rules it is none: locking the source again is no remedy there."""
    from argumap.anchoring import decode_lock

    try:
        return decode_lock(written, file)
    except OtherFormat:
        return None


OpenedVersion: TypeAlias = CurrentMap | PastMap


def open_version(version: Version, sources: Mapping[str, Path] = MappingProxyType({})) -> OpenedVersion:
    """Open a version; ``sources`` are the files of its articles, as `load` takes them.

    Raises `NotFound` or `NoMap` where there is none, `UnreadableMap` where the map as it is now has errors,
    `DamagedFile` or `OtherFormat` for a snapshot that cannot be read.
    """
    if isinstance(version, WorkingVersion):
        return CurrentMap(version, load(version.name, sources).sound())
    if isinstance(version, RevisionVersion):
        return _open_revision(version, sources)
    if version.name is None:
        return PastMap(version, SnapshotStore(version.file.parent).read(version.file.stem), sources=sources)
    return PastMap(version, rename_snapshot(read_snapshot(version.file), version.name), sources=sources)


def _open_revision(version: RevisionVersion, sources: Mapping[str, Path]) -> PastMap:
    if not version.path:
        raise CallError(f"name the map in the revision, as in {version.revision or 'HEAD~1'}:graph/my-map")
    *likelier, last = version.paths
    for path in likelier:
        with suppress(NotFound):
            return _open_at(path, version, sources)
    return _open_at(last, version, sources)


def _open_at(path: str, version: RevisionVersion, sources: Mapping[str, Path]) -> PastMap:
    from argumap.mapfile import read_map
    from argumap.snapshots import unpack_revision

    with unpack_revision(version.revision, path) as folder:
        reading = read_map(folder)
    return PastMap(version, build_snapshot(reading.map, version.name), reading.problems, sources, path)


def _is_map(text: str) -> bool:
    try:
        find_map(text)
    except NotFound:
        return False
    return True
