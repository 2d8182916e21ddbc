"""A table of claims as CSV or TSV (RFC 4180, and what spreadsheets make of it), read and written.

A row is a claim or a step: edges (from, to, relation), parents (id, text, parent, pro or con, who), claims alone.
What each column is for is told by its heading, in several languages, or by whoever takes the table over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats import Family, Foreign, Format, Imported, Kept
from argumap.formats._foreign import COLUMNS, find_named_columns, join_lines
from argumap.formats._tables import (
    ROLES,
    as_imported,
    find_unreturned,
    parse_grid,
    read_grids,
    recognise_grids,
    write_table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.formats import Export
    from argumap.formats._tables import TableReading

_SAMPLE = 40_000
_OTHER_SIGNS = (b"{", b"[", b"<")


def recognise(foreign: Foreign) -> str:
    head = foreign.data[:_SAMPLE]
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in _OTHER_SIGNS:
        return ""
    try:
        text = Foreign(foreign.name, head).text if len(head) == _SAMPLE else foreign.text
        lines = text.split("\n")
        grid = parse_grid("\n".join(lines[: -1 if len(head) == _SAMPLE else None]), foreign.name)
    except OtherTool:
        return ""
    return recognise_grids([grid], foreign.columns, foreign.name)


def read(foreign: Foreign) -> Imported:
    """The map of a table. Raises `OtherTool` where no column is known, or a quotation mark is never closed."""
    reading = _read(foreign)
    asked = (Kept(COLUMNS, dict(foreign.columns)),) if foreign.columns else ()
    rows = (Kept("/-", row.raw) for grid in reading.grids for row in grid.rows)
    imported = as_imported(reading)
    return replace(imported, kept=(*asked, *rows))


def _read(foreign: Foreign) -> TableReading:
    return read_grids([parse_grid(foreign.text, foreign.name)], foreign, foreign.columns)


def write(export: Export) -> str:
    """The map as one table: the one that it came in as far as it still says the same, else one of ours."""
    before = _find_before(export)
    return f"{write_table(export.map, before).removesuffix(chr(10))}\n"


def misses(export: Export) -> tuple[str, ...]:
    """The columns of the table that it came from which cannot go back."""
    before = _find_before(export)
    columns = find_unreturned(export.map, before) if before else ()
    return tuple(f"the column {name!r} of the table that it came from" for name in columns)


def _find_before(export: Export) -> TableReading | None:
    """What was read of the table that a map came from."""
    if not export.kept:
        return None
    came = export.map.origin and export.map.origin.file
    try:
        columns = find_named_columns(export.kept)
        return _read(Foreign(came or "kept.csv", rejoin(export.kept), columns=columns))
    except OtherTool:  # what was kept is no table any more; the map is whole without it
        return None


def rejoin(kept: Iterable[Kept]) -> bytes:
    """The file again, of its rows."""
    return join_lines(row for row in kept if row.at != COLUMNS)


PLUGIN = Format(
    "table of claims (CSV, TSV)",
    (".csv",),
    write=write,
    misses=misses,
    read=read,
    recognise=recognise,
    rejoin=rejoin,
    columns=ROLES,
    anchors=False,
    family=Family.TABLES,
    common=True,
    tool="Excel and others, as CSV",
    aside=("columns for nothing that a map has",),
)
