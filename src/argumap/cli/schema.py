"""``argumap schema``: the JSON Schema of the map file, for editors."""

from __future__ import annotations

import click

from argumap.cli import CommandEntry


@click.command("schema", short_help="Print the JSON Schema of the map file.")
@click.argument("map_path", metavar="[MAP]", required=False)
@click.option("--part", is_flag=True, help="Of the other files of a map in several files.")
def command(map_path: str | None, part: bool) -> None:
    """Print the JSON Schema of the map file; with MAP, one that offers its ids and locators.

    Editors that know YAML complete and check a map with it. A new map names it in its first line, and the other
    files of a map name that of --part.

    \b
    Example: argumap schema graph/old-town-cars > map.schema.json
    """
    from argumap.cli._console import print_json
    from argumap.mapfile import json_schema
    from argumap.project import load

    print_json(json_schema(part=part, known=load(map_path).record if map_path else None))


PLUGIN = CommandEntry("check", command)
