"""``argumap gaps``: what a map lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli._asking import ask, heading, line, named, padded, quote_option, quotes, show, speaker
from argumap.cli._options import json_option, map_option, source_option

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from rich.console import RenderableType

    from argumap.cli._asking import Asked
    from argumap.model import Passage
    from argumap.query import Cell, Gaps, Node, Objection, Place, Voiceless

GROUP = "ask"

KINDS = ("unsupported", "unanswered", "voiceless", "cells", "uncited")
_FEW = 10


@click.command("gaps", short_help="Tell what is missing: support, answers, voices, cells, sentences.")
@click.argument("kinds", metavar="[KIND]...", type=click.Choice(KINDS), nargs=-1)
@map_option
@source_option
@quote_option
@json_option
def COMMAND(  # noqa: N802
    kinds: tuple[str, ...], map_paths: tuple[str, ...], sources: Mapping[str, Path], quoted: bool, as_json: bool
) -> None:
    """Tell what a map lacks; name KINDs to see all of them, without the others.

    unsupported: claims that no argument supports. unanswered: objections that nothing answers. voiceless: who has
    a stake and says nothing. cells: criteria that no claim answers for a thing compared. uncited: sentences of
    the source that no node cites.

    \b
    Example: argumap gaps voiceless -m open-vs-closed-ai
    """
    from argumap.cli._console import print_json
    from argumap.query import gaps

    asked = ask(map_paths, sources, quoted=quoted)
    found = gaps(asked.index, _uncited(asked))
    if as_json:
        print_json({kind: asked.to_json(getattr(found, kind)) for kind in kinds or KINDS})
    else:
        show(*_told(asked, found, kinds))


def _uncited(asked: Asked) -> Sequence[Passage] | None:
    """The open sentences of all maps; None where no text and no lock is at hand for any of them."""
    from dataclasses import replace

    known = {name: map.uncited for name, map in asked.maps.items()}
    if len(known) == 1:
        return next(iter(known.values()))
    if all(passages is None for passages in known.values()):
        return None
    return [
        replace(passage, source=f"{name}#{passage.source}")
        for name, passages in known.items()
        for passage in passages or ()
    ]


def _told(asked: Asked, found: Gaps, kinds: Sequence[str]) -> Iterator[RenderableType]:
    sections = {
        "unsupported": ("Claims that no argument supports", _claims(asked, found.unsupported)),
        "unanswered": ("Objections that nothing answers", _objections(asked, found.unanswered)),
        "voiceless": ("Who has a stake and no voice", _voiceless(found.voiceless)),
        "cells": ("Cells that the comparison lacks", _cells(found.cells)),
        "uncited": ("Sentences that no node cites", _sentences(asked, found.uncited)),
    }
    for n, kind in enumerate(kinds or KINDS):
        title, rows = sections[kind]
        if n:
            yield line("")
        count = "not known: no text and no lock at hand" if rows is None else str(len(rows)) if rows else "none"
        yield heading(f"{title}: {count}")
        shown = rows or [] if kinds else (rows or [])[:_FEW]
        for row in shown:
            yield from row
        left = len(rows or []) - len(shown)
        if left:
            yield padded(line((f"… and {left} more: argumap gaps {kind}", "dim")), 2)


def _claims(asked: Asked, nodes: Sequence[Node]) -> list[list[RenderableType]]:
    return [_claim(asked, node) for node in nodes]


def _claim(asked: Asked, node: Node) -> list[RenderableType]:
    told: list[RenderableType] = [padded(line(*named(node), (f"  {asked.places(node.at)}", "cyan")), 2)]
    return told + quotes(asked, node.at, 4)


def _objections(asked: Asked, objections: Sequence[Objection]) -> list[list[RenderableType]]:
    rows = []
    for objection in objections:
        premises = " and ".join(f"“{premise.label}”" for premise in objection.premises)
        does = "against" if objection.bearing == "attacks" else "undercutting"
        target = f"“{objection.target.label}”" if objection.target.kind == "claim" else objection.target.label
        places = dict.fromkeys(place for premise in objection.premises for place in premise.at)
        told: list[RenderableType] = [
            padded(line(f"{premises} {does} {target}", (f"  {asked.places(places)}", "cyan")), 2)
        ]
        rows.append(told + quotes(asked, places, 4))
    return rows


def _voiceless(voiceless: Sequence[Voiceless]) -> list[list[RenderableType]]:
    rows = []
    for one in voiceless:
        told: list[RenderableType] = [
            padded(line((speaker(one.stakeholder), "bold"), (f" [{one.stakeholder.id}]", "dim")), 2)
        ]
        if one.interests:
            told.append(padded(line(f"interests: {', '.join(one.interests)}"), 6))
        told += [padded(line(f"{_EFFECTS[stake.effect]}: ", *named(stake.claim)), 6) for stake in one.stakes]
        rows.append(told)
    return rows


_EFFECTS = {"benefits": "would benefit", "harms": "would be harmed", "wants": "wants this"}


def _cells(cells: Sequence[Cell]) -> list[list[RenderableType]]:
    return [[padded(line(f"{cell.criterion.label} — {cell.concept.label}"), 2)] for cell in cells]


def _sentences(asked: Asked, places: Sequence[Place] | None) -> list[list[RenderableType]] | None:
    if places is None:
        return None
    return [[padded(line((asked.place(place), "cyan")), 2), *quotes(asked, [place], 4)] for place in places]
