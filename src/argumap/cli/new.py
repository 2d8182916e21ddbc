"""``argumap new``: a commented map to start from."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option


@click.command("new", short_help="Start a map.")
@click.argument("place", metavar="NAME")
@click.option("--title", help="The map's title.")
@click.option(
    "--source", "source", metavar="FILE", type=click.Path(path_type=Path), help="The article to be mapped."
)
@json_option
def command(place: str, title: str | None, source: Path | None, as_json: bool) -> None:
    """Start a map in graph/NAME (or at the path NAME): a commented file that builds as it stands.

    With --source it has the article's sections, and the article is locked; its text stays where it is.

    \b
    Example: argumap new old-town --source column.md
    """
    from argumap.cli._console import print_wrote, say
    from argumap.project import start_map
    from argumap.text import read_article

    written = start_map(place, title, read_article(source) if source else None)
    folder = written[0].parent
    call = ["argumap", "build", str(folder), *(["--source", str(source)] if source else [])]
    print_wrote(written, as_json=as_json, map=str(folder))
    if not as_json:
        say(f"Edit {written[0]}, then run: {shlex.join(call)}")


PLUGIN = CommandEntry("make", command)
