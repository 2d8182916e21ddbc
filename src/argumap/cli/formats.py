"""``argumap formats``: the formats a map can be handed on in, and what each of them loses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.formats import Format


@click.command("formats", short_help="List the formats a map can be exported to.")
@json_option
def command(as_json: bool) -> None:
    """List the formats a map can be exported to, and what each of them has no place for.

    \b
    Example: argumap formats
    """
    from argumap.cli._console import print_json, show
    from argumap.formats import FORMATS

    if as_json:
        print_json([_row(name, plug_in) for name, plug_in in FORMATS.items()])
        return
    from rich.table import Table

    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in ("name", "format", "files", "loses"):
        table.add_column(heading)
    for name, plug_in in FORMATS.items():
        table.add_row(name, plug_in.title, " ".join(plug_in.suffixes), ", ".join(plug_in.loses) or "nothing")
    show(table)


def _row(name: str, plug_in: Format) -> Mapping[str, object]:
    return {
        "name": name,
        "title": plug_in.title,
        "suffixes": list(plug_in.suffixes),
        "reads": plug_in.read is not None,
        "writes": plug_in.write is not None,
        "loses": list(plug_in.loses),
    }


PLUGIN = CommandEntry("exchange", command)
