"""Tables of claims, as people keep them in spreadsheets: a claim or a step a row, what it bears on in a column.

Three kinds are read: edges (from, to, relation), a parent table (id, text, parent, pro or con, who), claims alone.
"""

from __future__ import annotations

from argumap.formats._tables.columns import ROLES
from argumap.formats._tables.grid import GridRow, TableGrid, parse_grid
from argumap.formats._tables.reading import TableReading, as_imported, read_grids, recognise_grids
from argumap.formats._tables.writing import find_unreturned, write_table

__all__ = [
    "ROLES",
    "GridRow",
    "TableGrid",
    "TableReading",
    "as_imported",
    "find_unreturned",
    "parse_grid",
    "read_grids",
    "recognise_grids",
    "write_table",
]
