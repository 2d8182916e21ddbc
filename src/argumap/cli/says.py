"""``argumap says``: what a stakeholder says, under the positions it bears on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._asking import SIGNS, STYLES, asking, named, other_line, quotes, speaker, stance_line
from argumap.cli._console import heading, line, padded
from argumap.model import quoted
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.cli._asking import Asked
    from argumap.cli._console import Line, Part
    from argumap.query import AnswerNode, Said, Speech, SpeechGroup


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

    asked.answer(
        says(asked.index, stakeholder, on=position, via=reported),
        partial(_told, whole=not (position or reported)),
        of_speech=True,
    )


def _told(asked: Asked, speech: Speech, *, whole: bool) -> Iterator[Line]:
    yield line((speaker(speech.stakeholder), "bold"), (f" [{speech.stakeholder.id}]", "dim"))
    if not speech.groups and not speech.unreadable:
        yield line("Says nothing on that in this map.")
    if speech.groups and whole:
        yield line(f"Speaks to {counted(speech.claims, 'claim')}.")
    for group in speech.groups:
        yield line("")
        yield _group_heading(group)
        for said in group.said:
            if said.node.kind != "argument":
                yield from _said(asked, said)
        yield from _steps(asked, group)
    yield from _doing("Concedes", speech.concedes)
    yield from _doing("Disputes", speech.disputes)
    yield from _fellows(asked, speech)
    yield from _doing("May speak to, for it cannot be read who does", speech.unreadable)


def _group_heading(group: SpeechGroup) -> Line:
    if group.position is None:
        return heading("On no position")
    sides = (("for", group.speaks_for), ("against", group.speaks_against))
    parts: list[Part] = [(f"On {quoted(group.position.label)}: ", "bold")]
    told = [(f"{counted(n, 'point')} {side}", STYLES[side]) for side, n in sides if n]
    for n, part in enumerate(told):
        parts += [", ", part] if n else [part]
    if not told:
        parts.append("no point, but steps" if any(said.side for said in group.said) else "takes no side")
    return line(*parts)


def _steps(asked: Asked, group: SpeechGroup) -> Iterator[Line]:
    """The steps stand apart, for the head counts points alone."""
    steps = [said for said in group.said if said.node.kind == "argument"]
    if steps:
        besides = "Besides, on" if len(steps) < len(group.said) else "On"
        yield padded(line(f"{besides} {'a step' if len(steps) == 1 else counted(len(steps), 'step')}:"), 2)
    for said in steps:
        yield from _said(asked, said)


def _said(asked: Asked, said: Said) -> Iterator[Line]:
    sign = (f"{SIGNS[said.side]} ", STYLES[said.side]) if said.side else ("· ", "dim")
    yield padded(line(sign, *named(said.node)), 2)
    for stance in said.stances:
        yield padded(stance_line(asked, stance, who=False), 6)
    if said.because:
        steps = " and ".join(asked.label(argument) for argument in said.because)
        yield padded(line(f"is committed to it by {steps}", (f"  {asked.places(said.node.at)}", "cyan")), 6)
    if any(other.verdict == "uncompared" for other in said.others):
        yield padded(line(("takes no side itself", "dim")), 6)
    places = dict.fromkeys(place for stance in said.stances for place in stance.at)
    yield from quotes(asked, places or said.node.at, 6)
    for other in said.others:
        yield padded(other_line(asked, other), 6)


def _doing(word: str, nodes: Sequence[AnswerNode]) -> Iterator[Line]:
    if nodes:
        yield line("")
        yield heading(word)
        for node in nodes:
            yield padded(line(*named(node)), 2)


def _fellows(asked: Asked, speech: Speech) -> Iterator[Line]:
    for word, pick in (("Agrees with", "agrees"), ("Disagrees with", "disagrees")):
        fellows = [(f, getattr(f, pick)) for f in speech.fellows if getattr(f, pick)]
        if fellows:
            yield line("")
            yield heading(word)
            for fellow, nodes in fellows:
                labels = "; ".join(asked.label(node) for node in nodes)
                yield padded(
                    line((f"{speaker(fellow.by)} ", "bold"), f"on {counted(len(nodes), 'point')}: {labels}"), 2
                )


PLUGIN = CommandEntry("ask", command)
