"""A map in one of its versions, as people name it: a path, a name, a snapshot's id, a git revision."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argumap.errors import CallError, NotFound, Severity
from argumap.folders import MAPS_FOLDER, OUTPUT_FOLDER, snapshots_folder
from argumap.snapshots import Snapshot, build_snapshot
from argumap.snapshots.change_wording import tell_consequence, tell_edit
from argumap.snapshots.diff_report import Difference, named, write_json
from argumap.snapshots.snapshot_store import (
    SHORT,
    SnapshotStore,
    get_path,
    get_snapshot,
    is_beginning,
    read_snapshot,
)
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.project import Map

_SHOWN = 10


def open_version(text: str) -> Snapshot:
    """The version that ``text`` names, under that name.

    A path goes before a name, a name before an id, and ``REV:PATH`` is a git revision unless there is such a
    file. Raises `NotFound`, `CallError` or `UnreadableMap`.
    """
    if (kept := _find_kept(text)) is not None:
        return named(read_snapshot(kept), text) if Path(text) == kept else get_snapshot(text, OUTPUT_FOLDER)
    if revision := _split_revision(text):
        return open_revision(*revision)
    from argumap.project import load

    return build_snapshot(load(text).sound().record, text)


def open_map(text: str, sources: Mapping[str, Path]) -> Map:
    """The map that ``text`` names, for its pages and reports: as its files are, or in an old version.

    An old version is called ``map@version``, so that what is built of it never lies over what is built of the
    map; its texts and its lock are those of the map, where that is still there. Raises as `open_version` does.
    """
    from argumap.project import Map, load

    if (kept := _find_kept(text)) is not None:
        name = kept.parent.parent.name if kept.parent.name == "snapshots" else kept.stem
        snapshot = open_version(text)
        version = snapshot.id[:SHORT]
    elif revision := _split_revision(text):
        name = Path(revision[1]).name.removesuffix(".yaml")
        snapshot = open_revision(*revision)
        version = revision[0].replace("/", "-")
    else:
        return load(text, sources).sound()
    return Map.of(snapshot.map, f"{name}@{version}", MAPS_FOLDER / name, sources)


def _find_kept(text: str) -> Path | None:
    """The file of the snapshot that ``text`` names; None where it names a map or a revision."""
    path = Path(text)
    if path.is_file() and path.suffix == ".jsonl":
        return path
    if path.exists() or not is_beginning(text):
        return None
    from argumap.project import find_map

    try:
        find_map(text)
    except NotFound:
        return get_path(text, OUTPUT_FOLDER)
    return None


def _split_revision(text: str) -> tuple[str, str] | None:
    """The revision and the path inside it; None where ``text`` is no ``REV:PATH`` or there is such a file."""
    revision, colon, inside = text.partition(":")
    return (revision, inside) if colon and not Path(text).exists() else None


def open_revision(revision: str, inside: str) -> Snapshot:
    """The map at ``inside`` (from the top of the repository, or its name under ``graph/``) in a git revision."""
    from argumap.mapfile import read_map
    from argumap.snapshots.git import unpacked

    if not inside:
        raise CallError(f"name the map in the revision, as in {revision or 'HEAD~1'}:graph/my-map")
    name = f"{revision}:{inside}"
    paths = [inside] if "/" in inside else [(MAPS_FOLDER / inside).as_posix(), inside]
    for last, path in zip((len(paths) == 1, True), paths, strict=False):
        try:
            with unpacked(revision, path) as folder:
                reading = read_map(folder)
        except NotFound:
            if last:
                raise
        else:
            errors = sum(problem.severity is Severity.ERROR for problem in reading.problems)
            if errors:
                note = counted(errors, "error")
                click.echo(f"{name} has {note} and is compared as far as it can be read.", err=True)
            return build_snapshot(reading.map, name)
    raise NotFound(f"revision {revision} has no map at {inside}")


def open_snapshot(text: str) -> Snapshot:
    """A snapshot by its file or the beginning of its id."""
    path = Path(text)
    return read_snapshot(path) if path.is_file() else get_snapshot(text, OUTPUT_FOLDER)


def open_pair(old: str, new: str | None, revision: str | None) -> tuple[Snapshot, Snapshot]:
    """The two versions to compare: A and B, A in a revision and A, or the newest snapshot of A and A."""
    from argumap.project import find_map
    from argumap.project.opening import map_name

    if revision is not None:
        if new is not None:
            raise CallError("--git compares one map with its past: name no second version")
        from argumap.snapshots.git import path_inside

        return open_revision(revision, path_inside(find_map(old))), open_version(old)
    if new is not None:
        return open_version(old), open_version(new)
    store = SnapshotStore(snapshots_folder(map_name(find_map(old))))
    newest = store.get("latest")
    return newest, open_version(old)


@dataclass(frozen=True)
class Step:
    """One version in the history of a map, and what it changed of the one before (None for the first)."""

    id: str
    date: str
    note: str
    difference: Difference | None

    def text(self) -> str:
        """The version in one line, what it changed below."""
        head = "  ".join(part for part in (self.id[:SHORT], self.date, " ".join(self.note.split())) if part)
        if self.difference is None:
            return f"{head}\n    the first version"
        edits = self.difference.edits
        lines = [f"    {edit.weight:<9} {tell_edit(edit)}" for edit in edits[:_SHOWN]]
        more = [f"    … and {len(edits) - _SHOWN} more edits"] if len(edits) > _SHOWN else []
        told = [f"    → {tell_consequence(c)}" for c in self.difference.consequences if c.status_moved]
        return "\n".join([head, *(lines or ["    nothing changed"]), *more, *told[:_SHOWN]])

    def plain(self) -> dict[str, object]:
        """The version as JSON has it."""
        difference = None if self.difference is None else write_json(self.difference)
        return {"id": self.id, "date": self.date, "note": self.note, "difference": difference}


def find_history(map_path: str, *, from_git: bool, limit: int) -> list[Step]:
    """The versions of a map, newest first: its snapshots, or the commits that touched it."""
    from argumap.project import find_map
    from argumap.project.opening import map_name

    path = find_map(map_path)
    store = SnapshotStore(snapshots_folder(map_name(path)))
    entries = () if from_git else store.read_log()
    if entries:
        kept = entries[-limit - 1 :]
        versions = [(store.get(entry.id), entry.id, entry.date, entry.note) for entry in kept]
    else:
        versions = _find_committed(path, limit + 1)
    steps = []
    for n, (snapshot, id, date, note) in enumerate(versions):
        before = versions[n - 1][0] if n else None
        steps.append(Step(id, date, note, None if before is None else Difference(before, snapshot)))
    return steps[::-1][:limit]


def _find_committed(path: Path, count: int) -> list[tuple[Snapshot, str, str, str]]:
    from argumap.snapshots.git import find_commits, path_inside

    versions = []
    inside = path_inside(path)
    for commit in reversed(find_commits(path, count)):
        try:
            snapshot = open_revision(commit.id, inside)
        except NotFound:
            continue  # a commit that took the map away
        versions.append((snapshot, commit.id, commit.date, commit.subject))
    return versions
