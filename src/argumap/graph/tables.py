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
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def build_cells(attributes: Attributes) -> dict[str, Cell]:
    """The attributes of a node or an edge with one plain value each."""
    cells: dict[str, Cell] = {}
    for name, value in attributes.items():
        if name == "anchors":
            cells.update(_anchor_cells(cast("Sequence[Mapping[str, object]]", value)))
        elif isinstance(value, list):
            cells[name] = "; ".join(map(str, value))
        elif isinstance(value, (str, float, int)):
            cells[name] = value
    return cells


def find_columns(rows: Iterable[Mapping[str, Cell]], first: Sequence[str]) -> list[str]:
    """The names that occur in the rows, those of ``first`` before the others, which keep the order they come in."""
    names = dict.fromkeys(first)
    for row in rows:
        if not row.keys() <= names.keys():
            names.update(dict.fromkeys(row))
    return list(names)


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell | None]]) -> str:
    """The rows as CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([_inert(column) for column in columns])
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return file.getvalue()


def _inert(cell: Cell | None) -> Cell | None:
    if isinstance(cell, str) and cell.startswith(_STARTS_FORMULA):
        return f"'{cell}"
    return cell


def _anchor_cells(anchors: Sequence[Mapping[str, object]]) -> dict[str, Cell]:
    places = [f"{anchor['source']}#{anchor['at']}" for anchor in anchors if anchor.get("at")]
    passages = [str(anchor["text"]) for anchor in anchors if anchor.get("text")]
    cells = {"at": "; ".join(places), "passage": " … ".join(passages)}
    return {name: cell for name, cell in cells.items() if cell}
