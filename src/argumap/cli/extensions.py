"""``argumap extensions``: the coherent overall positions that a map allows."""

from __future__ import annotations

from itertools import islice

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_option, maps_argument


@click.command("extensions", short_help="Tell the coherent overall positions that a map allows.")
@maps_argument
@map_option
@click.option("--semantics", default="preferred", show_default=True, metavar="NAME", help="Which positions count.")
@click.option(
    "--expand", type=click.IntRange(0), metavar="N", help="List the first N positions as sets of claims."
)
@json_option
def command(
    named: tuple[str, ...], map_paths: tuple[str, ...], semantics: str, expand: int | None, as_json: bool
) -> None:
    """Tell the positions that can be held together: what is settled, and the alternatives of each conflict.

    SEMANTICS are grounded, complete, preferred, stable, semi-stable and ideal. The alternatives are not
    multiplied out unless --expand asks for it.

    \b
    Example: argumap extensions old-town-cars --semantics stable
    """
    from argumap.cli._asking import ask
    from argumap.cli._console import print_json, say, say_lines
    from argumap.query import get_node

    asked = ask((*named, *map_paths))
    found = asked.maps.evaluate().extensions(semantics)
    listed = [sorted(claims) for claims in islice(found, expand)] if expand else []
    if as_json:
        print_json(found.to_dict() | ({"expanded": listed} if expand is not None else {}))
        return
    say_lines(found.text())
    for n, claims in enumerate(listed, 1):
        say(f"{n}. {'; '.join(get_node(asked.index, claim).label for claim in claims)}")


PLUGIN = CommandEntry("ask", command)
