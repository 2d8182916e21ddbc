"""``argumap find``: nodes by their words and by what is true of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import SIGNS, STYLES, asking, named, quotes
from argumap.cli._console import heading, line, padded
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.cli._asking import Asked
    from argumap.cli._console import Line, Part
    from argumap.query import Found

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
    asked.answer(
        find(asked.index, " ".join(words), filters), _by_side if position else _listed, of_speech=by is not None
    )


def _listed(asked: Asked, found: Sequence[Found]) -> Iterator[Line]:
    yield _count(found)
    for one in found:
        yield from _one(asked, one)


def _by_side(asked: Asked, found: Sequence[Found]) -> Iterator[Line]:
    yield _count(found)
    for side, title in _SIDES.items():
        group = [one for one in found if one.side == side]
        if group:
            yield line("")
            yield heading(f"{title} ({len(group)})")
        for one in group:
            yield from _one(asked, one)


_SIDES = {"for": "Speaking for it", "against": "Speaking against it", "both": "Speaking both ways"}


def _count(found: Sequence[Found]) -> Line:
    return line((f"{counted(len(found), 'node')} found" if found else "Nothing found", "dim"))


def _one(asked: Asked, one: Found) -> Iterator[Line]:
    sign = [(f"{SIGNS[one.side]} ", STYLES[one.side])] if one.side else []
    role = one.role or one.node.kind
    speakers = ", ".join(speaker.name for speaker in one.by)
    parts: list[Part] = [*sign, *named(one.node), (f" {role}", "dim")]
    if speakers:
        parts.append(f" · {speakers}")
    if one.node.at:
        parts.append((f"  {asked.places(one.node.at)}", "cyan"))
    yield padded(line(*parts), 2)
    yield from quotes(asked, one.node.at, 6)


PLUGIN = CommandEntry("ask", command)
