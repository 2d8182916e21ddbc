"""``argumap embed``: a folder and a snippet that show a map in somebody's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument, source_option, to_option
from argumap.folders import output_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@click.command("embed", short_help="Show a map in a page of yours.")
@map_argument
@click.option("--address", metavar="URL", default="", help="Where the folder will stand on your server.")
@click.option("--quotes", metavar="N", default=0, type=click.IntRange(0, 100), help="Words shown of each passage.")
@source_option
@to_option
@json_option
def command(
    map_path: str, address: str, quotes: int, sources: Mapping[str, Path], target: Path | None, as_json: bool
) -> None:
    """Write the published pages of MAP to a folder, and print the frame that shows them in a page of yours.

    The frame is sandboxed: it runs its own scripts, and reaches neither your page nor your readers' data. What is
    published holds no text of the articles, as with `argumap build --publish`.

    \b
    Example: argumap embed graph/old-town-cars --address /debates/old-town
    """
    from argumap.cli._console import print_json, say
    from argumap.project import embed_map, load, tell_check

    opened = load(map_path, sources).sound().verified()
    folder = target or output_folder(opened.name) / "embed"
    embedded = embed_map(opened, folder, address, quotes=quotes)
    say(tell_check(opened, quotes), stderr=True)
    if as_json:
        wrote = [str(path) for path in embedded.files]
        print_json({"map": opened.name, "wrote": wrote, "snippet": embedded.snippet})
        return
    say(f"Wrote {folder}; put it on your server, and this where the map is to be seen:")
    say(embedded.snippet.rstrip())


PLUGIN = CommandEntry("show", command)
