from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from argumap.phrases import ENGLISH
from argumap.pictures.layout import find_choices, lay_out
from argumap.pictures.scene import Group, Panel, Scene, Words
from argumap.pictures.sizes import SIZES, PictureSize, parse_size
from picture_sheets import DEBATE, SHAPES, answer, numbered, sheet

ASCENT, DESCENT = 0.78, 0.24
NEARLY = 0.6


@pytest.mark.parametrize("size", [*SIZES, "1920x1080", "480x480"])
@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_overlaps_or_leaves_its_card_or_the_picture(shape: str, size: str) -> None:
    scene = lay_out(SHAPES[shape], parse_size(size), ENGLISH).scene

    assert [words.text for words in scene.words if not _is_inside(words, (0, 0, scene.width, scene.height))] == []
    assert [(a.text, b.text) for a, b in combinations(scene.words, 2) if _overlap(_box(a), _box(b))] == []
    assert [words.text for group in scene.groups for words in _outside_their_card(group)] == []
    cards = [(p.x, p.y, p.x + p.width, p.y + p.height) for p in _panels(scene)]
    assert [(a, b) for a, b in combinations(cards, 2) if _overlap(a, b)] == []


@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
@pytest.mark.parametrize("shape", SHAPES)
def test_no_text_is_smaller_than_the_size_promises(shape: str, size: PictureSize) -> None:
    sizes = {words.size for words in lay_out(SHAPES[shape], size, ENGLISH).scene.words}

    assert min(sizes) >= size.small >= 16


def test_a_slide_shows_all_of_a_debate_that_has_room() -> None:
    laid_out = lay_out(DEBATE, SIZES["slide"], ENGLISH)

    assert laid_out.choice.points == (4, 4, 4)
    assert "Trade falls where cars drive through" in laid_out.shown
    assert "The law was repealed" in laid_out.shown


def test_forty_reasons_are_the_best_few_and_a_number() -> None:
    laid_out = lay_out(SHAPES["forty reasons"], SIZES["slide"], ENGLISH)

    shown = laid_out.choice.points[0]
    assert 5 < shown < 40
    assert f"and {40 - shown} more reasons" in _texts(laid_out.scene)
    assert f"{len(laid_out.shown)} of 40 claims shown." in " ".join(_texts(laid_out.scene))


def test_answers_without_room_are_named_at_the_foot() -> None:
    laid_out = lay_out(SHAPES["twelve answers"], SIZES["wide"], ENGLISH)

    assert 0 < len(laid_out.choice.points) < 12
    assert "Further answers: Answer" in " ".join(_texts(laid_out.scene))
    assert laid_out.shown >= {f"Answer {n}" for n in range(12)}


def test_what_would_turn_it_is_left_out_before_an_answer_is() -> None:
    choices = list(find_choices(SHAPES["twelve answers"]))

    assert [len(choice.points) for choice in choices][:4] == [12, 12, 12, 11]
    assert [choice.brief for choice in choices][:4] == [False, False, True, True]


def test_type_grows_where_there_is_room() -> None:
    one = sheet(answer("Close it", numbered(1)))

    words = list(lay_out(one, SIZES["slide"], ENGLISH).scene.words)

    assert min(w.size for w in words) > SIZES["slide"].small


def test_those_who_read_from_the_right_have_the_reasons_there() -> None:
    scene = lay_out(SHAPES["Arabic"], SIZES["slide"], ENGLISH).scene

    reason = next(words for words in scene.words if words.text.startswith("التجارة"))
    assert reason.left > scene.width / 2
    assert reason.edge == "right"
    assert reason.rtl


def test_the_same_sheet_gives_the_same_scene() -> None:
    assert lay_out(DEBATE, SIZES["a4"], ENGLISH) == lay_out(replace(DEBATE), SIZES["a4"], ENGLISH)


def _texts(scene: Scene) -> list[str]:
    return [words.text for words in scene.words]


def _panels(scene: Scene) -> list[Panel]:
    return [shape for group in scene.groups for shape in group.shapes if isinstance(shape, Panel)]


def _box(words: Words) -> tuple[float, float, float, float]:
    return words.left, words.y - ASCENT * words.size, words.left + words.width, words.y + DESCENT * words.size


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    across = min(a[2], b[2]) - max(a[0], b[0])
    return across > NEARLY and min(a[3], b[3]) - max(a[1], b[1]) > NEARLY * 4


def _is_inside(words: Words, area: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = _box(words)
    return (
        left >= area[0] - NEARLY
        and top >= area[1] - NEARLY
        and right <= area[2] + NEARLY
        and bottom <= area[3] + NEARLY
    )


def _outside_their_card(group: Group) -> list[Words]:
    panel = next((shape for shape in group.shapes if isinstance(shape, Panel)), None)
    if panel is None:
        return []
    # Signs sit on the card's edge.
    words = [shape for shape in group.shapes if isinstance(shape, Words) and shape.text not in "+−&"]
    area = (panel.x, panel.y, panel.x + panel.width, panel.y + panel.height)
    return [each for each in words if not _is_inside(each, area)]
