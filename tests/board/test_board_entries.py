"""Each claim stands in full once on a board, and what lies beneath is counted once under an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.board import Board, BoardPlace, Entry, build_boards
from argumap.semantics import evaluate
from debates import debate, draw_debate
from draws import draws, seeded
from map_shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.model import ArgumentMap


def board_of(argument_map: ArgumentMap, depth: int = 1) -> Board:
    return next(b for b in build_boards(evaluate(argument_map), depth=depth) if b.issue.id == "q")


def everything(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from everything(entry.against)
        for premise in entry.premises:
            yield from everything(premise.under)


def test_a_claim_that_counts_twice_stands_in_full_once_and_says_where_else() -> None:
    x, y = board_of(debate("a supports x; b supports x; a attacks y", "x y")).answers
    first, _ = x.reasons
    assert (first.premises[0].full, first.premises[0].also) == (None, (BoardPlace("y", "r2"),))
    (ghost,) = y.objections
    assert ghost.ghost
    assert ghost.premises[0].full == BoardPlace("x", "r0")


def test_linked_premises_are_one_entry_also_where_one_of_them_stands_elsewhere() -> None:
    x, y = board_of(debate("a supports x; b supports x; a,c attacks y", "x y")).answers
    (entry,) = y.objections
    assert [(p.claim.id, p.full) for p in entry.premises] == [("a", BoardPlace("x", "r0")), ("c", None)]
    assert not entry.ghost
    assert len(x.reasons) == 2


def test_an_answer_that_objects_to_another_stands_in_full_as_that_answer() -> None:
    board = board_of(debate("a supports x; x attacks y", "x y"))
    (entry,) = board.answers[1].objections
    assert entry.premises[0].full == BoardPlace("x")


@pytest.mark.parametrize(
    ("relations", "by", "lacking"),
    [
        pytest.param("a attacks x; b,c attacks a", [("b", "c")], "", id="an objection to its premise"),
        pytest.param("a attacks x; b undercuts r0", [("b",)], "", id="an undercut of its step"),
    ],
)
def test_an_answered_entry_says_by_what(relations: str, by: list[tuple[str, ...]], lacking: str) -> None:
    (entry,) = board_of(debate(relations, "x")).answers[0].objections
    assert [tuple(p.claim.id for p in answer.premises) for answer in entry.answered] == by
    assert entry.lacking == lacking


def test_what_is_beneath_is_all_that_bears_on_it_wherever_it_stands() -> None:
    drawn = debate("a supports x; b attacks x; c supports a; d supports c; d supports b; e undercuts r1", "x")
    (answer,) = board_of(drawn).answers
    assert [(e.id, e.beneath) for e in answer.entries] == [("r0", 2), ("r1", 2)]
    assert answer.beneath == 3
    twice = debate("a supports x; a attacks y; b attacks x; c supports a; d undercuts r1; c supports b", "x y")
    for answer in board_of(twice).answers:
        (own,) = (e for e in answer.entries if e.premises[0].claim.id == "a")
        assert own.beneath == (1 if answer.claim.id == "x" else 2)


def test_deeper_levels_hang_under_the_premise_or_the_step_that_they_bear_on() -> None:
    drawn = debate("a supports x; b supports a; c attacks a; d undercuts r0; e supports b", "x")
    (entry,) = board_of(drawn, depth=2).answers[0].reasons
    assert [e.id for e in entry.premises[0].under] == ["r1", "r2"]
    assert [e.id for e in entry.against] == ["r3"]
    assert [e.premises[0].under for e in entry.premises[0].under] == [(), ()]
    (shallow,) = board_of(drawn).answers[0].reasons
    assert (shallow.premises[0].under, shallow.against) == ((), ())


def test_reasons_in_a_circle_end_in_a_place_that_is_told() -> None:
    (answer,) = board_of(debate("a supports x; b supports a; a supports b", "x"), depth=9).answers
    ends = [p.full for e in everything(answer.entries) for p in e.premises if p.full]
    assert ends == [BoardPlace("x", "r0")]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_claim_is_in_full_once_and_every_ghost_leads_there(shape: str) -> None:
    draw = seeded(1401)
    for depth in (1, 3):
        for _ in range(draws(8)):
            drawn = draw_debate(draw, shape)
            for board in build_boards(evaluate(drawn), depth=depth):
                told = [(a.claim.id, e) for a in board.answers for e in everything(a.entries)]
                full = [p.claim.id for _, e in told for p in e.premises if not p.full]
                full += [a.claim.id for a in board.answers]
                assert len(full) == len(set(full))
                places = {BoardPlace(answer, e.id) for answer, e in told} | {
                    BoardPlace(a.claim.id) for a in board.answers
                }
                assert {p.full for _, e in told for p in e.premises if p.full} <= places
                assert {place for _, e in told for p in e.premises for place in p.also} <= places


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_beneath_an_answer_is_all_that_bears_on_it_and_is_not_told(shape: str) -> None:
    draw = seeded(1402)
    for _ in range(draws(12)):
        evaluation = evaluate(draw_debate(draw, shape))
        index = evaluation.index
        for board in build_boards(evaluation):
            answers = {a.claim.id for a in board.answers}
            for answer in board.answers:
                direct = answer.entries
                found = {p.claim.id for e in direct for p in e.premises} | {e.id for e in direct}
                walk = [*found]
                for node in walk:
                    for argument in index.on[node]:
                        fresh = {argument.id, *argument.premises} - found
                        found |= fresh
                        walk += fresh
                told = answers | {p.claim.id for e in direct for p in e.premises}
                assert answer.beneath == len({n for n in found if n in index.claims} - told)
