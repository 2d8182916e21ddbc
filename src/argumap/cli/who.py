"""``argumap who``: everyone who stands somewhere on a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import asking, named, quotes, speaker, stance_line, voice
from argumap.cli._console import heading, line, padded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.cli._asking import Asked
    from argumap.cli._console import Line
    from argumap.query import Stances


@click.command("who", short_help="Tell who stands where on a claim, in whose voice, and where it is said.")
@click.argument("claim")
@asking
def command(asked: Asked, claim: str) -> None:
    """Tell who asserts, argues, endorses, concedes, disputes, questions, supposes or presents CLAIM.

    CLAIM is an id, an unambiguous beginning of one, or words of a title. Those who are committed to it because
    they argue from it are told as well.

    \b
    Example: argumap who power-concentrates -m open-vs-closed-ai
    """
    from argumap.query import who

    asked.answer(who(asked.index, claim), _told)


def _told(asked: Asked, standing: Stances) -> Iterator[Line]:
    yield line(*named(standing.node))
    if standing.node.text and standing.node.text != standing.node.label:
        yield padded(line(standing.node.text), 2)
    if standing.node.at:
        yield padded(line(("at ", "dim"), (asked.places(standing.node.at), "cyan")), 2)
        yield from quotes(asked, standing.node.at, 4)
    yield line("")
    if not standing.stances and not standing.node.unreadable:
        yield line("Nobody in this map speaks to it.")
    for stance in standing.stances:
        yield padded(stance_line(asked, stance), 2)
        yield from quotes(asked, [place for place in stance.at if place not in standing.node.at], 4)
    if standing.arguing_from:
        yield line("")
        yield heading("Committed to it because they argue from it")
        for stance in standing.arguing_from:
            yield padded(
                line(
                    (f"{speaker(stance.by)} ", "bold"),
                    f"{voice(stance)}: {asked.label(stance.of)}",
                    (f"  {asked.places(stance.at)}", "cyan"),
                ),
                2,
            )


PLUGIN = CommandEntry("ask", command)
