"""``argumap cruxes``: the smallest changes that would turn a verdict, or bring two stakeholders together."""

from __future__ import annotations

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_option


@click.command("cruxes", short_help="Tell what would turn a verdict, or make two stakeholders agree.")
@click.argument("names", metavar="[ISSUE | CLAIM | A B]", nargs=-1)
@map_option
@click.option("--semantics", default="qe", show_default=True, metavar="NAME", help="How strength is worked out.")
@json_option
def command(names: tuple[str, ...], map_paths: tuple[str, ...], semantics: str, as_json: bool) -> None:
    """Tell without which claims another answer to ISSUE would lead; the smallest removals that turn the verdict on
    CLAIM; or what stakeholders A and B would have to give up to agree. Without a name, what every issue hangs on.

    Removals of one claim are found exactly; of two they are searched for, and the answer says how far.

    \b
    Example: argumap cruxes keep-closed -m open-vs-closed-ai
    Example: argumap cruxes -m old-town-cars
    """
    from argumap.cli._asking import ask
    from argumap.cli._console import print_told

    asked = ask(map_paths)
    print_told(asked.maps.find_cruxes(names, semantics), as_json=as_json)
    if len(names) > 1:
        asked.close()


PLUGIN = CommandEntry("ask", command)
