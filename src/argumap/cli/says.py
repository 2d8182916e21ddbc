"""``argumap says``: what a stakeholder says, under the positions it bears on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import asking

if TYPE_CHECKING:
    from argumap.cli._asking import Asked


@click.command("says", short_help="Tell what a stakeholder says, for and against each position.")
@click.argument("stakeholder")
@click.option("--on", "position", metavar="POSITION", help="Only what bears on this position.")
@click.option("--via", "reported", is_flag=True, help="Only what others report them to say.")
@asking
def command(asked: Asked, stakeholder: str, position: str | None, reported: bool) -> None:
    """Tell what STAKEHOLDER says, grouped by the position it bears on, and who agrees or disagrees.

    + speaks for the position and − against it, as the shortest way there tells; who disputes a point speaks the
    other way.

    \b
    Example: argumap says lecun --on keep-closed -m open-vs-closed-ai
    """
    from argumap.query import says

    asked.answer(says(asked.index, stakeholder, on=position, via=reported), of_speech=True)


PLUGIN = CommandEntry("ask", command)
