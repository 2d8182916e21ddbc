"""``argumap gaps``: what a map lacks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import asking, named, objection_line, quotes, speaker
from argumap.cli._console import heading, line, padded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from argumap.cli._asking import Asked
    from argumap.cli._console import Line
    from argumap.query import AnswerNode, MissingCell, Objection, SourcePlace, Voiceless

KINDS = ("unsupported", "unattacked", "voiceless", "cells", "uncited")
_FEW = 10


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
        {kind: getattr(found, kind) for kind in wanted},
        partial(_told, few=not kinds),
        of_speech="voiceless" in wanted,
    )


def _told(asked: Asked, found: Mapping[str, Sequence[Any] | None], *, few: bool) -> Iterator[Line]:
    for n, (kind, missing) in enumerate(found.items()):
        title, told = _SECTIONS[kind]
        if n:
            yield line("")
        count = "not known: no text and no lock at hand" if missing is None else str(len(missing) or "none")
        yield heading(f"{title}: {count}")
        shown = (missing or ())[: _FEW if few else None]
        for one in shown:
            yield from told(asked, one)
        left = len(missing or ()) - len(shown)
        if left:
            yield padded(line((f"… and {left} more: argumap gaps {kind}", "dim")), 2)


def _claim(asked: Asked, node: AnswerNode) -> Iterator[Line]:
    yield padded(line(*named(node), (f"  {asked.places(node.at)}", "cyan")), 2)
    yield from quotes(asked, node.at, 4)


def _objection(asked: Asked, objection: Objection) -> Iterator[Line]:
    told, places = objection_line(asked, objection)
    yield padded(told, 2)
    yield from quotes(asked, places, 4)


def _stakes(_asked: Asked, one: Voiceless) -> Iterator[Line]:
    yield padded(line((speaker(one.stakeholder), "bold"), (f" [{one.stakeholder.id}]", "dim")), 2)
    if one.interests:
        yield padded(line(f"interests: {', '.join(one.interests)}"), 6)
    for stake in one.stakes:
        yield padded(line(f"{_EFFECTS[stake.effect]}: ", *named(stake.claim)), 6)


_EFFECTS = {"benefits": "would benefit", "harms": "would be harmed", "wants": "wants this"}


def _cell(_asked: Asked, cell: MissingCell) -> Iterator[Line]:
    yield padded(line(f"{cell.criterion.label} — {cell.concept.label}"), 2)


def _sentence(asked: Asked, place: SourcePlace) -> Iterator[Line]:
    yield padded(line((asked.place(place), "cyan")), 2)
    yield from quotes(asked, [place], 4)


# Any: each function takes what stands under its word in the answer, which no type of a mapping can say.
_SECTIONS: Mapping[str, tuple[str, Callable[[Asked, Any], Iterator[Line]]]] = {
    "unsupported": ("Claims that no argument supports", _claim),
    "unattacked": ("Objections that nothing attacks", _objection),
    "voiceless": ("Who has a stake and no voice", _stakes),
    "cells": ("Cells that the comparison lacks", _cell),
    "uncited": ("Sentences that no node cites", _sentence),
}


PLUGIN = CommandEntry("ask", command)
