"""``argumap formats``: the formats a map can be handed on in, and what each of them loses."""

from __future__ import annotations

import click

from argumap.cli._options import json_option

GROUP = "exchange"


@click.command("formats", short_help="List the formats a map can be exported to.")
@json_option
def COMMAND(as_json: bool) -> None:  # noqa: N802
    """List the formats a map can be exported to, and what each of them has no place for.

    \b
    Example: argumap formats
    """
    from argumap.cli._console import console, print_json
    from argumap.formats import FORMATS

    rows = [
        {
            "name": name,
            "title": plug_in.title,
            "suffixes": list(plug_in.suffixes),
            "reads": plug_in.read is not None,
            "writes": plug_in.write is not None,
            "loses": list(plug_in.loses),
        }
        for name, plug_in in FORMATS.items()
    ]
    if as_json:
        print_json(rows)
        return
    from rich.table import Table

    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in ("name", "format", "files", "loses"):
        table.add_column(heading)
    for row in rows:
        loses = ", ".join(plug_in_loses) if (plug_in_loses := FORMATS[str(row["name"])].loses) else "nothing"
        table.add_row(str(row["name"]), str(row["title"]), " ".join(FORMATS[str(row["name"])].suffixes), loses)
    console().print(table)
