"""``argumap rename``: another id for a claim, or for anything else, wherever a map names it."""

from __future__ import annotations

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option
from argumap.wording import counted


@click.command("rename", short_help="Give a claim, or anything else, another id.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("-m", "--map", "map_path", metavar="MAP", required=True, help="The map: its file, folder or name.")
@json_option
def command(old: str, new: str, map_path: str, as_json: bool) -> int:
    """Call what has the id OLD NEW instead, in all files of the map and in its lock.

    OLD is an issue, claim, argument, stakeholder, concept or source. What is made of the id (`claim/target`)
    follows; every other byte stays. Snapshots keep the old name: they tell what was.

    \b
    Example: argumap rename slower-trade slower-deliveries -m graph/old-town-cars
    """
    from argumap.cli._console import print_json, print_wrote, say
    from argumap.project import load, rename_id

    renaming = rename_id(load(map_path), old, new)
    if as_json:
        print_json(renaming.to_dict())
        return 0
    print_wrote(renaming.written)
    where = f"{counted(renaming.places, 'place')} in {counted(len(renaming.written), 'file')}"
    say(f"The {renaming.kind} {old} is now called {new}: {where}.")
    return 0


PLUGIN = CommandEntry("make", command)
