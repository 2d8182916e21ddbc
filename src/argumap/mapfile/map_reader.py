"""Reading a map: its files found, parsed, validated and built into one record, with locations and problems."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, overload

from argumap.errors import NoMap, Problem
from argumap.files import digest, leads_inside, read_bytes
from argumap.folders import SHARED_FILE
from argumap.gc_pause import gc_paused
from argumap.mapfile.locations import Locations

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argumap.mapfile.locations import LocationTable
    from argumap.model import ArgumentMap

MAP_FILE = "map.yaml"
MAP_SUFFIXES = (".yaml", ".yml")
MAX_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Reading:
    """A map as far as it could be read, where everything in it stands, and all that is wrong with it.

    ``folder`` is what the paths of a map's sources start from; ``files`` are all files that were read, and
    ``digests`` name what stood in each of them.
    """

    map: ArgumentMap
    locations: Locations
    problems: tuple[Problem, ...]
    folder: Path
    files: tuple[Path, ...]
    digests: Mapping[Path, str] = field(default_factory=dict)


def read_map(path: Path) -> Reading:
    """Read the map at ``path``: a file, or a folder with a ``map.yaml``.

    What is wrong inside the files becomes problems of the reading. Raises `NoMap` where there is none,
    `CannotRead` or `TooLarge` where a file cannot be read.
    """
    main, others, folder = _files_of(path)
    shared = _shared_beside(main, folder)
    files = [main, *others, *([shared] if shared else [])]
    return _read_contents({file: read_bytes(file, MAX_BYTES) for file in files}, shared, folder)


def name_map(path: Path) -> str:
    """A name for what the map at ``path`` says: another one as soon as a byte of its files, or the reader, is.

    Raises as `read_map` does.
    """
    from argumap.mapfile.kept_readings import name_content

    main, others, folder = _files_of(path)
    shared = _shared_beside(main, folder)
    own = {str(file): read_bytes(file, MAX_BYTES) for file in (main, *others)}
    return name_content(own, (str(shared), read_bytes(shared, MAX_BYTES)) if shared else None)


def reread(reading: Reading, texts: Mapping[Path, str]) -> Reading:
    """The map as it would be read with ``texts`` in the place of what stands in these files of it.

    Raises `CannotRead` or `TooLarge` where one of its other files cannot be read.
    """
    contents = {
        file: texts[file].encode("utf-8") if file in texts else read_bytes(file, MAX_BYTES)
        for file in reading.files
    }
    return _read_contents(contents, find_shared_file(reading), reading.folder)


def find_shared_file(reading: Reading) -> Path | None:
    """The file of the collection that the map was read with, if there is one."""
    return _shared_beside(reading.files[0], reading.folder) if reading.files else None


def _read_contents(contents: Mapping[Path, bytes], shared: Path | None, folder: Path) -> Reading:
    own = {str(file): content for file, content in contents.items() if file != shared}
    commons = None if shared is None else (str(shared), contents[shared])
    digests = {file: digest(content) for file, content in contents.items()}
    return Reading(*_read(own, commons, folder), folder, tuple(digests), digests)


def parse_map(text: str, file: str = MAP_FILE) -> Reading:
    """The map that ``text`` writes, as if it stood in ``file``."""
    from argumap.mapfile.map_parser import parse_files

    with gc_paused():
        record, locations, problems = parse_files({file: text}, None)
    return Reading(record, locations, _sorted(problems), Path(file).parent, ())


def find_maps(path: Path) -> list[Path]:
    """The maps at ``path``, sorted: a file or a folder with a ``map.yaml`` is one; another folder may hold some.

    Raises `NoMap` where there is none.
    """
    if path.is_file() or (path / MAP_FILE).is_file():
        return [path]
    if not path.is_dir():
        raise NoMap(f"{path} is not there; name a map's file or folder, or a folder of maps", path)
    folders = [folder for folder in path.iterdir() if (folder / MAP_FILE).is_file()]
    files = [file for file in path.glob("*.yaml") if file.name != SHARED_FILE and file.is_file()]
    if not folders and not files:
        raise NoMap(f"{path} holds no map; a map is a YAML file or a folder with a {MAP_FILE}", path)
    return sorted([*folders, *files])


def name_of_path(path: PurePath) -> str:
    """The name of the map at ``path``, wherever that is: its folder's, or its file's without suffix."""
    if path.name == MAP_FILE:
        return path.parent.name
    return path.stem if path.suffix in MAP_SUFFIXES else path.name


def _files_of(path: Path) -> tuple[Path, list[Path], Path]:
    """The file that carries ``argumap: 1``, the others of its map, and the map's folder."""
    if path.is_dir():
        return _files_in(path)
    if path.name == MAP_FILE and path.is_file():
        return _files_in(path.parent)
    if path.exists():
        return path, [], path.parent
    raise NoMap(f"{path} is not there; name a map's file or folder", path)


