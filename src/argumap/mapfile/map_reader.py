"""Reading a map: its files found, parsed, validated and built into one record, with locations and problems."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.errors import NoMap, Problem
from argumap.files import digest, read_bytes
from argumap.gc_pause import gc_paused
from argumap.mapfile.locations import Locations
from argumap.mapfile.record_builder import build_records
from argumap.mapfile.schema_validation import HEAD, SECTIONS, Entries, at, did_you_mean, validate
from argumap.mapfile.yaml_tree import MAX_BYTES, YamlNode, YamlTree, parse_tree
from argumap.model import ArgumentMap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.mapfile.locations import LocationTable

MAP_FILE = "map.yaml"
SHARED_FILE = "shared.yaml"
_SHARED_SECTIONS = ("stakeholders", "concepts")


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
    return Reading(*_read({file: text}, None, None), Path(file).parent, ())


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
    texts: Mapping[str, bytes | str], shared: tuple[str, bytes] | None, folder: Path | None
) -> tuple[ArgumentMap, Locations, tuple[Problem, ...]]:
    trees = [_tree(content, file) for file, content in texts.items()]
    problems = [problem for tree in trees for problem in tree.problems]
    if any(tree.data is None for tree in trees):
        # Half a map would only earn complaints about the half that is not seen.
        return ArgumentMap(), Locations([tree.table for tree in trees]), _sorted(problems)
    data = _merged(trees, problems)
    commons, shared_tables = _commons(shared, problems)
    locations = Locations([*(tree.table for tree in trees), *shared_tables])
    _check_not_redefined(data, commons, locations, shared_tables, problems)
    entries = validate(data, locations, problems)
    record = build_records(entries, commons, locations, problems)
    if folder is not None:
        record = _without_links_out(record, folder, locations, problems)
    return record, locations, _sorted(problems)


def _sorted(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))


def _tree(content: bytes | str, file: str) -> YamlTree:
    """The tree of one file. An encoding is never guessed: a wrong guess would change an author's words."""
    if isinstance(content, bytes):
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            return YamlTree(problems=[_not_utf8(content, error, file)])
    else:
        text = content.removeprefix("\ufeff")
    if "\0" in text:
        return YamlTree(problems=[Problem("AM001", "this is a binary file; a map is YAML text", file)])
    if not text.strip():
        return YamlTree(problems=[Problem("AM001", "this file is empty; a map begins with `argumap: 1`", file)])
    tree = parse_tree(text, file)
    if tree.data is not None and not isinstance(tree.data, dict):
        message = "a map is keys with values beneath them; begin with `argumap: 1`"
        tree.problems.append(Problem("AM103", message, file, 1, 1))
        tree.data = None
    elif tree.data is None and not tree.problems:
        tree.problems.append(Problem("AM001", "this file says nothing; a map begins with `argumap: 1`", file))
    return tree


def _not_utf8(content: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return Problem("AM001", "this file is UTF-16; save it as UTF-8", file)
    if b"\0" in content[:4096]:
        return Problem("AM001", "this is a binary file; a map is YAML text", file)
    before = content[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
    message = f"the byte 0x{content[error.start]:02X} is not UTF-8; save the file as UTF-8"
    return Problem("AM001", message, file, line, column)


def _merged(trees: Sequence[YamlTree], problems: list[Problem]) -> dict[str, YamlNode]:
    """The data of all files as one; an id that stands in two of them is told with both places."""
    first, *rest = trees
    merged = _mapping(first)
    for n, tree in enumerate(rest, start=1):
        for section, written in _mapping(tree).items():
            if section not in SECTIONS:
                problems.append(_out_of_place(section, tree.table, first.table.file))
            elif not isinstance(written, dict):
                problems.extend(_not_by_id(section, tree.table) if written is not None else ())
            else:
                _merge(merged, section, written, [earlier.table for earlier in trees[:n]], tree.table, problems)
    return merged


def _mapping(tree: YamlTree) -> dict[str, YamlNode]:
    return tree.data if isinstance(tree.data, dict) else {}


def _merge(
    merged: dict[str, YamlNode],
    section: str,
    written: dict[str, YamlNode],
    earlier: Sequence[LocationTable],
    table: LocationTable,
    problems: list[Problem],
) -> None:
    have = merged.get(section)
    if have is None:
        have = merged[section] = {}
    if not isinstance(have, dict):
        return
    for record_id, entry in written.items():
        if record_id not in have:
            have[record_id] = entry
            continue
        first = Locations(earlier).key((section, record_id))
        where = f"{first.file}:{first.line}" if first else "another file"
        message = f"the id {record_id!r} is taken by the {section.removesuffix('s')} of {where}; choose another"
        problems.append(at(Locations([table]).key((section, record_id)), "AM111", message))


def _out_of_place(key: str, table: LocationTable, main: str) -> Problem:
    if key in HEAD:
        message = (
            f"only {Path(main).name} carries {key!r}; the other files of a map add to its sections. Delete it"
        )
        return at(Locations([table]).key((key,)), "AM110", message)
    message = f"a map has no key {key!r}{did_you_mean(key, SECTIONS) or '; it may have ' + ', '.join(SECTIONS)}"
    return at(Locations([table]).key((key,)), "AM101", message)


def _not_by_id(section: str, table: LocationTable) -> Sequence[Problem]:
    message = f"{section} holds entries by id; write `an-id:` and its keys beneath"
    return [at(Locations([table]).value((section,)), "AM103", message)]


def _commons(shared: tuple[str, bytes] | None, problems: list[Problem]) -> tuple[Entries, list[LocationTable]]:
    """What the collection shares, validated like a map of its own."""
    if shared is None:
        return Entries(), []
    file, content = shared
    tree = _tree(content, file)
    problems.extend(tree.problems)
    if not isinstance(tree.data, dict):
        return Entries(), []
    locations = Locations([tree.table])
    for key in [key for key in tree.data if key not in _SHARED_SECTIONS]:
        message = f"{SHARED_FILE} shares stakeholders and concepts only; move {key!r} into a map"
        problems.append(at(locations.key((key,)), "AM101", message))
        del tree.data[key]
    return validate({"argumap": "1", **tree.data}, locations, problems), [tree.table]


def _check_not_redefined(
    data: Mapping[str, YamlNode],
    commons: Entries,
    locations: Locations,
    shared: Sequence[LocationTable],
    problems: list[Problem],
) -> None:
    for section in _SHARED_SECTIONS:
        own = data.get(section)
        if not isinstance(own, dict):
            continue
        for record_id in commons.written[section]:
            if record_id in own and (there := Locations(shared).key((section, record_id))):
                shared_at = f"{there.file}:{there.line}"
                message = f"{record_id!r} is shared by the collection ({shared_at}); use it or choose another id"
                problems.append(at(locations.key((section, record_id)), "AM119", message))


def _without_links_out(
    argument_map: ArgumentMap, folder: Path, locations: Locations, problems: list[Problem]
) -> ArgumentMap:
    """A link inside the folder must not lead out of it either; a file that does is not named in the map."""
    root = folder.resolve()
    sources = []
    for source in argument_map.sources:
        if source.file is not None and not (folder / source.file).resolve().is_relative_to(root):
            message = f"{source.file!r} is a link that leads out of the map's folder; put the file itself there"
            problems.append(at(locations.nearest(("sources", source.id, "file")), "AM118", message))
            source = replace(source, file=None)
        sources.append(source)
    return replace(argument_map, sources=tuple(sources))
