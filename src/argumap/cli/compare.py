"""``argumap compare``: two stakeholders, or two positions, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import asking

if TYPE_CHECKING:
    from argumap.cli._asking import Asked


@click.command("compare", short_help="Tell where two stakeholders, or two positions, agree and differ.")
@click.argument("a")
@click.argument("b")
@asking
def command(asked: Asked, a: str, b: str) -> None:
    """Compare A and B, two stakeholders or two positions.

    Told are the positions on which they lean apart, the claims they agree and differ on, how one's points
    attack the other's, and what only one speaks to.

    \b
    Example: argumap compare altman lecun -m open-vs-closed-ai
    """
    from argumap.query import compare

    evaluation = None if asked.as_json else asked.maps.evaluate()
    asked.answer(compare(asked.index, a, b, evaluation), of_speech=True)


PLUGIN = CommandEntry("ask", command)
