"""``argumap who``: everyone who stands somewhere on a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import asking

if TYPE_CHECKING:
    from argumap.cli._asking import Asked


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

    asked.answer(who(asked.index, claim))


PLUGIN = CommandEntry("ask", command)
