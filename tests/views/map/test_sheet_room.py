"""How much of each answer stands on the first screen, and what gives way where there is too much."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import debates
from argumap.board import Upshot, build_boards
from argumap.semantics import evaluate
from argumap.verdicts import Piece
from argumap.views.map.card_words import CardWords
from argumap.views.map.sheet_room import (
    DESKTOP,
    FEW,
    FEWEST,
    LAPTOP,
    BandRoom,
    WingRoom,
    choose_open,
    fill_room,
    find_room,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.board import Entry
    from argumap.model import ArgumentMap

PLENTY, SCARCE = 10_000, 0


def read(entry: Entry) -> CardWords:
    claims = [premise.claim for premise in entry.premises]
    return CardWords(tuple(claim.label for claim in claims), tuple(claim.text for claim in claims), "Ann")


def wing(entries: Sequence[Entry]) -> WingRoom:
    return WingRoom(entries, read, min(FEWEST, len(entries)))


def filled(argument_map: ArgumentMap, room: float) -> list[BandRoom]:
    (board,) = build_boards(evaluate(argument_map))
    bands = [BandRoom(a, wing(a.reasons), wing(a.objections), ((), ())) for a in board.answers]
    choose_open(bands, room)
    fill_room(bands, room)
    return bands


def supported(positions: str, **counts: int) -> ArgumentMap:
    drawn = [f"{answer}{n} supports {answer}" for answer, count in counts.items() for n in range(count)]
    return debates.debate("; ".join(drawn), positions)


def test_where_there_is_room_all_is_seen_and_told() -> None:
    first, second = filled(supported("x y", x=6, y=3), PLENTY)
    assert (first.reasons.seen, second.reasons.seen) == (6, 3)
    assert {entry.id for entry in first.reasons.entries} == first.reasons.told
    assert (first.open, second.open) == (True, True)


def test_where_there_is_none_the_others_are_lines() -> None:
    bands = filled(supported("x y z", x=6, y=3, z=2), SCARCE)
    assert [band.open for band in bands] == [True, False, False]
    assert bands[0].reasons.seen == FEWEST
    assert not bands[0].reasons.told


def test_an_answer_that_nothing_is_said_of_is_the_first_to_be_a_line() -> None:
    drawn = supported("x y z", x=1, z=1)
    opened = dict.fromkeys(tuple(band.open for band in filled(drawn, room)) for room in range(400, 100, -10))
    assert list(opened) == [(True, True, True), (True, True, False), (True, False, False)]
    assert [band.open for band in filled(supported("x"), PLENTY)] == [True]


def test_what_makes_no_answer_higher_is_shown_though_there_is_no_room() -> None:
    longer = debates.debate("; ".join(f"a{n} supports x" for n in range(FEW)) + "; o attacks x", "x y")
    (first, _) = filled(longer, SCARCE)
    assert first.objections.told == {first.objections.entries[0].id}


def test_what_lies_beneath_and_what_answers_takes_room_as_well() -> None:
    (board,) = build_boards(evaluate(supported("x", x=1)))
    (entry,) = board.answers[0].reasons
    plain = read(entry)
    near, reply = replace(plain, near=("because “That” Bob",)), replace(plain, reply="answered by “This”")
    heights = [
        WingRoom([entry], partial(lambda words, _: words, words), 1).height for words in (plain, near, reply)
    ]
    assert heights[0] < heights[1]
    assert heights[0] < heights[2]


def test_what_carries_the_lead_is_seen_before_anything_is_told_in_a_sentence() -> None:
    (board,) = build_boards(evaluate(supported("x y", x=4, y=3)))
    carrying = sum(entry.carries for entry in board.answers[0].reasons)
    assert carrying > 1
    for room in range(200, 700, 20):
        first, _ = filled(supported("x y", x=4, y=3), room)
        assert first.reasons.seen >= carrying or not first.reasons.told


def test_on_another_screen_a_band_is_filled_anew() -> None:
    first, _ = filled(supported("x y", x=6, y=3), PLENTY)
    other = first.on(LAPTOP)
    assert (other.reasons.seen, other.reasons.told, other.reasons.screen) == (1, set(), LAPTOP)
    assert first.reasons.seen == 6


def test_all_answers_together_keep_to_the_room() -> None:
    for room in range(250, 800, 50):
        bands = filled(supported("x y z", x=12, y=7, z=4), room)
        assert sum(band.height for band in bands) <= room


def test_a_long_question_and_a_long_upshot_leave_less_room() -> None:
    (board,) = build_boards(evaluate(supported("x y", x=1)))
    short = replace(board, upshot=Upshot(lead=(Piece("It leads."),)))
    room = find_room(short, "", DESKTOP)
    asked = replace(short.issue, question="What? " * 40)
    assert find_room(replace(short, issue=asked), "", DESKTOP) < room
    assert find_room(replace(short, upshot=Upshot(lead=(Piece("It leads. " * 30),))), "", DESKTOP) < room
    assert find_room(replace(short, upshot=Upshot(marked=(Piece("It turns. " * 30),))), "", DESKTOP) < room
    assert find_room(short, "In small print.", DESKTOP) < room
    assert find_room(short, "", DESKTOP, title="A title " * 20) < room
    assert find_room(short, "", DESKTOP, foot=True) < room
    assert find_room(short, "", LAPTOP) < room
