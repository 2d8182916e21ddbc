"""Headings that set out a side."""

from __future__ import annotations

import pytest

from argumap.draft.cue_words import get_cue_words
from argumap.draft.headings import find_sides
from argumap.text import parse_article


@pytest.mark.parametrize(
    ("heading", "answer", "favours", "presented"),
    [
        ("The case for a higher dike", "higher dike", True, True),
        ("Arguments against a higher dike", "higher dike", False, True),
        ("Benefits of giving land back", "giving land back", True, False),
        ("Drawbacks of the higher dike", "higher dike", False, False),
        ("Why we should open on Sundays", "open on sundays", True, False),
    ],
)
def test_a_heading_tells_the_side(heading: str, answer: str, favours: bool, presented: bool) -> None:
    sides = find_sides(parse_article(f"# {heading}\n\nIt is so.\n"), get_cue_words("en"))
    (side,) = sides.values()
    assert (side.answer, side.favours, side.presented) == (answer, favours, presented)


def test_pros_and_cons_are_of_what_stands_above_them() -> None:
    sides = find_sides(
        parse_article("# A higher dike\n\n## Pros\n\nFast.\n\n## Cons\n\nDear.\n"), get_cue_words("en")
    )
    assert [(side.answer, side.favours) for side in sides.values()] == [
        ("higher dike", True),
        ("higher dike", False),
    ]


def test_other_headings_take_no_side() -> None:
    assert not find_sides(parse_article("# The problem\n\nWater.\n"), get_cue_words("en"))
