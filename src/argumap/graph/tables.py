"""The exchange shape in plain cells, for formats without lists, and CSV in which no cell is a formula.

A list becomes one string with ``; `` between its items. Anchors become ``at`` (``column#s1.p1.s1``) and, with
the source at hand, ``passage``; their state and offsets have no place here, and neither has ``expect``.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.graph.exchange import Attributes

Cell: TypeAlias = "str | float | bool"
NODE_COLUMNS = (
    *("kind", "label", "type", "text", "title", "at", "passage", "status", "strength", "base", "date", "tags"),
    *("implicit", "requires_support", "scheme", "warrant", "weight", "inferred", "question", "exclusive"),
    *("name", "role", "interests", "aliases", "same_as", "author", "published", "url", "file", "skip"),
    *("source", "voice"),
)
EDGE_COLUMNS = ("kind", "effect", "via", "loosely", "cue", "date", "at", "passage")
_STARTS_FORMULA = frozenset("=+-@\t\n")


def build_cells(attributes: Attributes) -> dict[str, Cell]:
    """The attributes of a node or an edge with one plain value each, named as in the columns."""
    cells: dict[str, Cell] = {}
    for name, value in attributes.items():
        if isinstance(value, (str, float, int)):
            cells[name] = value
        elif name == "anchors":
            cells.update(_anchor_cells(cast("Sequence[Mapping[str, object]]", value)))
        elif isinstance(value, list):
            cells[name] = "; ".join(map(str, value))
    return cells


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell | None]]) -> str:
    """The rows as CSV, a cell empty where a row lacks the column.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; a carriage return becomes
    a line feed.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    blank: dict[str, Cell | None] = dict.fromkeys(columns)
    writer.writerows((blank | _inert(row)).values() for row in rows)
    return file.getvalue()


def _inert(row: Mapping[str, Cell | None]) -> dict[str, Cell | None]:
    return {
        column: _mended(cell) if isinstance(cell, str) and (cell[:1] in _STARTS_FORMULA or "\r" in cell) else cell
        for column, cell in row.items()
    }


def _mended(text: str) -> str:
    # The csv module leaves a lone carriage return unquoted, and readers would end the row there.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text[:1] in _STARTS_FORMULA else text


def _anchor_cells(anchors: Sequence[Mapping[str, object]]) -> dict[str, Cell]:
    places = [f"{anchor['source']}#{anchor['at']}" for anchor in anchors if anchor.get("at")]
    passages = [str(anchor["text"]) for anchor in anchors if anchor.get("text")]
    cells = {"at": "; ".join(places), "passage": " … ".join(passages)}
    return {name: cell for name, cell in cells.items() if cell}
