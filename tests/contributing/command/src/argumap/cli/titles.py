"""``argumap titles``: the titles of a map's claims."""

from __future__ import annotations

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument


@click.command("titles", short_help="List the titles of a map's claims.")
@map_argument
@json_option
def command(map_path: str, as_json: bool) -> None:
    """List the titles of MAP's claims, in the order of its file.

    \b
    Example: argumap titles old-town-cars
    """
    from argumap.cli._console import print_json, say_lines
    from argumap.project import load

    titles = {claim.id: claim.label for claim in load(map_path).record.claims}
    if as_json:
        print_json(titles)
    else:
        say_lines("\n".join(titles.values()))


PLUGIN = CommandEntry("ask", command)
