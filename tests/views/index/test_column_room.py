"""The columns of the overview fill its first screen, and each its rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.board import build_boards
from argumap.semantics import evaluate
from argumap.views.index.column_room import MOST, SLIM, BoardPlan, plan_columns
from debates import debate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.board import Entry


def least(entries: Sequence[Entry]) -> int:
    return min(len(entries), 1)


def plan_of(relations: str, answers: str = "x y", rows: int | None = 3, sentence: int = 60) -> BoardPlan:
    drawn = debate(relations, answers)
    claims = (replace(c, title=f"Title of {c.id}", text="w" * sentence) for c in drawn.claims)
    (board,) = build_boards(evaluate(replace(drawn, claims=tuple(claims))))
    return plan_columns(board, board.answers, lambda _: (), least, rows)


def reasons(answer: str, n: int) -> str:
    return "; ".join(f"{answer}{i} supports {answer}" for i in range(n))


def test_where_there_is_room_all_of_few_reasons_stand_there_in_their_sentences() -> None:
    plan = plan_of(f"{reasons('x', 4)}; {reasons('y', 2)}")
    assert plan.seen["x", "for"] == 4
    assert len(plan.told) == 6
    assert plan.stated


def test_of_many_reasons_the_first_stand_there_and_one_is_never_folded_alone() -> None:
    assert plan_of(reasons("x", 30), sentence=400).seen["x", "for"] <= MOST
    assert plan_of(reasons("x", MOST)).seen["x", "for"] == MOST


def test_what_makes_no_row_higher_is_shown_though_the_screen_is_full() -> None:
    plan = plan_of(f"{reasons('x', 4)}; {reasons('y', 4)}", rows=None)
    assert plan.seen["x", "for"] == 1
    full = plan_of(f"{reasons('x', 4)}; {reasons('y', 2)}", rows=60)
    assert not full.stated
    assert len(full.told) < 6


def test_an_answer_with_more_to_tell_has_the_wider_column_and_one_with_nothing_a_slim_one() -> None:
    wide, narrow, slim = plan_of(f"{reasons('x', 6)}; {reasons('y', 1)}", "x y z", sentence=150).shares
    assert wide > narrow > slim == SLIM
    assert plan_of("", "x y").shares == (1.0, 1.0)