def _files_in(folder: Path) -> tuple[Path, list[Path], Path]:
    main = folder / MAP_FILE
    if not main.is_file():
        inside = sorted(file.parent.name for file in folder.glob(f"*/{MAP_FILE}"))
        remedy = (
            f"it holds maps: name one of {', '.join(inside[:8])}" if inside else "run `argumap new` to start one"
        )
        raise NoMap(f"{folder} has no {MAP_FILE}; {remedy}", folder)
    others = (file for file in folder.glob("*.yaml") if file.name != MAP_FILE and not file.name.startswith("."))
    return main, sorted(others), folder


def _shared_beside(main: Path, folder: Path) -> Path | None:
    """What the collection shares stands beside a map's folder, or beside a map that is one file."""
    if main.name != MAP_FILE:
        shared = folder / SHARED_FILE
        return shared if shared.is_file() and shared != main else None
    above = folder / os.pardir if folder.name in {"", os.pardir} else folder.parent
    shared = above / SHARED_FILE
    return shared if shared.is_file() and not (above / MAP_FILE).exists() else None


@gc_paused()
def _read(
    texts: Mapping[str, bytes], shared: tuple[str, bytes] | None, folder: Path
) -> tuple[ArgumentMap, Locations, tuple[Problem, ...]]:
    """What the files say, taken from what was kept of the last time where they say the same."""
    from argumap.mapfile.kept_readings import find_kept, keep, name_reading

    name = name_reading(texts, shared)
    kept = find_kept(name) if name else None
    if kept is None:
        from argumap.mapfile.map_parser import parse_files

        record, locations, found = parse_files(texts, shared)
        kept = record, _sorted(found)
        if name:
            keep(name, *kept)
    else:
        locations = Locations(_LateTables(texts, shared))
    problems = list(kept[1])
    # What a link leads to is no matter of the files' bytes, so it is not kept.
    record = _without_links_out(kept[0], folder, locations, problems)
    return record, locations, _sorted(problems)


class _LateTables(Sequence["LocationTable"]):
    """The places of a map that was kept, which are seldom asked for: its files are parsed when they are."""

    def __init__(self, texts: Mapping[str, bytes], shared: tuple[str, bytes] | None) -> None:
        self._texts = texts
        self._shared = shared

    @cached_property
    def _tables(self) -> Sequence[LocationTable]:
        from argumap.mapfile.file_trees import parse_locations

        with gc_paused():
            return parse_locations(self._texts, self._shared).tables

    @overload
    def __getitem__(self, place: int) -> LocationTable: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[LocationTable]: ...
    def __getitem__(self, place: int | slice) -> LocationTable | Sequence[LocationTable]:
        return self._tables[place]

    def __len__(self) -> int:
        return len(self._tables)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))


def _without_links_out(
    argument_map: ArgumentMap, folder: Path, locations: Locations, problems: list[Problem]
) -> ArgumentMap:
    """A link inside the folder must not lead out of it either; a file that does is not named in the map."""
    sources = []
    for source in argument_map.sources:
        inside = source.file is not None and not source.file.startswith("../")
        if inside and not leads_inside(folder / str(source.file), folder):
            from argumap.mapfile.entries import at

            where = "out of the map's folder, or in a circle"
            message = f"{source.file!r} is a link that leads {where}; put the file itself there"
            problems.append(at(locations.nearest(("sources", source.id, "file")), "AM118", message))
            source = replace(source, file=None)
        sources.append(source)
    return replace(argument_map, sources=tuple(sources))
