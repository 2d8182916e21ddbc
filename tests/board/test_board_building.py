"""The board holds what the verdict holds: its answers, counts and places, and everything said directly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.board import Board, EntryState, build_boards, build_claim_answer
from argumap.phrases import get_phrases
from argumap.semantics import evaluate
from argumap.verdicts import build_issue_verdicts, read_plainly
from debates import debate, draw_debate
from draws import draws, seeded
from map_shapes import SHAPES
from pages import grown

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


def board_of(argument_map: ArgumentMap, depth: int = 1) -> Board:
    return next(b for b in build_boards(evaluate(argument_map), depth=depth) if b.issue.id == "q")


def test_answers_stand_as_they_rank_and_level_ones_lead_together() -> None:
    board = board_of(debate("a supports y; b supports y; c supports z; d attacks z", "x y z"))
    assert [(a.claim.id, a.place, a.leads, a.level) for a in board.answers] == [
        ("y", 1, True, False),
        ("z", 2, False, False),
        ("x", 3, False, False),
    ]
    level = board_of(debate("a supports x; b supports y", "x y"))
    assert [(a.place, a.leads, a.level) for a in level.answers] == [(1, True, True)] * 2


def test_the_question_that_most_claims_bear_on_comes_first() -> None:
    boards = build_boards(evaluate(grown(40, positions=2, issues=3)))
    assert [b.claims for b in boards] == sorted((b.claims for b in boards), reverse=True)


def test_verdicts_at_hand_are_not_worked_out_again() -> None:
    evaluation = evaluate(debate("a supports x", "x"))
    verdicts = build_issue_verdicts(evaluation)
    (board,) = build_boards(evaluation, verdicts)
    assert board.verdict is verdicts["q"]


def test_what_the_source_alone_comes_to_stands_beside_the_answers() -> None:
    board = board_of(debate("a supports x %; b supports x; c supports y", "x y"))
    assert [(a.claim.id, a.own and (a.own.pro, a.own.con)) for a in board.answers] == [
        ("x", (1, 0)),
        ("y", (1, 0)),
    ]
    assert board_of(debate("a supports x", "x y")).answers[0].own is None


@pytest.mark.parametrize("nothing", ["", "a supports b"])
def test_a_question_that_nothing_answers_has_an_empty_board(nothing: str) -> None:
    board = board_of(debate(nothing, ""))
    assert (board.answers, board.people, board.hinges, board.claims) == ((), (), (), 0)


@pytest.mark.parametrize("shape", SHAPES)
def test_figures_and_entries_are_those_of_the_verdict(shape: str) -> None:
    draw = seeded(1400)
    for _ in range(draws(12)):
        evaluation = evaluate(draw_debate(draw, shape))
        for board in build_boards(evaluation):
            assert [(a.claim.id, a.place) for a in board.answers] == [
                (a.claim, a.place) for a in board.verdict.ranking.answers
            ]
            for answer in board.answers:
                b = board.verdict.balances[answer.claim.id]
                for entries, live, waiting, gone in (
                    (answer.reasons, b.pros, b.unresolved_pros, b.answered_pros),
                    (answer.objections, b.cons, b.unresolved_cons, b.answered_cons),
                ):
                    states = [(e.id, e.state) for e in entries]
                    assert sorted(states) == sorted(
                        [(n, EntryState.LIVE) for n in live]
                        + [(n, EntryState.UNRESOLVED) for n in waiting]
                        + [(n, EntryState.ANSWERED) for n in gone]
                    )
                    order = [list(EntryState).index(state) for _, state in states]
                    assert order == sorted(order)
                assert len(answer.live_reasons) == len(b.pros)
                assert len(answer.live_objections) == len(b.cons)


def test_a_board_tells_verdicts_in_the_phrases_that_it_is_given() -> None:
    (board,) = build_boards(evaluate(debate("a supports x; b attacks y", "x y")), phrases=get_phrases("de"))
    assert read_plainly(board.told.free) == "Nur gegen sie ist kein Einwand unbeantwortet."
    assert board.answers[0].note.tally == "1 dafür"


def test_a_claim_has_a_board_answer_of_its_own() -> None:
    answer = build_claim_answer(evaluate(debate("a supports x; b attacks x; c attacks b", "x")), "x")

    assert [(e.premises[0].claim.id, e.state) for e in answer.entries] == [
        ("a", EntryState.LIVE),
        ("b", EntryState.ANSWERED),
    ]
    assert answer.told_place == ""
