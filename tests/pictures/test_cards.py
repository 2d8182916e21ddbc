from __future__ import annotations

from dataclasses import replace

from argumap.phrases import ENGLISH
from argumap.pictures.cards import (
    ANSWERED,
    OBJECTIONS,
    REASONS,
    CardSlot,
    Measures,
    Setting,
    build_card,
    build_remark,
)
from argumap.pictures.scene import Disc, Panel, Stroke
from argumap.pictures.typefaces import SANS_BOLD, SERIF, SERIF_BOLD
from picture_sheets import joined, point

M = Measures(1, 17.5, 16, apart=False)
SETTING = Setting(500, M, ENGLISH)
SLOT = CardSlot(100, 540, inner=20, outer=20, sign=100)


def test_a_reason_is_one_line_with_who_says_it_at_its_end() -> None:
    card = build_card([point("Trade falls")], REASONS, SETTING, bold=True)

    assert (card.lines[0].text, card.lines[0].far, card.lines[0].face) == ("Trade falls", False, SERIF_BOLD)
    assert (card.lines[1].text, card.lines[1].far) == ("the shops", True)
    assert card.lines[0].base == card.lines[1].base


def test_who_says_it_has_a_line_of_its_own_where_there_is_no_room() -> None:
    narrow = build_card([point("Trade falls")], REASONS, replace(SETTING, width=120), bold=True)
    apart = build_card(
        [point("Trade falls")], REASONS, replace(SETTING, measures=replace(M, apart=True)), bold=True
    )

    for card in (narrow, apart):
        assert card.lines[1].base > card.lines[0].base


def test_linked_premises_bear_one_sign_between_them() -> None:
    card = build_card([point("Noise keeps guests away", "Guests pay")], OBJECTIONS, SETTING, bold=False)

    (sign,) = card.signs
    first, second = (line.base for line in card.lines if not line.far)
    assert first - 10 < sign.y < second
    assert "& Guests pay" in [line.text for line in card.lines]


def test_an_answered_point_is_grey_and_says_by_what() -> None:
    card = build_card([point("The law asks for it", answered="It was repealed")], REASONS, SETTING, bold=True)

    assert card.side is ANSWERED
    assert card.signs[0].hollow
    assert {line.colour for line in card.lines} == {"ink-soft"}
    assert card.lines[0].face is SERIF
    assert [line.text for line in card.lines if line.face is SANS_BOLD] == ["answered:"]
    assert card.lines[-1].text == "It was repealed"


def test_a_shared_premise_stands_once_on_a_spine() -> None:
    points = joined("Shops have no back door", "Bakers deliver early", "So do bars")
    card = build_card(points, OBJECTIONS, SETTING, bold=True)
    group = card.place(SLOT, 50, M)

    assert [sign.glyph for sign in card.signs] == ["&", "−", "−"]
    assert [sign.joins for sign in card.signs] == [False, True, True]
    assert sum("Shops have no back door" in line.text for line in card.lines) == 1
    (spine,) = (shape for shape in group.shapes if isinstance(shape, Stroke))
    assert spine.start[1] < spine.end[1]


def test_a_step_of_the_map_has_a_dashed_sign_and_says_so() -> None:
    card = build_card([point("The bridge is near", added=True)], REASONS, SETTING, bold=False)
    discs = [shape for shape in card.place(SLOT, 0, M).shapes if isinstance(shape, Disc)]

    assert [disc.dashed for disc in discs] == [True]
    assert card.lines[1].text == "the shops · added by the map"


def test_a_remark_has_no_card() -> None:
    remark = build_remark("and 3 more reasons", SETTING)

    assert not any(isinstance(shape, Panel) for shape in remark.place(SLOT, 0, M).shapes)
