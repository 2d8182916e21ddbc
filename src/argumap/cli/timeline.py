"""``argumap timeline``: how a debate went over all snapshots of its map."""

from __future__ import annotations

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_option, maps_argument


@click.command("timeline", short_help="Tell how the debate went over all snapshots.")
@maps_argument
@map_option
@json_option
def command(named: tuple[str, ...], map_paths: tuple[str, ...], as_json: bool) -> None:
    """Tell state by state, the oldest first, who led, what turned it, and who said what new.

    The states are the snapshots of a map, under the dates and notes they were saved with, and the map as it is.
    Without MAP, of all maps under graph/. `argumap log` tells every edit; the page of changes draws the course.

    \b
    Example: argumap timeline old-town-cars
    """
    from argumap.cli._console import print_json, say_lines
    from argumap.project import build_timeline, load_each

    found = [build_timeline(opened.sound()) for opened in load_each((*named, *map_paths))]
    if as_json:
        print_json([each.to_dict() for each in found])
    else:
        say_lines("\n\n".join(each.text() for each in found))


PLUGIN = CommandEntry("ask", command)
