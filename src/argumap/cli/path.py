"""``argumap path``: the shortest chain of reasons between two nodes, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import asking

if TYPE_CHECKING:
    from argumap.cli._asking import Asked


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

    asked.answer(path(asked.index, a, b))


PLUGIN = CommandEntry("ask", command)
