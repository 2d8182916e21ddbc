"""``argumap formats``: the formats a map can be taken from and handed on in, and what each of them keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.formats import Format


@click.command("formats", short_help="List the formats of other tools, and what each keeps.")
@click.option("--features", is_flag=True, help="Show feature by feature what comes back through each format.")
@json_option
def command(*, features: bool, as_json: bool) -> None:
    """List the formats that are read and written, and what each of them has no place for.

    What comes back through a format that is read and written is measured, by writing a small map that has every
    feature and reading it again.

    \b
    Example: argumap formats --features
    """
    from argumap.cli._console import print_json, show
    from argumap.formats import FORMATS

    if as_json:
        print_json([_row(name, plug_in) for name, plug_in in FORMATS.items()])
        return
    from rich.table import Table

    table = Table(box=None, header_style="bold", pad_edge=False)
    if features:
        from argumap.project import FEATURES, measure

        measured = {name: found for name, plug_in in FORMATS.items() if (found := measure(plug_in))}
        for heading in ("feature", *measured):
            table.add_column(heading)
        for feature in FEATURES:
            table.add_row(feature, *(found.get(feature, "–") for found in measured.values()))
    else:
        for heading in ("name", "format", "files", "import", "export", "loses"):
            table.add_column(heading)
        for name, plug_in in FORMATS.items():
            ways = ["yes" if way else "–" for way in (plug_in.read, plug_in.write)]
            table.add_row(name, plug_in.title, " ".join(plug_in.suffixes), *ways, ", ".join(_find_lost(plug_in)))
    show(table)


def _find_lost(plug_in: Format) -> list[str]:
    from argumap.project import Fidelity, measure

    lost = [feature for feature, kept in measure(plug_in).items() if kept is Fidelity.LOST]
    return lost or list(plug_in.loses) or ["nothing"]


def _row(name: str, plug_in: Format) -> Mapping[str, object]:
    from argumap.project import measure

    return {
        "name": name,
        "title": plug_in.title,
        "suffixes": list(plug_in.suffixes),
        "reads": plug_in.read is not None,
        "writes": plug_in.write is not None,
        "loses": _find_lost(plug_in),
        "features": measure(plug_in),
    }


PLUGIN = CommandEntry("exchange", command)
