from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.phrases import ENGLISH
from argumap.pictures.draft import Choice, Draft, find_claims_shown
from argumap.pictures.scene import Words
from argumap.pictures.sizes import SIZES
from picture_sheets import DEBATE, answer, numbered, sheet


def texts(choice: Choice) -> list[str]:
    groups = Draft(DEBATE, SIZES["slide"], ENGLISH, choice, 1).draw()
    return [shape.text for group in groups for shape in group.shapes if isinstance(shape, Words)]


def test_in_brief_only_the_source_is_left_of_the_notes() -> None:
    full, brief = texts(Choice((1, 1, 1))), texts(Choice((1, 1, 1), brief=True))

    assert "Whoever is named says it." in full
    assert "Whoever is named says it." not in brief
    assert DEBATE.turn not in brief
    assert any(text.startswith("Source: a column. Snapshot 0123456789ab.") for text in brief)


def test_the_heads_speak_of_what_is_answered_where_it_is_shown() -> None:
    assert "strongest first and bold, answered last and grey" in texts(Choice((4, 4, 4)))
    assert "strongest first and bold" in texts(Choice((1, 1, 1)))


def test_an_answer_without_room_is_named_with_what_counts_where_anything_does() -> None:
    crowded = sheet(answer("Close it", numbered(3)), replace(answer("Do nothing", ()), counts=""))
    groups = Draft(crowded, SIZES["slide"], ENGLISH, Choice((3,)), 1).draw()
    assert any(s.text == "Further answers: Do nothing" for g in groups for s in g.shapes if isinstance(s, Words))


def test_where_no_reason_is_the_strongest_the_heads_name_none() -> None:
    alike = sheet(answer("Close it", numbered(3)))
    groups = Draft(alike, SIZES["slide"], ENGLISH, Choice((3,)), 1).draw()
    assert not [s for g in groups for s in g.shapes if isinstance(s, Words) and "strongest" in s.text]


def test_what_is_drawn_ends_where_the_picture_does() -> None:
    draft = Draft(DEBATE, SIZES["slide"], ENGLISH, Choice((4, 4, 4)), 1)

    bottom = max(shape.y for group in draft.draw() for shape in group.shapes if isinstance(shape, Words))
    assert draft.height <= 900
    assert 860 < bottom < 900


@pytest.mark.parametrize(("points", "number"), [((4, 4, 4), 16), ((1,), 5), ((), 3)])
def test_claims_shown(points: tuple[int, ...], number: int) -> None:
    assert len(find_claims_shown(DEBATE, Choice(points))) == number
