"""The texts of a map's files as one record: parsed, merged, validated and built, with all that is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argumap.errors import Problem
from argumap.folders import SHARED_FILE
from argumap.mapfile.locations import Locations
from argumap.mapfile.record_builder import build_records
from argumap.mapfile.schema_validation import HEAD, SECTIONS, Entries, at, did_you_mean, validate
from argumap.mapfile.yaml_tree import YamlNode, YamlTree, parse_tree
from argumap.model import ArgumentMap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.mapfile.locations import LocationTable

_SHARED_SECTIONS = ("stakeholders", "concepts")


def parse_files(
    texts: Mapping[str, bytes | str], shared: tuple[str, bytes] | None
) -> tuple[ArgumentMap, Locations, list[Problem]]:
    """The record of ``texts`` by file, the main file first, and of what the collection shares."""
    trees = [_tree(content, file) for file, content in texts.items()]
    problems = [problem for tree in trees for problem in tree.problems]
    if any(tree.data is None for tree in trees):
        # Half a map would only earn complaints about the half that is not seen.
        return ArgumentMap(), Locations([tree.table for tree in trees]), problems
    data = _merged(trees, problems)
    commons, shared_tables = _commons(shared, problems)
    locations = Locations([*(tree.table for tree in trees), *shared_tables])
    _check_not_redefined(data, commons, locations, shared_tables, problems)
    entries = validate(data, locations, problems)
    return build_records(entries, commons, locations, problems), locations, problems


def parse_locations(texts: Mapping[str, bytes | str], shared: tuple[str, bytes] | None) -> Locations:
    """Where everything in a map stands, without its record."""
    trees = [_tree(content, file) for file, content in texts.items()]
    if shared is not None and all(tree.data is not None for tree in trees):
        tree = _tree(shared[1], shared[0])
        trees += [tree] if isinstance(tree.data, dict) else []
    return Locations([tree.table for tree in trees])


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
