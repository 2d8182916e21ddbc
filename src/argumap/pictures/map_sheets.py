"""What of a map a picture shows: its largest question, or the question, claim or person that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.board import build_boards, build_claim_answer
from argumap.errors import CallError
from argumap.query import get_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.board import Board, BoardPerson
    from argumap.pictures.board_sheets import SheetMaker
    from argumap.pictures.sheet import PictureSheet
    from argumap.semantics import Evaluation


def build_sheet(evaluation: Evaluation, maker: SheetMaker, of: str = "") -> PictureSheet:
    """The sheet of what ``of`` names; of the question that most claims bear on where it names nothing.

    Raises `NotFound` for what the map lacks, `CallError` for what cannot be drawn.
    """
    index = evaluation.index
    if not of:
        return _build_main(evaluation, maker)
    node = get_id(index, of, "issue", "claim", "stakeholder")
    if node in index.claims:
        return maker.of_claim(build_claim_answer(evaluation, node, maker.phrases))
    boards = build_boards(evaluation, phrases=maker.phrases)
    if node in index.issues:
        board = next((board for board in boards if board.issue.id == node), None)
        if board is None:
            raise CallError(f"{node!r} is what things are compared by: its findings are no answers to be drawn")
        return maker.of_board(board)
    return _build_case(boards, maker, node)


def build_sheets(boards: Iterable[Board], maker: SheetMaker) -> Iterator[tuple[str, PictureSheet]]:
    """The sheet of each board, by the id of its question."""
    return ((board.issue.id, maker.of_board(board)) for board in boards)


def _build_main(evaluation: Evaluation, maker: SheetMaker) -> PictureSheet:
    if boards := build_boards(evaluation, phrases=maker.phrases):
        return maker.of_board(boards[0])
    index = evaluation.index
    claims = sorted(index.claims, key=lambda claim: (-len(index.on[claim]), index.debate_order[claim]))
    if not claims:
        raise CallError("the map has no claim that could be drawn")
    return maker.of_claim(build_claim_answer(evaluation, claims[0], maker.phrases))


def _build_case(boards: tuple[Board, ...], maker: SheetMaker, who: str) -> PictureSheet:
    """The case of a person on the question on which they say most."""
    spoken = [(board, person) for board in boards for person in board.people if person.stakeholder.id == who]
    if not spoken:
        raise CallError(f"{who!r} speaks on no question of the map, so there is no case to draw")
    return maker.of_person(*max(spoken, key=lambda pair: _count_said(pair[1])))


def _count_said(person: BoardPerson) -> int:
    return sum(len(stand.entries) + len(stand.stances) + len(stand.used) for stand in person.stands)
