"""``argumap find``: nodes by their words and by what is true of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import asking

if TYPE_CHECKING:
    from argumap.cli._asking import Asked

_ROLES = ("position", "supporting-point", "objection", "rebuttal", "finding", "topic", "untied")


@click.command("find", short_help="Find claims, people, concepts and issues by words or by what is true of them.")
@click.argument("words", nargs=-1)
@click.option("--by", metavar="STAKEHOLDER", help="Claims that this stakeholder speaks to.")
@click.option("--kind", type=click.Choice(["issue", "claim", "stakeholder", "concept"]))
@click.option("--type", "type_", metavar="TYPE", help="fact, value, policy …; person, organisation …")
@click.option("--role", type=click.Choice(_ROLES), help="The part that a claim plays.")
@click.option("--section", metavar="LOCATOR", help="What stands in this part of the source, as s2.")
@click.option("--tag", metavar="TAG")
@click.option("--about", "concept", metavar="CONCEPT", help="Claims about this thing or a narrower one.")
@click.option("--position", metavar="POSITION", help="Claims that bear on this position.")
@click.option("--unsupported", is_flag=True, help="Claims that no argument supports.")
@click.option("--unattacked", is_flag=True, help="Claims that bear on something and that nothing attacks.")
@click.option("--unanswered", "formerly", is_flag=True, hidden=True)
@click.option("--contested", is_flag=True, help="Claims with something on both sides.")
@asking
def command(
    asked: Asked,
    words: tuple[str, ...],
    by: str | None,
    kind: str | None,
    type_: str | None,
    role: str | None,
    section: str | None,
    tag: str | None,
    concept: str | None,
    position: str | None,
    unsupported: bool,
    unattacked: bool,
    formerly: bool,
    contested: bool,
) -> None:
    """Find what has WORDS at the beginnings of its words, whatever their accents; all that is given must hold.

    \b
    Examples: argumap find democracy
              argumap find --unattacked --position release-weights -m open-vs-closed-ai
    """
    from argumap.query import Filters, find

    filters = Filters(
        by=by,
        kind=kind,
        type=type_,
        role=role,
        section=section,
        tag=tag,
        about=concept,
        position=position,
        unsupported=unsupported,
        unattacked=unattacked or formerly,
        contested=contested,
    )
    asked.answer(find(asked.index, " ".join(words), filters), of_speech=by is not None)


PLUGIN = CommandEntry("ask", command)
