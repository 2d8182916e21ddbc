"""What a card says, as it is read for the room that it takes, and what unfolds from it."""

from __future__ import annotations

import pytest

import debates
from argumap.board import Entry, EntryRows, build_boards
from argumap.phrases import ENGLISH
from argumap.semantics import evaluate
from argumap.views._points_beneath import PointsBeneath
from argumap.views.map.card_words import CardReader
from argumap.views.map.debate_sheet import tell_place


def first_of(drawn: str, *said: str, positions: str = "x y", step: str = "r0") -> tuple[CardReader, Entry]:
    """The reader of a debate, and one of its entries."""
    evaluation = evaluate(debates.said(debates.debate(drawn, positions), *said))
    (board,) = build_boards(evaluation)
    points = PointsBeneath(evaluation.index, EntryRows(evaluation))
    reader = CardReader(ENGLISH, frozenset(), points, lambda e, place: tell_place(board, e, place, ENGLISH))
    return reader, next(entry for _, entry in board.walk() if entry.id == step)


def test_a_card_is_read_with_who_says_it_where_else_it_counts_and_what_unfolds() -> None:
    reader, entry = first_of("a,b supports x; a attacks y; c supports a", "ann asserts a")
    words = reader.read(entry)
    assert words.titles == ("Claim a.", "and Claim b. carries the lead")
    assert words.byline == "Ann also against “Claim y.” 1 reason behind it"
    assert words.near == ()


def test_a_card_that_is_opened_tells_the_best_beneath_it_instead() -> None:
    reader, entry = first_of("a supports x; b supports a; c supports a; d supports c", "bob asserts b")
    words = reader.read(entry, opened=True)
    assert words.byline == ""
    assert words.near == ("because “Claim b.” Bob 1 more",)


def test_what_answers_an_entry_is_told_with_it() -> None:
    reader, entry = first_of("a attacks x; b attacks a; c attacks a; d undercuts r0", "bob asserts b")
    assert reader.read(entry).reply.endswith("2 more")


@pytest.mark.parametrize(
    ("drawn", "told"),
    [("", ""), ("b supports a", ""), ("b supports a; c supports b", "1 point beneath that")],
)
def test_what_is_shown_is_not_offered_to_unfold(drawn: str, told: str) -> None:
    reader, entry = first_of(f"a supports x; {drawn}")
    assert reader.tell_fold(entry, reader.points.find(entry)[:1]) == told


def test_a_reason_that_the_map_adds_says_so_beside_its_title() -> None:
    reader, entry = first_of("a supports x %", "ann asserts a")
    assert reader.read(entry).titles == ("Claim a. carries the lead the map counts it here",)
