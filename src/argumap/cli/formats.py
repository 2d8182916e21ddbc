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
    if features:
        _show_features()
        return
    from rich.table import Table

    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in ("name", "format", "files", "import", "export", "loses"):
        table.add_column(heading)
    for name, plug_in in FORMATS.items():
        ways = ["yes" if way else "–" for way in (plug_in.read, plug_in.write)]
        table.add_row(name, plug_in.title, " ".join(plug_in.suffixes), *ways, _tell_lost(plug_in))
    show(table)


def _show_features() -> None:
    from shutil import get_terminal_size

    from rich.table import Table

    from argumap.cli._console import say, show
    from argumap.project import LEGEND, build_fidelity_tables

    width = get_terminal_size().columns
    for whole in build_fidelity_tables():
        for part in whole.split(width):
            table = Table(box=None, header_style="bold", pad_edge=False)
            table.add_column(part.family)
            for name in part.formats:
                table.add_column(name, justify="center", no_wrap=True)
            for feature, marks in part.rows:
                table.add_row(feature, *marks)
            show(table)
            say("")
    say(LEGEND)


def _find_lost(plug_in: Format) -> list[str]:
    from argumap.project import Fidelity, measure

    lost = [feature for feature, kept in measure(plug_in).items() if kept is Fidelity.LOST]
    return lost or list(plug_in.loses) or (["nothing"] if plug_in.write else [])


def _tell_lost(plug_in: Format) -> str:
    """What is lost in a few words: what is not, where that is less."""
    from argumap.project import Fidelity, measure

    if plug_in.write is None:
        return "–"
    lost = _find_lost(plug_in)
    held = [feature for feature, kept in measure(plug_in).items() if kept is not Fidelity.LOST]
    if measure(plug_in) and len(held) < len(lost):
        return f"all but {', '.join(held)}" if held else "everything but names"
    return ", ".join(lost)


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
