"""``argumap path``: the shortest chain of reasons between two nodes, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import asking, quotes
from argumap.cli._console import line, padded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.cli._asking import Asked
    from argumap.cli._console import Line
    from argumap.query import ReasonChain


@click.command("path", short_help="Tell the shortest chain of reasons from one node to another.")
@click.argument("a")
@click.argument("b")
@asking
def command(asked: Asked, a: str, b: str) -> None:
    """Tell the shortest chain of reasons between A and B: claims, arguments, issues, stakeholders or concepts.

    A chain that leads from A to B is preferred, then one that leads from B to A, then one that turns on the way.

    \b
    Example: argumap path no-recall release-weights -m open-vs-closed-ai
    """
    from argumap.query import path

    asked.answer(path(asked.index, a, b), _told)


def _told(asked: Asked, chain: ReasonChain) -> Iterator[Line]:
    if not chain.links:
        yield line(f"{chain.a.label} is the same.")
    for n, words in enumerate(chain.sentences, 1):
        yield padded(line((f"{n}. ", "dim"), words), 2)
    claims = [n for link in chain.links for n in (link.source, link.target) if n.kind == "claim"]
    places = dict.fromkeys(place for claim in claims for place in claim.at)
    if places:
        yield line(("  Said at ", "dim"), (asked.places(places), "cyan"))
    yield from quotes(asked, places, 4)
    if chain.direction == "linked" and chain.links:
        yield line(("  They are linked, but neither bears on the other.", "dim"))


PLUGIN = CommandEntry("ask", command)
