"""News in words, as the page of changes, `diff` and `log` say them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.news import (
    StatePair,
    find_issue_moves,
    find_people_news,
    tell_lead,
    tell_leads,
    tell_news,
    tell_stance,
)
from argumap.phrases import get_phrases
from town_states import FIRST, THIRD, judge, pair_of, states_of

if TYPE_CHECKING:
    from argumap.phrases import Phrases

ENGLISH: Phrases = get_phrases("en")


def test_the_news_tell_who_leads_because_of_what_and_whom_and_who_says_what_new() -> None:
    assert tell_news(pair_of(), ENGLISH) == [
        "Should the old town be closed to private cars?",
        "  “Charge a toll” leads now. “Close the old town” led before.",
        "  Charge a toll: answered, leads, 2 reasons stand, no objection is unanswered, "
        "before: opposed, no reason stands, 1 objection is unanswered",
        "    + Petra Lunn: “It pays for the bus”, new reason",
        "    + “Half the traffic”, new reason, said by nobody",
        "    − Petra Lunn: “Unfair to the poor”, answered by A free pass",
        "  Close the old town: contested, 1 reason stands, 1 objection is unanswered, "
        "before: unchallenged, leads, 2 reasons stand, no objection is unanswered",
        "    + The column's author: “Cleaner air”, a reason answered by Vans stay",
        "    − “No way in”, new objection, said by nobody",
        "Who says what new",
        "  Petra Lunn, mayor, changed their mind",
        "    + “Charge a toll”: agrees, before: disputes it",
        "    + “It pays for the bus”: says so, for “Charge a toll”",
        "  Residents' Circle, new voice",
        "    + “A free pass”: argues, for “Charge a toll”",
    ]


def test_where_nothing_is_new_nothing_is_told() -> None:
    assert tell_news(pair_of(THIRD, THIRD), ENGLISH) == []


def test_two_readings_of_one_text_are_told_as_that() -> None:
    pair = StatePair(*judge([replace(state, text="ab12") for state in states_of((FIRST, THIRD))]))
    assert "Who is read otherwise now" in tell_news(pair, ENGLISH)
    assert "  Petra Lunn, mayor" in tell_news(pair, ENGLISH)


def test_a_line_tells_who_leads_on_each_question_that_moved() -> None:
    assert tell_leads(pair_of(), ENGLISH) == [
        "Should the old town be closed to private cars? "
        "“Charge a toll” leads now. “Close the old town” led before."
    ]
    german = [tell_lead(move, get_phrases("de")) for move in find_issue_moves(pair_of())]
    assert german[0] == "„Charge a toll“ führt jetzt. Vorher führte „Close the old town“."


def test_a_stance_is_told_with_what_it_was_and_the_side_that_it_takes() -> None:
    mayor, circle = find_people_news(pair_of())
    assert tell_stance(mayor.stances[0], ENGLISH) == "agrees, before: disputes it"
    assert tell_stance(circle.stances[0], ENGLISH) == "argues, for “Charge a toll”"
