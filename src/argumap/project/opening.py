"""Finding maps by path or by name, and opening them."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.errors import Ambiguous, CallError, NoMap, NotFound, StoppedWriting
from argumap.files import finish_writing
from argumap.folders import MAPS_FOLDER
from argumap.mapfile import MAP_FILE, find_maps, name_of_path, read_map
from argumap.project.map import Map
from argumap.suggestions import find_nearest
from argumap.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.mapfile import Reading


_BESIDE = frozenset({".json", ".md"})
"""What the files end in that lie beside maps and are none."""


def find_map(name: str | Path) -> Path:
    """The path of the map ``name``: a file, a folder, or a name under ``graph/``.

    Raises `NotFound` with the nearest name where there is none.
    """
    path = Path(name)
    if path.exists():
        return path
    named = MAPS_FOLDER / name
    for candidate in (named, named.with_name(f"{named.name}.yaml")):
        if candidate.exists():
            return candidate
    there = [map_name(found) for found in find_maps(MAPS_FOLDER)] if MAPS_FOLDER.is_dir() else []
    near = find_nearest(str(name), there)
    hint = f"did you mean {MAPS_FOLDER / near[0]}?" if near else "name a map's file or folder"
    raise NotFound(f"there is no map {name}; {hint}")


def map_name(path: Path) -> str:
    """The name that a map has in commands and in ``output/``: its folder's, or its file's without suffix."""
    return path.resolve().name if path.is_dir() else name_of_path(path.parent.resolve() / path.name)


def load(
    path: str | Path,
    sources: Mapping[str, str | Path] | None = None,
    old: Mapping[str, str | Path] | None = None,
) -> Map:
    """Open the map at ``path``: its file, its folder, or its name under ``graph/``.

    ``sources`` are the files of its articles by source id (``""`` for the only one), ``old`` the same articles
    as they were when the map was locked; both are read when they are needed. Reading never stops at a mistake:
    what is wrong stands in `Map.problems`. Raises `NotFound` or `NoMap` where there is no map, `CannotRead` or
    `TooLarge` where a file of it cannot be read.

    >>> argumap.load("old-town-cars").name
    'old-town-cars'
    """
    found = find_map(path)
    return Map(_read(found), map_name(found), _paths(sources), _paths(old))


def is_one_map(paths: Sequence[str]) -> bool:
    """Whether ``paths`` name a map itself, and not a folder of maps or several; raises as `load` does."""
    found = [find_map(path) for path in paths]
    return len(found) == 1 and find_maps(found[0]) == found


def _read(path: Path) -> Reading:
    finish_stopped(path)
    return read_map(path)


def finish_stopped(path: Path) -> None:
    """Put in order what a command that was stopped had left half written in the folder of a map."""
    folder = path if path.is_dir() else path.parent
    above = [folder / os.pardir] if path.is_dir() or path.name == MAP_FILE else []
    for place in (folder, *above):
        if told := finish_writing(place):
            warnings.warn(told, StoppedWriting, stacklevel=3)


def _paths(files: Mapping[str, str | Path] | None) -> Mapping[str, Path]:
    return {source_id: Path(file) for source_id, file in (files or {}).items()}


def load_all(paths: Sequence[str] = (), sources: Mapping[str, Path] | None = None) -> Mapping[str, Map]:
    """Open the maps that ``paths`` name, each a map or a folder of maps, by name; without, all under ``graph/``.

    ``sources`` are files of articles by source id; each goes to every map that has that source. Raises
    `Ambiguous` where one name stands for two maps, `CallError` for a source that none has, and as `load` does.

    >>> sorted(argumap.load_all())
    ['old-town-cars', 'open-vs-closed-ai']
    """
    return {opened.name: opened for opened in load_each(paths, sources)}


def load_each(paths: Sequence[str] = (), sources: Mapping[str, Path] | None = None) -> Iterator[Map]:
    """Open the maps of `load_all` one after the other, so that they need not be held together; raises as it does.

    Where several are opened with sources, all are read once before: what none of them has is told first of all.
    """
    by_name = find_named(paths)
    if sources and len(by_name) > 1:
        _check_given(sources, {source.id for path in by_name.values() for source in _read(path).map.sources})
    for name, path in by_name.items():
        reading = _read(path)
        own = {source.id for source in reading.map.sources}
        given = {key: file for key, file in (sources or {}).items() if len(by_name) == 1 or key in own}
        yield Map(reading, name, given)


def find_named(paths: Sequence[str]) -> Mapping[str, Path]:
    """The paths of the maps of `load_all`, by name; raises as it does."""
    if not paths and not MAPS_FOLDER.is_dir():
        raise NoMap(f"there is no folder {MAPS_FOLDER}/ here; name a map", MAPS_FOLDER)
    named = [path for path in listed(paths) if len(paths) == 1 or not _lies_beside(path)]
    if paths and not named:
        raise NoMap(f"{paths[0]} is no map, and no other path is", Path(paths[0]))
    found = dict.fromkeys(map_path for path in named or (MAPS_FOLDER,) for map_path in find_maps(find_map(path)))
    by_name: dict[str, Path] = {}
    for path in found:
        if by_name.setdefault(map_name(path), path) is not path:
            raise Ambiguous(f"two maps are called {map_name(path)}; rename one, or ask them one at a time")
    return by_name


def _lies_beside(path: str | Path) -> bool:
    """Whether a file lies beside maps and is none, as their schema does and a page about them."""
    return Path(path).suffix in _BESIDE and Path(path).is_file()


def _check_given(sources: Mapping[str, Path], ids: set[str]) -> None:
    """Every source given must be some map's: one that nobody has is a slip, not a wish."""
    for source_id in sources:
        if source_id not in ids:
            known = ", ".join(sorted(ids))
            raise CallError(f"--source {source_id or 'FILE'} fits none of the maps; write NAME=FILE with {known}")
