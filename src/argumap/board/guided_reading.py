"""A way through a debate in a few steps: what its author wrote, else made of the board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.board.board_records import Board, BoardAnswer, Entry, WhatIf
    from argumap.model import Index

SHORTEST, LONGEST = 4, 7
"""Fewer steps are no reading; in more the answer next to the first is left out."""


@dataclass(frozen=True, slots=True)
class TourStep:
    """A step of a guided reading: what ``kind`` of thing ``of`` is in the debate.

    A ``stop`` is one of the map's own, with its ``text``. ``aside`` are the claims without which a ``hinge`` shows
    what it turns; the step for ``people`` is of the question.
    """

    kind: str
    of: str
    text: str = ""
    aside: tuple[str, ...] = ()


def build_tour(index: Index, boards: Sequence[Board]) -> tuple[TourStep, ...]:
    """The steps through a map: its own ``tour``, else those of its first question, if it has enough."""
    if index.map.tour:
        return tuple(TourStep("stop", stop.of, stop.text) for stop in index.map.tour)
    if not boards or not boards[0].answers:
        return ()
    steps = list(_walk(boards[0]))
    if len(steps) > LONGEST:
        steps = [step for step in steps if step.kind != "rival"]
    return tuple(steps) if len(steps) >= SHORTEST else ()


def _walk(board: Board) -> Iterator[TourStep]:
    first = board.answers[0]
    yield TourStep("question", board.issue.id)
    yield TourStep("leader" if first.leads and not first.level else "answer", first.claim.id)
    if first.reasons:
        kind = "one-reason" if len(first.foremost_reasons) > 1 else "reason"
        yield TourStep(kind, _first_claim(first.reasons[0]))
    if first.objections:
        objection = first.objections[0]
        kind = "one-objection" if len(first.foremost_objections) > 1 else "objection"
        yield TourStep(kind, _first_claim(objection))
        if objection.answered:
            yield TourStep("reply", _first_claim(objection.answered[0]))
    if len(board.answers) > 1:
        yield TourStep("rival", board.answers[1].claim.id)
    if hinge := _find_hinge(board, first):
        yield TourStep("hinge", hinge.answer, aside=hinge.aside)
    if board.people:
        yield TourStep("people", board.issue.id)


def _first_claim(entry: Entry) -> str:
    return entry.premises[0].claim.id if entry.premises else entry.target


def _find_hinge(board: Board, first: BoardAnswer) -> WhatIf | None:
    return next((what_if for what_if in (*board.hinges, board.together, *first.what_ifs) if what_if), None)
