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
@click.option("--author", metavar="NAME", help="Who wrote the article; their id in the map is made of the name.")
@click.option(
    "--file/--no-file",
    "naming",
    default=True,
    help="Whether the map names the article's file, so that --source need not be typed again; it does by default.",
)
@json_option
def command(
    place: str, title: str | None, source: Path | None, author: str | None, naming: bool, as_json: bool
) -> None:
    """Start a map in graph/NAME (or at the path NAME): a commented file that builds as it stands.

    With --source it has the article's sections, and the article is locked; its text stays where it is, and the map
    names it (`file:`) where it lies in the map's folder or in this one.

    \b
    Example: argumap new old-town --source column.md
    """
    from argumap.cli._console import print_wrote, say
    from argumap.project import name_text, refuse_address, start_map
    from argumap.text import read_article

    refuse_address(str(source or ""))
    article = read_article(source) if source else None
    written = start_map(place, title, article, text=source, naming=naming, author=author)
    folder = written[0].parent
    file = name_text(folder, article, source) if article and source and naming else None
    print_wrote(written, as_json=as_json, map=str(folder), **({"file": file} if source else {}))
    if as_json:
        return
    if file:
        say(f"The map names its text (`file: {file}`), so --source need not be typed again.")
    elif source and naming:
        say(f"{source} lies neither in {folder} nor in this folder, so the map does not name it: type --source.")
    call = ["argumap", "build", str(folder), *(["--source", str(source)] if source and not file else [])]
    say(f"Edit {written[0]}, then run: {shlex.join(call)}")


PLUGIN = CommandEntry("make", command)
