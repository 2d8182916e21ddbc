"""The way back from each change of a map: what stood where, kept beside it where git does not look."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from argumap.errors import CallError, CannotRead, ChangedMeanwhile
from argumap.files import digest, read_bytes, write_together

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from argumap.authoring.map_editing import EditableMap

FOLDER = ".argumap"
_LIMIT = 500_000_000
_BLOCK = 4096
# The letters of a journal, all of them ASCII, so these are bytes too.
_ROOM = 20_000_000
# So many changes can be taken back, one after the other.
_MOST = 200


def journal_with(
    opened: EditableMap, told: str, before: Mapping[Path, str], after: Mapping[Path, str]
) -> dict[Path, str | bytes]:
    """The files that keep the journal of a map with one more change in it; they are written with the change."""
    folder = opened.folder
    step = {
        "told": told,
        "files": [
            {"file": os.path.relpath(path, folder), **_way_back(before[path].encode(), after[path].encode())}
            for path in after
        ],
    }
    return _encode(opened, [*_read(opened), step][-_MOST:])


def undo(opened: EditableMap) -> str:
    """Put the bytes back that stood there before the last change of a map, and tell what that was.

    Raises `CallError` where there is none, `ChangedMeanwhile` where a file was changed since by other means; then
    nothing is written.
    """
    folder, steps = opened.folder, _read(opened)
    if not steps:
        raise CallError("nothing to undo: no change of this map is kept")
    *kept, last = steps
    contents: dict[Path, str | bytes] = {}
    planned_on: dict[Path, str] = {}
    for change in last["files"]:
        path = folder / change["file"]
        now = read_bytes(path, _LIMIT)
        start, end = change["start"], change["end"]
        old = now[:start] + change["old"].encode("utf-8", "surrogateescape") + now[end:]
        if digest(now) != change["after"] or digest(old) != change["before"]:
            raise ChangedMeanwhile(
                f"{path} was changed by other means since the review ({last['told']}); nothing was undone. Take "
                "the other change back first, or change the file by hand"
            )
        contents[path], planned_on[path] = old, change["after"]
    inside = all(path.parent == folder for path in contents)
    write_together(folder if inside else folder / os.pardir, {**contents, **_encode(opened, kept)}, planned_on)
    return f"took back: {last['told']}"


def _way_back(before: bytes, after: bytes) -> dict[str, object]:
    """Where ``after`` has to be changed, and into what, to be ``before`` again."""
    start = _count_same(before, after)
    most = min(len(before), len(after)) - start
    ending = _count_same(before[::-1][:most], after[::-1][:most])
    return {
        "before": digest(before),
        "after": digest(after),
        "start": start,
        "end": len(after) - ending,
        "old": before[start : len(before) - ending].decode("utf-8", "surrogateescape"),
    }


def _count_same(one: bytes, other: bytes) -> int:
    """How many bytes two texts begin with alike."""
    most = min(len(one), len(other))
    start = 0
    while start < most and one[start : start + _BLOCK] == other[start : start + _BLOCK]:
        start += _BLOCK
    rest = range(min(start, most), min(start + _BLOCK, most))
    return next((n for n in rest if one[n] != other[n]), rest.stop)


# Any: JSON holds what was written.
def _read(opened: EditableMap) -> list[dict[str, Any]]:
    try:
        steps: list[dict[str, Any]] = json.loads(read_bytes(_find_journal(opened), _LIMIT))
    except (CannotRead, ValueError):  # what cannot be read leads back nowhere
        return []
    return steps


def _encode(opened: EditableMap, steps: list[dict[str, Any]]) -> dict[Path, str | bytes]:
    journal = _find_journal(opened)
    text = _dump(steps)
    while len(steps) > 1 and len(text) > _ROOM:  # the oldest go first; what was just done can be taken back
        steps = steps[1:]
        text = _dump(steps)
    return {journal: text, journal.parent / ".gitignore": "*\n"}


# Any: as above.
def _dump(steps: list[dict[str, Any]]) -> str:
    return json.dumps(steps, indent=0) + "\n"


def _find_journal(opened: EditableMap) -> Path:
    """Maps that are one file each may lie in one folder, so the journal is called after its map."""
    return opened.folder / FOLDER / f"changes.{opened.name}.json"
