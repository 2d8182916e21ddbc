"""The texts of a map's files as one record: parsed, merged, validated and built, with all that is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argumap.folders import SHARED_FILE
from argumap.mapfile.entries import SECTIONS, Entries, at, did_you_mean
from argumap.mapfile.file_trees import read_tree
from argumap.mapfile.locations import Locations
from argumap.mapfile.record_builder import build_records
from argumap.mapfile.sound_entries import nothing_shared, read_sound
from argumap.model import ArgumentMap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.errors import Problem
    from argumap.mapfile.locations import LocationTable
    from argumap.mapfile.yaml_tree import YamlNode, YamlTree

_SHARED_SECTIONS = ("stakeholders", "concepts")


def parse_files(
    texts: Mapping[str, bytes | str], shared: tuple[str, bytes] | None
) -> tuple[ArgumentMap, Locations, list[Problem]]:
    """The record of ``texts`` by file, the main file first, and of what the collection shares."""
    trees = [read_tree(content, file) for file, content in texts.items()]
    problems = [problem for tree in trees for problem in tree.problems]
    if any(tree.data is None for tree in trees):
        # Half a map would only earn complaints about the half that is not seen.
        return ArgumentMap(), Locations([tree.table for tree in trees]), problems
    data = _merged(trees, problems)
    commons, shared_tables = _commons(shared, problems)
    locations = Locations([*(tree.table for tree in trees), *shared_tables])
    _check_not_redefined(data, commons, locations, shared_tables, problems)
    entries = _entries(data, locations, problems)
    return build_records(entries, commons, locations, problems), locations, problems


def _entries(data: dict[str, YamlNode], locations: Locations, problems: list[Problem]) -> Entries:
    sound = read_sound(data)
    if sound is not None:
        return sound
    from argumap.mapfile.schema_validation import validate

    return validate(data, locations, problems)


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
    from argumap.mapfile.schema_validation import HEAD

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
        return nothing_shared(), []
    file, content = shared
    tree = read_tree(content, file)
    problems.extend(tree.problems)
    if not isinstance(tree.data, dict):
        return nothing_shared(), []
    locations = Locations([tree.table])
    for key in [key for key in tree.data if key not in _SHARED_SECTIONS]:
        message = f"{SHARED_FILE} shares stakeholders and concepts only; move {key!r} into a map"
        problems.append(at(locations.key((key,)), "AM101", message))
        del tree.data[key]
    return _entries({"argumap": "1", **tree.data}, locations, problems), [tree.table]


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
