from __future__ import annotations

from argumap.news.judged_states import StatePair
from argumap.news.people_news import find_people_news
from argumap.query import Side
from town_states import FIRST, SECOND, THIRD, judge, pair_of, states_of


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


def test_who_said_something_new_is_told_with_the_state_that_first_has_it() -> None:
    states = judge(states_of())
    mayor, circle = find_people_news(StatePair(states[0], states[2]), states[1:], 1)
    assert (mayor.since, circle.since) == (2, 1)
    assert [stance.since for stance in find_people_news(pair_of())[0].stances] == [None, None]
