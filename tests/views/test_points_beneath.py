"""What is shown in place beneath a reason or an objection, and what is said of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import debates
from argumap.board import Entry, EntryRows, build_boards
from argumap.model import Bearing
from argumap.semantics import evaluate
from argumap.views._points_beneath import MOST, PointBeneath, PointsBeneath

if TYPE_CHECKING:
    from collections.abc import Sequence


def first_of(drawn: str, positions: str = "x y") -> tuple[PointsBeneath, Entry]:
    """The points of a debate, and its first reason or objection."""
    evaluation = evaluate(debates.debate(drawn, positions))
    (board,) = build_boards(evaluation)
    entry = next(entry for _, entry in board.walk() if entry.id == "r0")
    return PointsBeneath(evaluation.index, EntryRows(evaluation)), entry


def told(points: Sequence[PointBeneath]) -> list[tuple[str, str]]:
    return [(point.bearing, "+".join(claim.id for claim in point.claims)) for point in points]


def test_reasons_for_it_come_first_and_what_fell_is_left_out() -> None:
    points, entry = first_of("a supports x; b attacks a; c supports a; d attacks b")
    assert told(points.find(entry)) == [(Bearing.SUPPORTS, "c")]
    assert points.find(entry) is points.find(entry), "it is asked for more than once a page"
    linked, pair = first_of("a attacks x; b,c supports a")
    assert told(linked.find(pair)) == [(Bearing.SUPPORTS, "b+c")]


def test_a_few_are_shown_and_one_that_shares_a_premise_is_not_told_again() -> None:
    points, entry = first_of("a supports x; b supports a; c supports a; d supports a")
    assert len(points.find(entry)) == MOST
    shared, other = first_of("a supports x; b,c supports a; b,d supports a")
    assert len(shared.find(other)) == 1


def test_what_answers_an_entry_stands_in_its_card_and_not_beneath_it() -> None:
    points, entry = first_of("a attacks x; b undercuts r0")
    assert [reply.id for reply in entry.answered] == ["r1"]
    assert points.find(entry) == ()


def test_only_what_is_directly_against_an_entry_is_counted_against_it() -> None:
    for against, count in (("d attacks c", 0), ("d undercuts r1", 0), ("d attacks a", 1), ("d undercuts r0", 1)):
        points, entry = first_of(f"a supports x; b supports a; c supports b; {against}")
        assert points.count_against(entry) == count
