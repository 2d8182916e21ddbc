"""``argumap log``: the history of a map, from its snapshots or from git."""

from __future__ import annotations

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument


@click.command("log", short_help="Tell the history of a map, newest first.")
@map_argument
@click.option("--git", "from_git", is_flag=True, help="Tell it from the commits that touched the map.")
@click.option("-n", "--limit", default=20, show_default=True, metavar="N", type=click.IntRange(1, 1000))
@json_option
def command(map_path: str, from_git: bool, limit: int, as_json: bool) -> None:
    """Tell what became of MAP, the newest version first: from its snapshots, or from git where it has none.

    \b
    Example: argumap log graph/old-town-cars --git
    """
    from argumap.cli._console import print_json
    from argumap.cli._versions import find_history

    history = find_history(map_path, from_git=from_git, limit=limit)
    if as_json:
        print_json([version.plain() for version in history])
        return
    if not history:
        click.echo(f"{map_path} has no snapshot and no commit yet; argumap snapshot save {map_path} makes one")
    for version in history:
        click.echo(version.text())


PLUGIN = CommandEntry("keep", command)
