"""A map in one of its versions, as people name it: a path, a name, a snapshot's id, a git revision."""

from __future__ import annotations

from pathlib import Path

import click

from argumap.errors import CallError, NotFound, Severity
from argumap.snapshots import Snapshot, build_snapshot
from argumap.snapshots.report import named
from argumap.snapshots.store import get_snapshot, is_beginning, read_snapshot

_MAPS = Path("graph")
_OUTPUT = Path("output")


def open_version(text: str) -> Snapshot:
    """The version that ``text`` names, under that name.

    A path goes before a name, a name before an id, and ``REV:PATH`` is a git revision unless there is such a
    file. Raises `NotFound`, `CallError` or `UnreadableMap`.
    """
    path = Path(text)
    if path.is_file() and path.suffix == ".jsonl":
        return named(read_snapshot(path), text)
    revision, colon, inside = text.partition(":")
    if colon and not path.exists():
        return open_revision(revision, inside)
    from argumap.project import load

    try:
        return build_snapshot(load(path).sound().record, text)
    except NotFound:
        if is_beginning(text):
            return get_snapshot(text, _OUTPUT)
        raise


def open_revision(revision: str, inside: str) -> Snapshot:
    """The map at ``inside`` (from the top of the repository, or its name under ``graph/``) in a git revision."""
    from argumap.mapfile import read_map
    from argumap.snapshots.revisions import unpacked

    if not inside:
        raise CallError(f"name the map in the revision, as in {revision or 'HEAD~1'}:graph/my-map")
    name = f"{revision}:{inside}"
    paths = [inside] if "/" in inside else [(_MAPS / inside).as_posix(), inside]
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
                note = "1 error" if errors == 1 else f"{errors} errors"
                click.echo(f"{name} has {note} and is compared as far as it can be read.", err=True)
            return build_snapshot(reading.map, name)
    raise NotFound(f"revision {revision} has no map at {inside}")
