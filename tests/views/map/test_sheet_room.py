"""How much of each answer stands on the first screen, and what gives way where there is too much."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import debates
from argumap.board import Upshot, build_boards
from argumap.semantics import evaluate
from argumap.verdicts import Piece
from argumap.views.map.sheet_room import FEW, FEWEST, BandRoom, WingRoom, find_room, share_room

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.board import Entry
    from argumap.model import ArgumentMap

PLENTY, SCARCE = 10_000, 0


def wing(entries: Sequence[Entry]) -> WingRoom:
    return WingRoom(entries, lambda _: (), min(FEWEST, len(entries)))


def filled(argument_map: ArgumentMap, room: float) -> list[BandRoom]:
    (board,) = build_boards(evaluate(argument_map))
    bands = [BandRoom(a, wing(a.reasons), wing(a.objections), ("", "")) for a in board.answers]
    share_room(bands, room)
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


def test_an_answer_that_nothing_is_said_of_is_a_line_beside_others_and_stands_open_alone() -> None:
    assert [band.open for band in filled(supported("x y", x=1), PLENTY)] == [True, False]
    assert [band.open for band in filled(supported("x"), PLENTY)] == [True]


def test_what_makes_no_answer_higher_is_shown_though_there_is_no_room() -> None:
    longer = debates.debate("; ".join(f"a{n} supports x" for n in range(FEW)) + "; o attacks x", "x y")
    (first, _) = filled(longer, SCARCE)
    assert first.objections.told == {first.objections.entries[0].id}


def test_what_supports_a_reason_is_told_in_its_sentence_only_where_it_is_shown_and_has_one() -> None:
    (board,) = build_boards(evaluate(debates.debate("a supports x; b supports a; c supports x", "x")))
    (answer,) = board.answers
    told: dict[bool, tuple[str, ...]] = {True: ("Because b.",), False: ()}
    for has_one, explained in (True, {"r0", "r2"}), (False, set()):
        room = WingRoom(
            answer.reasons, lambda _: ("b",), 2, sentences=partial(lambda found, _: found, told[has_one])
        )
        before = room.height
        share_room([BandRoom(answer, room, wing(()), ("", ""))], PLENTY)
        assert room.explained == explained
        assert room.height > before


def test_all_answers_together_keep_to_the_room() -> None:
    for room in range(250, 800, 50):
        bands = filled(supported("x y z", x=12, y=7, z=4), room)
        assert sum(band.height for band in bands) <= room


def test_a_long_question_and_a_long_upshot_leave_less_room() -> None:
    leads = Upshot(lead=(Piece("It leads."),))
    short = find_room("What?", leads, 0)
    assert find_room("What? " * 40, leads, 0) < short
    assert find_room("What?", Upshot(lead=(Piece("It leads. " * 30),)), 0) < short
    assert find_room("What?", Upshot(lead=(Piece("It leads."),), marked=(Piece("Without it. " * 30),)), 0) < short
    assert find_room("What?", leads, 4) < short
    assert find_room("What?", leads, 0, foot=True) < short
