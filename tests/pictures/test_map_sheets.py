from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.board import build_boards
from argumap.errors import CallError, NotFound
from argumap.model import Act, ArgumentMap, Attribution, Claim, Issue, Stakeholder
from argumap.pictures.board_sheets import SheetMaker
from argumap.pictures.map_sheets import build_sheet, build_sheets
from argumap.semantics import evaluate
from debates import debate

if TYPE_CHECKING:
    from argumap.pictures.sheet import PictureSheet

DEBATE = replace(
    debate("a supports x; b attacks y", "x y"),
    stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("mute", "Mute")),
    attributions=(Attribution("ann", Act.ASSERTS, "a"),),
)


def draw(argument_map: ArgumentMap, of: str = "") -> PictureSheet:
    evaluation = evaluate(argument_map)
    return build_sheet(evaluation, SheetMaker(evaluation.index, "en", "0" * 64), of)


@pytest.mark.parametrize(
    ("of", "title"),
    [
        ("", "What is to be done?"),
        ("q", "What is to be done?"),
        ("x", "Claim x."),
        ("Ann", "Ann: What is to be done?"),
    ],
)
def test_what_is_asked_for_is_drawn(of: str, title: str) -> None:
    assert draw(DEBATE, of).title == title


def test_a_map_without_a_question_shows_the_claim_that_most_bears_on() -> None:
    bare = replace(debate("a supports b; c supports b", "x"), issues=(), claims=tuple(map(_claim, "abc")))

    assert draw(bare).title == "Claim b."


def _claim(name: str) -> Claim:
    return Claim(name, f"Claim {name}.")


def test_what_cannot_be_drawn_is_told() -> None:
    criterion = replace(DEBATE, issues=(*DEBATE.issues, Issue("cost", "What does it cost?", compares=("c",))))

    with pytest.raises(CallError, match="no claim that could be drawn"):
        draw(ArgumentMap(title="Empty"))
    with pytest.raises(CallError, match="what things are compared by"):
        draw(criterion, "cost")
    with pytest.raises(CallError, match="'mute' speaks on no question"):
        draw(DEBATE, "mute")
    with pytest.raises(NotFound, match="nearest: mute"):
        draw(DEBATE, "muto")


def test_every_question_has_its_sheet() -> None:
    evaluation = evaluate(DEBATE)

    sheets = dict(build_sheets(build_boards(evaluation), SheetMaker(evaluation.index, "en", "0" * 64)))
    assert [*sheets] == ["q"]
