from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from argumap.news.judged_states import StatePair
from argumap.news.people_news import find_people_news
from argumap.query import Side
from town_states import FIRST, SECOND, THIRD, judge, pair_of, states_of

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


def test_who_changed_their_mind_comes_first_and_a_new_voice_is_told_as_that() -> None:
    mayor, circle = find_people_news(pair_of())
    assert (mayor.name, mayor.role, mayor.turned, mayor.fresh) == ("Petra Lunn", "mayor", True, False)
    assert (circle.name, circle.turned, circle.fresh) == ("Residents' Circle", False, True)


def test_a_stance_tells_what_it_was_what_it_is_and_the_side_it_takes() -> None:
    mayor, circle = find_people_news(pair_of())
    assert [(s.what, s.before, s.now, s.side, s.on) for s in mayor.stances] == [
        ("Charge a toll", "disputes", "endorses", Side.FOR, ""),
        ("It pays for the bus", "", "asserts", Side.FOR, "Charge a toll"),
    ]
    assert [(s.before, s.now, s.side, s.on) for s in circle.stances] == [("", "argues", Side.FOR, "Charge a toll")]


def test_what_somebody_no_longer_says_is_told_too() -> None:
    (circle,) = find_people_news(pair_of(SECOND, FIRST))
    assert [(s.what, s.before, s.now) for s in circle.stances] == [("A free pass", "argues", "")]


def test_nobody_says_anything_new_where_nothing_changed() -> None:
    assert find_people_news(pair_of(THIRD, THIRD)) == ()


def steps_of(*maps: ArgumentMap) -> list[StatePair]:
    return [StatePair(*both) for both in pairwise(judge(states_of(maps)))]


def test_who_said_something_new_is_told_with_the_state_that_first_has_it() -> None:
    mayor, circle = find_people_news(pair_of(), steps_of(FIRST, SECOND, THIRD), 1)
    assert (mayor.since, circle.since) == (2, 1)
    assert [stance.since for stance in find_people_news(pair_of())[0].stances] == [None, None]


def test_what_was_said_before_it_got_another_id_was_said_then() -> None:
    steps = steps_of(FIRST, SECOND, renamed(THIRD))
    mayor, circle = find_people_news(pair_of(FIRST, renamed(THIRD)), steps, 1)
    assert (mayor.since, circle.since) == (2, 1)


def test_what_nobody_says_any_more_is_told_from_when_it_went_not_from_when_its_id_changed() -> None:
    steps = steps_of(SECOND, renamed(SECOND), FIRST)
    (gone,) = find_people_news(pair_of(SECOND, FIRST), steps, 1)
    assert [(stance.before, stance.now, stance.since) for stance in gone.stances] == [("argues", "", 2)]


def renamed(argument_map: ArgumentMap) -> ArgumentMap:
    """The map with other ids for the residents' circle and for what they say."""
    ids = {"circle": "residents", "free-pass": "pass-free"}
    return replace(
        argument_map,
        claims=tuple(replace(c, id=ids.get(c.id, c.id)) for c in argument_map.claims),
        arguments=tuple(
            replace(a, premises=tuple(ids.get(p, p) for p in a.premises), id=a.id.replace(*_RENAMED))
            for a in argument_map.arguments
        ),
        stakeholders=tuple(replace(s, id=ids.get(s.id, s.id)) for s in argument_map.stakeholders),
        attributions=tuple(
            replace(a, by=ids.get(a.by, a.by), of=ids.get(a.of, a.of)) for a in argument_map.attributions
        ),
    )


_RENAMED = ("free-pass", "pass-free")
