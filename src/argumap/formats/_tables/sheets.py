"""Where in the rows of a file its tables are: their headings, what each column is for, what stands above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats._sides import find_side
from argumap.formats._tables.columns import choose_columns, find_columns, is_table, tell_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.formats._tables.grid import GridRow, TableGrid

_HIGHEST_HEADING = 10
_SAMPLE = 100
_EDGE_WIDTH = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the ``columns`` by what they are for, its ``rows``, and those ``above`` its heading.

    ``header`` is None where it has no headings.
    """

    grid: TableGrid
    header: GridRow | None
    columns: Mapping[str, int]
    above: Sequence[GridRow]
    rows: Sequence[GridRow]

    def tell(self) -> Iterator[str]:
        """What its columns were taken for."""
        place = f"{self.grid.name}, " if self.grid.name else ""
        header = self.header.cells if self.header else ()
        for n, told in enumerate(tell_columns(header, self.columns)):
            yield f"{place}{'columns: ' if n == 0 else ''}{told}"


def find_sheet(grid: TableGrid, asked: Mapping[str, str], file: str) -> Sheet | None:
    """The table in the rows of a file; None where it has none.

    Raises `OtherTool` where a column is ``asked`` for that no row near the top has.
    """
    if asked.get("header") == "no":
        columns = choose_columns(max((row.cells for row in grid.rows), key=len, default=()), asked, file)
        return Sheet(grid, None, columns, (), grid.rows) if is_table(columns) else None
    filled = [n for n, row in enumerate(grid.rows) if not row.blank][:_HIGHEST_HEADING]
    refused: OtherTool | None = None
    for n in filled:
        header = grid.rows[n]
        try:
            columns = choose_columns(header.cells, asked, file) if asked else find_columns(header.cells)
        except OtherTool as error:
            refused = refused or error
            if is_table(find_columns(header.cells)):
                break  # these are the headings; a row beneath that has such a cell is none
            continue
        if is_table(columns):
            rows = grid.rows[n + 1 :]
            return Sheet(grid, header, _find_relation(columns, asked, header, rows), grid.rows[:n], rows)
    if refused:
        raise refused
    return _find_bare_edges(grid)


def _find_relation(
    columns: dict[str, int], asked: Mapping[str, str], header: GridRow, rows: Sequence[GridRow]
) -> dict[str, int]:
    """The columns, with one in which only sides stand for what it is, whatever its heading."""
    sample = [row for row in rows if not row.blank][:_SAMPLE]
    free = set(range(len(header.cells))) - set(columns.values())
    if "text" in columns and "id" in columns and "text" not in asked:
        free.add(columns["text"])
    if "relation" in columns or "relation" in asked or "parent" not in columns:
        return columns
    for n in sorted(free):
        if _are_sides([row.cell(n) for row in sample if row.cell(n)]):
            return {**{role: at for role, at in columns.items() if at != n}, "relation": n}
    return columns


def _are_sides(words: Sequence[str]) -> bool:
    """Whether cells are sides; a column of nothing but 1 is one of weights."""
    return all(map(find_side, words)) and any(not word[0].isdigit() for word in words)


def _find_bare_edges(grid: TableGrid) -> Sheet | None:
    """Edges without headings: three cells a row, one of which is always a side."""
    rows = [row for row in grid.rows if not row.blank]
    if not rows or any(len(row.cells) != _EDGE_WIDTH for row in rows):
        return None
    for n in (2, 1, 0):
        if all(find_side(row.cells[n]) for row in rows):
            first, second = (each for each in range(_EDGE_WIDTH) if each != n)
            return Sheet(grid, None, {"id": first, "parent": second, "relation": n}, (), grid.rows)
    return None
