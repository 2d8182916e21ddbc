"""``argumap about``: what is said about a thing, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import asking

if TYPE_CHECKING:
    from argumap.cli._asking import Asked


@click.command("about", short_help="Tell what is said about a thing, and by whom.")
@click.argument("concept")
@asking
def command(asked: Asked, concept: str) -> None:
    """Tell the claims about CONCEPT, or a narrower concept, and who stands where on each.

    \b
    Example: argumap about deepseek-v3 -m open-vs-closed-ai
    """
    from argumap.query import about

    asked.answer(about(asked.index, concept))


PLUGIN = CommandEntry("ask", command)
