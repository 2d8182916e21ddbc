from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from argumap.model import Claim
from argumap.news.judged_states import StatePair
from argumap.views.changes.course import build_courses
from town_states import FIRST, SECOND, THIRD, judge, states_of

if TYPE_CHECKING:
    from argumap.model import ArgumentMap
    from argumap.views.changes.course import Course

MANY = tuple(Claim(f"a{n}", f"Answer {n}", answers=("cars",)) for n in range(12))


def build(*maps: ArgumentMap) -> Course:
    """The course of the one issue that has rival answers."""
    states = judge(states_of(maps))
    (course,) = build_courses([StatePair(a, b) for a, b in pairwise(states)])
    return course


def test_a_course_tells_of_each_answer_how_it_fared_and_where_it_led() -> None:
    cars = build(FIRST, SECOND, THIRD)
    assert [(line.claim, [(p.n, p.margin, p.leads) for p in line.points]) for line in cars.lines] == [
        ("toll", [(0, -1, False), (1, 0, False), (2, 2, True)]),
        ("close-it", [(0, 2, True), (1, 2, True), (2, 0, False)]),
    ]
    assert [(a.n, b.n) for a, b in cars.lines[0].parts] == [(0, 1), (1, 2)]
    assert cars.turns == [cars.lines[0].points[2].x], "another leads from the third state on"


def test_names_stand_under_each_other_and_level_lines_beside_each_other() -> None:
    crowded = replace(FIRST, claims=(*MANY, *FIRST.claims[2:]), arguments=())
    cars = build(crowded, crowded)
    labels = sorted(line.label for line in cars.lines)
    assert all(b - a >= 24 for a, b in pairwise(labels))
    assert max(labels) + 24 <= cars.height
    assert len({line.points[0].y for line in cars.lines}) == len(cars.lines) == 12


def test_answers_beyond_the_colours_that_never_led_are_counted() -> None:
    reason = replace(FIRST.arguments[0], target="a11")
    led = replace(FIRST, claims=(*MANY, *FIRST.claims[2:]), arguments=(reason,))
    cars = build(led, led)
    assert (len(cars.lines), cars.left_out, cars.lines[0].claim) == (8, 4, "a11")


def test_an_answer_that_is_gone_ends_where_it_was_last() -> None:
    kept = tuple(c for c in THIRD.claims if c.id != "toll")
    steps = tuple(a for a in THIRD.arguments if a.target != "toll")
    last = replace(THIRD, claims=(*kept, Claim("keep", "Keep it so.", answers=("cars",))), arguments=steps)
    assert {line.claim: [p.n for p in line.points] for line in build(FIRST, last).lines} == {
        "close-it": [0, 1],
        "keep": [1],
        "toll": [0],
    }
