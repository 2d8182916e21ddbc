"""``argumap view``: one page of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, listing, source_option, to_option
from argumap.folders import output_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def _views() -> Iterable[tuple[str, str]]:
    from argumap.views import build_navigation

    return ((view.name, view.label) for view in build_navigation(states=2))


@click.command("view", cls=listing("Pages", _views), short_help="Write one page of a map.")
@click.argument("name", metavar="VIEW")
@click.argument("map_path", metavar="MAP")
@source_option
@to_option
@json_option
def command(name: str, map_path: str, sources: Mapping[str, Path], target: Path | None, as_json: bool) -> None:
    """Write one page of MAP.

    MAP may be an old version: a snapshot (its file, or the beginning of its id) or a git revision of a map,
    written HEAD~3:graph/old-town-cars. Its page goes to a folder of its own, output/<map>@<version>.

    \b
    Example: argumap view map graph/old-town-cars
    """
    from argumap.cli._console import print_errors_of, print_unplaced, print_wrote
    from argumap.project import open_version, parse_version, write_view

    version = print_errors_of(open_version(parse_version(map_path), sources))
    print_unplaced(version)
    opened = version.map
    written = write_view(opened, name, target or output_folder(opened.name))
    print_wrote(written, as_json=as_json, map=opened.name, view=name)


PLUGIN = CommandEntry("show", command)
