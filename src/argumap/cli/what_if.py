"""``argumap what-if``: what would change if a claim were set aside, doubted or added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, judging_options, map_option

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command("what-if", short_help="Tell what would change if claims were set aside, doubted or added.")
@click.option(
    "--set-aside", multiple=True, metavar="CLAIM", help="Leave a claim and its inferences out. Repeatable."
)
@click.option(
    "--doubt", multiple=True, metavar="CLAIM=SCORE", help="Give a claim that base score, 0 to 1. Repeatable."
)
@click.option(
    "--add",
    multiple=True,
    metavar='"attacks CLAIM: TEXT"',
    help="Add a claim that supports, attacks or undercuts.",
)
@map_option
@judging_options
@json_option
def command(
    set_aside: tuple[str, ...],
    doubt: tuple[str, ...],
    add: tuple[str, ...],
    map_paths: tuple[str, ...],
    semantics: str,
    as_: str | None,
    as_json: bool,
) -> None:
    """Tell what would change, and leave the map alone.

    Doubting a claim moves strength alone; setting it aside removes the claim and its inferences and moves
    status as well.

    \b
    Example: argumap what-if --set-aside trade-falls -m old-town-cars
    """
    from argumap.cli._asking import ask
    from argumap.cli._console import print_told
    from argumap.errors import CallError

    if not (set_aside or doubt or add):
        raise CallError('say what to suppose: --set-aside CLAIM, --doubt CLAIM=0.2 or --add "attacks CLAIM: TEXT"')
    asked = ask(map_paths)
    delta = asked.maps.suppose(
        set_aside=set_aside, doubt=_parse_doubts(doubt), add=add, semantics=semantics, as_=as_
    )
    print_told(delta, as_json=as_json)
    if as_:
        asked.close()


def _parse_doubts(doubts: Sequence[str]) -> list[tuple[str, float]]:
    from argumap.errors import CallError

    parsed = []
    for doubt in doubts:
        claim, _, score = doubt.rpartition("=")
        try:
            parsed.append((claim, float(score)))
        except ValueError:
            claim = ""
        if not claim:
            raise CallError(
                f"{doubt!r} says no score for a claim; write CLAIM=0.2 (0: not believed at all, 1: fully)"
            )
    return parsed


PLUGIN = CommandEntry("ask", command)
