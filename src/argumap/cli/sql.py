"""``argumap sql``: SQL over the maps, for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import Asked, say_problems
from argumap.cli._console import print_document, print_json, say, show, styled
from argumap.cli._options import map_option, semantics_options
from argumap.told_lines import line
from argumap.wording import counted

if TYPE_CHECKING:
    from argumap.query import QueryResult


@click.command("sql", short_help="Ask in SQL; the index is for reading.")
@click.argument("query")
@map_option
@click.option("--table", "shape", flag_value="table", default=True, help="Print a table for people (the default).")
@click.option("--csv", "shape", flag_value="csv", help="Print CSV.")
@click.option("--json", "shape", flag_value="json", help="Print JSON for programs: a list of rows.")
@semantics_options
def command(query: str, map_paths: tuple[str, ...], shape: str, semantics: str, evaluated: bool) -> None:
    """Run QUERY, one SELECT, over the views claims, stakeholders, concepts, arguments, premises, attributions,
    passages and sources, and the full-text table search. docs/sql.md tells their columns.

    \b
    Example: argumap sql "select id, title from claims where status = 'falls'"
    """
    from argumap.project import ask_tables
    from argumap.query import select

    tables = ask_tables(map_paths, semantics if evaluated else None)
    say_problems(tables.problems)
    try:
        table = select(tables.connection, query)
    finally:
        tables.connection.close()
    _PRINT[shape](table)
    if table.cut:
        say(f"only the first {len(table.rows):,} rows are shown; add a limit or a condition", stderr=True)
    if tables.maps is not None and "attributions" in query.lower():
        Asked(tables.maps).close()


def _print_json(table: QueryResult) -> None:
    print_json([dict(zip(table.columns, row, strict=True)) for row in table.rows])


def _print_csv(table: QueryResult) -> None:
    from argumap.graph import write_cell

    rows = [table.columns, *table.rows]
    cells = ([write_cell(c) if isinstance(c, str) else "" if c is None else str(c) for c in row] for row in rows)
    print_document("".join(f"{','.join(row)}\n" for row in cells))


def _print_table(table: QueryResult) -> None:
    from rich.table import Table as Grid

    grid = Grid(box=None, pad_edge=False, padding=(0, 2), header_style="bold")
    for column in table.columns:
        grid.add_column(styled(column), overflow="fold")
    for row in table.rows:
        grid.add_row(*(styled("" if cell is None else str(cell)) for cell in row))
    show(grid, line((counted(len(table.rows), "row"), "dim")))


_PRINT = {"table": _print_table, "csv": _print_csv, "json": _print_json}


PLUGIN = CommandEntry("ask", command)
