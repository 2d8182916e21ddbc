"""``argumap stats``: a map in figures."""

from __future__ import annotations

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import ask
from argumap.cli._options import json_option, map_option, maps_argument


@click.command("stats", short_help="Tell the figures of the map.")
@maps_argument
@map_option
@json_option
def command(named: tuple[str, ...], map_paths: tuple[str, ...], as_json: bool) -> None:
    """Tell how many records of each kind a map has, what bears on its positions, who leads, and who speaks most.

    \b
    Example: argumap stats open-vs-closed-ai
    """
    from argumap.query import stats

    asked = ask((*named, *map_paths), as_json=as_json)
    evaluation = None if as_json else asked.maps.evaluate()
    asked.answer(stats(asked.index, evaluation), of_speech=True)


PLUGIN = CommandEntry("ask", command)
