"""``argumap schema``: the JSON Schema of the map file, for editors."""

from __future__ import annotations

import click

from argumap.cli import CommandEntry


@click.command("schema", short_help="Print the JSON Schema of the map file.")
def command() -> None:
    """Print the JSON Schema of the map file.

    Editors that know YAML complete and check a map with it. A new map names it in its first line.

    \b
    Example: argumap schema > map.schema.json
    """
    from argumap.cli._console import print_json
    from argumap.mapfile import json_schema

    print_json(json_schema())


PLUGIN = CommandEntry("check", command)
