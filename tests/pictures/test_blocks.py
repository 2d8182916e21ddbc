from __future__ import annotations

from argumap.phrases import ENGLISH
from argumap.pictures.blocks import build_block, find_shown
from argumap.pictures.cards import Measures, Setting
from picture_sheets import DEBATE, answer, joined, numbered, point, sheet

SETTING = Setting(500, Measures(1, 17.5, 16, apart=False), ENGLISH)


def texts(stack_of: object) -> list[str]:
    return [line.text for card in stack_of.cards for line in card.lines]  # type: ignore[attr-defined]


def test_what_is_left_out_is_counted_with_how_much_of_it_is_answered() -> None:
    close = answer("Close it", (*numbered(3), point("a", answered="b")), (point("c"), point("d", answered="e")))
    block = build_block(sheet(close), close, 1, SETTING)

    assert texts(block.reasons)[-1] == "and 3 more reasons, 1 of them answered"
    assert texts(block.objections)[-1] == "and 1 more objection, answered"


def test_an_answer_without_points_says_so() -> None:
    block = build_block(DEBATE, answer("Leave it"), 3, SETTING)

    assert texts(block.reasons) == ["no reason in this map"]
    assert texts(block.objections) == ["no objection in this map"]


def test_points_that_share_a_premise_stand_on_one_card() -> None:
    close = answer("Close it", (), (*joined("shared", "a", "b"), point("c")))

    assert len(build_block(sheet(close), close, 3, SETTING).objections.cards) == 2


def test_the_claims_of_a_block_are_those_it_names() -> None:
    close = answer("Close it", (point("a"), point("b", answered="c")), joined("shared", "d", "e"))

    assert set(find_shown(close, 1)) == {"Close it", "a", "shared", "d"}
    assert set(find_shown(close, 2)) == {"Close it", "a", "b", "c", "shared", "d", "e"}
