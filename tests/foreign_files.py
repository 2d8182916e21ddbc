"""What holds for every format that is read and written, tried on files written by us and on a corpus beside us."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Export, Foreign
from argumap.mapfile import parse_map, write_map
from argumap.model import Bearing, Origin
from argumap.project.fidelity import find_facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.formats import Imported, Kept
    from argumap.model import ArgumentMap

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def read(format_name: str, data: str | bytes, beside: Mapping[str, bytes] | None = None) -> Imported:
    reader = FORMATS[format_name].read
    assert reader is not None
    given = data.encode() if isinstance(data, str) else data
    return reader(Foreign("a file", given) if beside is None else Foreign("a file", given, beside.get))


def write(format_name: str, record: ArgumentMap, kept: tuple[Kept, ...] = (), **texts: str) -> dict[str, str]:
    """The files of a map in a format, by suffix."""
    plug_in = FORMATS[format_name]
    assert plug_in.write is not None
    return dict(plug_in.files(plug_in.write(Export(record, kept=kept, texts=texts))))


def came(format_name: str, imported: Imported) -> ArgumentMap:
    """The map as it is opened again after it was imported."""
    reading = parse_map(write_map(replace(imported.map, origin=Origin(format=format_name))))
    assert [problem for problem in reading.problems if problem.severity == "error"] == []
    return reading.map


def drop_undercuts(record: ArgumentMap) -> ArgumentMap:
    """A map without the steps that a tree of claims has no place for."""
    apart = tuple(
        step
        for step in record.arguments
        if step.target not in step.premises and step.bearing is not Bearing.UNDERCUTS
    )
    return replace(record, arguments=apart)


def check_round_trip(format_name: str, data: str | bytes) -> None:
    """A file goes back as it came, with equal facts where its records were deleted, and twice byte for byte."""
    imported = read(format_name, data)
    record = came(format_name, imported)
    given = data if isinstance(data, str) else data.decode("utf-8-sig").replace("\r\n", "\n")
    assert next(iter(write(format_name, record, imported.kept).values())) == given
    bare = next(iter(write(format_name, record).values()))
    again = read(format_name, bare)
    assert find_facts(again.map) == find_facts(imported.map)
    assert next(iter(write(format_name, came(format_name, again)).values())) == bare


def check_edit(format_name: str, data: str | bytes) -> None:
    """One claim that a person reworded goes back reworded, and all else as it was."""
    imported = read(format_name, data)
    record = came(format_name, imported)
    first, *others = record.claims
    edited = replace(record, claims=(replace(first, text="Somebody reworded this claim."), *others))
    for kept in (imported.kept, ()):
        once = next(iter(write(format_name, edited, kept).values()))
        again = read(format_name, once)
        assert find_facts(again.map)["claims"] == find_facts(edited)["claims"]
        for feature in ("supports", "attacks", "undercuts", "linked premises", "who says what"):
            assert find_facts(again.map).get(feature) == find_facts(edited).get(feature), feature
        assert next(iter(write(format_name, edited, kept).values())) == once


def check_cuts(format_name: str, data: str) -> None:
    """A file cut at any byte is read, or refused as another tool's."""
    whole = data.encode()
    for end in range(len(whole)):
        check_refused_or_read(format_name, whole[:end])


def check_refused_or_read(format_name: str, data: bytes) -> None:
    foreign = Foreign("a file", data)
    FORMATS[format_name].recognise(foreign)
    try:
        imported = read(format_name, data)
    except OtherTool:
        return
    came(format_name, imported)


@cache
def _manifest() -> dict[str, dict[str, str]]:
    with (CORPUS / "MANIFEST.tsv").open(encoding="utf-8", newline="") as lines:
        return {row["file"]: row for row in csv.DictReader(lines, delimiter="\t")}


def corpus(*patterns: str) -> list[object]:
    """The files of the corpus that match, as parameters of a test; a skipped one where it is not there."""
    found = [path for pattern in patterns for path in sorted(CORPUS.glob(pattern))]
    if not found:
        return [pytest.param(Path(), marks=pytest.mark.skip(reason="the corpus is not beside this folder"))]
    return [pytest.param(path, id=path.name) for path in found]


def counted(path: Path) -> dict[str, int]:
    """What of a file of the corpus was counted by others: nodes, edges and whatever else."""
    row = _manifest()[path.relative_to(CORPUS).as_posix()]
    whole = {key: int(row[key]) for key in ("nodes", "edges", "participants")}
    more = json.loads(row["other_counts"] or "{}")
    return whole | {key: value for key, value in more.items() if isinstance(value, int)}


def find_twin(path: Path) -> Path | None:
    """The file of the corpus that has the same text in another format, where its list names one."""
    note = _manifest()[path.relative_to(CORPUS).as_posix()]["note"] or ""
    twin = CORPUS / note.removeprefix("same text as ")
    return twin if note.startswith("same text as ") and twin.is_file() else None
