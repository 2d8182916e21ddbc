"""``argumap stats``: a map in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import ask, named
from argumap.cli._console import heading, line, padded, show
from argumap.cli._options import json_option, map_option
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.cli._console import Line
    from argumap.query import Figures


@click.command("stats", short_help="Tell the figures of the map.")
@map_option
@json_option
def command(map_paths: tuple[str, ...], as_json: bool) -> None:
    """Tell how many records of each kind a map has, what bears on its positions, and who speaks most.

    \b
    Example: argumap stats -m open-vs-closed-ai
    """
    from argumap.cli._console import print_json
    from argumap.query import stats

    asked = ask(map_paths)
    figures = stats(asked.index)
    if as_json:
        print_json(asked.maps.write_answer(figures))
    else:
        show(*_told(asked.index.map.title, figures))
    asked.close()


def _told(title: str, figures: Figures) -> Iterator[Line]:
    yield heading(title or "Figures")
    yield _listed("", {kind if n != 1 else kind.removesuffix("s"): n for kind, n in figures.kinds.items()})
    yield _listed("Claims by type: ", figures.claim_types)
    yield _listed("Claims by role: ", figures.roles)
    linked = f", of which {figures.linked_arguments} with linked premises" if figures.linked_arguments else ""
    yield padded(line("Arguments: ", _words(figures.bearings), linked), 2)
    reported = f", of which {figures.reported_attributions} reported" if figures.reported_attributions else ""
    yield padded(line("Stances: ", _words(figures.acts), reported), 2)
    yield padded(
        line(
            f"Claims: {figures.anchored} with a passage, {figures.implicit} implicit, {figures.unsupported} "
            f"unsupported, {figures.unattacked} unattacked, {figures.contested} contested"
        ),
        2,
    )
    if figures.positions:
        yield line("")
        yield heading("What bears on the positions")
    for p in figures.positions:
        counts = (
            f": {counted(p.speaking_for, 'claim')} for, {p.speaking_against} against, up to "
            f"{counted(p.depth, 'step')} away"
        )
        yield padded(line(*named(p.position), counts), 2)
    if figures.most_contested:
        yield line("")
        yield heading("Most contested")
    for c in figures.most_contested:
        yield padded(line(*named(c.claim), f": {counted(c.supports, 'argument')} for, {c.attacks} against"), 2)
    if figures.most_spoken:
        yield line("")
        yield heading("Who speaks most")
    for s in figures.most_spoken:
        only = f", {s.reported} only as reported" if s.reported else ""
        yield padded(line((s.by.name, "bold"), f": {s.spoken}{only}"), 2)


def _listed(before: str, counts: Mapping[str, int]) -> Line:
    return padded(line(before, _words(counts)), 2)


def _words(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{n} {word}" for word, n in counts.items() if n) or "none"


PLUGIN = CommandEntry("ask", command)
