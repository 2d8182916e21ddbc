"""``argumap gaps``: what a map lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import asking

if TYPE_CHECKING:
    from argumap.cli._asking import Asked

KINDS = ("unsupported", "unattacked", "voiceless", "cells", "uncited")


class _KindOfGap(click.Choice[str]):
    """A kind, by the name that it had before as well."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return super().convert("unattacked" if value == "unanswered" else value, param, ctx)


@click.command("gaps", short_help="Tell what is missing: support, answers, voices, cells, sentences.")
@click.argument("kinds", metavar="[KIND]...", type=_KindOfGap(KINDS), nargs=-1)
@asking
def command(asked: Asked, kinds: tuple[str, ...]) -> None:
    """Tell what a map lacks; name KINDs to see all of them, without the others.

    unsupported: claims that no argument supports. unattacked: objections that nothing attacks. voiceless: who has
    a stake and says nothing. cells: criteria that no claim answers for a thing compared. uncited: sentences of
    the source that no node cites.

    \b
    Example: argumap gaps voiceless -m open-vs-closed-ai
    """
    from argumap.query import gaps

    found = gaps(asked.index, asked.maps.uncited)
    wanted = kinds or KINDS
    asked.answer(
        found,
        {kind: getattr(found, kind) for kind in wanted},
        told=lambda find_words: found.lines(find_words, kinds),
        of_speech="voiceless" in wanted,
    )


PLUGIN = CommandEntry("ask", command)
