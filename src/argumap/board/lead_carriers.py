"""Marks what an answer's lead hangs on where it stands, so that no sentence has to name it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from argumap.board.board_records import Board, BoardAnswer, Entry


def mark_carriers(board: Board) -> Board:
    """The board with each reason and objection marked that its lead hangs on; where nobody leads alone, none.

    These are reasons for the answer that leads and objections to the others, by a claim that would change who
    leads; where only several together would, they are the reasons that are told to.
    """
    if board.verdict.ranking.leader is None:
        return board
    claims = {claim for what_if in board.alike for claim in what_if.aside}
    if hangs_on_number(board) or not _are_told(board):
        # Some of many that count alike would tell nothing apart, and all of them no more.
        return board
    return (
        replace(board, answers=tuple(_mark(answer, claims, board) for answer in board.answers))
        if claims
        else board
    )


def _are_told(board: Board) -> bool:
    """Whether what would do it together are all reasons of the leader."""
    told = {premise.claim.id for entry in board.answers[0].live_reasons for premise in entry.premises}
    return board.turning is not board.together or told.issuperset(board.together.aside if board.together else ())


def hangs_on_number(board: Board) -> bool:
    """Whether the lead hangs on how many reasons the leader has, and on none of them more than on another."""
    together, reasons = board.together, board.answers[0].live_reasons
    if together is None or board.turning is not together or len(together.aside) < 2:
        return False
    alike = len({entry.weight for entry in reasons}) == 1 or len(together.aside) == len(reasons)
    return alike and _are_told(board) and len(together.aside) == board.verdict.turning.least_reasons


def _mark(answer: BoardAnswer, claims: Container[str], board: Board) -> BoardAnswer:
    reasons, objections = answer.reasons, answer.objections
    if answer.leads:
        return replace(answer, reasons=tuple(_mark_all(reasons, claims)))
    # What several reasons of the leader would do together is told of them alone.
    return (
        answer
        if board.turning is board.together
        else replace(answer, objections=tuple(_mark_all(objections, claims)))
    )


def _mark_all(entries: Iterable[Entry], claims: Container[str]) -> Iterator[Entry]:
    for entry in entries:
        hangs = entry.live and any(premise.claim.id in claims for premise in entry.premises)
        yield replace(entry, carries=True) if hangs else entry


def are_reasons(entries: Iterable[Entry]) -> bool:
    """Whether all of some entries speak for something."""
    return all(entry.bearing is Bearing.SUPPORTS for entry in entries)
