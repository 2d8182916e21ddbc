"""A guided reading goes through the first question of a map, or where its author leads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.board import TourStep, build_boards, build_tour
from argumap.model import ArgumentMap, Index, Stop
from argumap.semantics import evaluate
from debates import debate, draw_debate, said
from draws import draws, seeded
from map_shapes import SHAPES


def tour_of(argument_map: ArgumentMap) -> tuple[TourStep, ...]:
    return build_tour(Index(argument_map), build_boards(evaluate(argument_map)))


def test_the_steps_lead_from_the_question_to_the_people() -> None:
    drawn = said(
        debate("a supports x; b supports x; c attacks x; d attacks c; e supports y", "x y"), "ann asserts a"
    )
    assert [(step.kind, step.of) for step in tour_of(drawn)] == [
        ("question", "q"),
        ("leader", "x"),
        ("reason", "a"),
        ("objection", "c"),
        ("reply", "d"),
        ("hinge", "y"),
        ("people", "q"),
    ]


def test_where_nothing_tells_which_reason_is_the_strongest_the_step_says_only_that_it_is_one() -> None:
    kinds = [step.kind for step in tour_of(debate("a supports x; b supports x; c attacks y; d attacks y", "x y"))]
    assert "one-reason" in kinds
    assert "reason" not in kinds


def test_what_a_debate_lacks_is_no_step() -> None:
    kinds = [step.kind for step in tour_of(debate("a supports x; c attacks x", "x y"))]
    assert kinds == ["question", "answer", "reason", "objection", "rival", "hinge"]
    assert tour_of(debate("", "x")) == (), "too little to be led through"
    assert tour_of(debate("a supports b", "")) == ()
    assert tour_of(ArgumentMap()) == ()


def test_level_answers_have_no_leader() -> None:
    assert [step.kind for step in tour_of(debate("a supports x; b supports y", "x y"))][1] == "answer"


def test_the_author_of_a_map_leads_where_they_will() -> None:
    drawn = replace(debate("a supports x", "x"), tour=(Stop("a", "Begin here."), Stop("x", "Then this.")))
    assert tour_of(drawn) == (TourStep("stop", "a", "Begin here."), TourStep("stop", "x", "Then this."))


@pytest.mark.parametrize("shape", SHAPES)
def test_every_step_is_of_something_in_the_map(shape: str) -> None:
    draw = seeded(1405)
    for _ in range(draws(10)):
        drawn = draw_debate(draw, shape)
        index = Index(drawn)
        steps = build_tour(index, build_boards(evaluate(drawn)))
        assert all(index.kind(step.of) in {"issue", "claim"} for step in steps)
        assert len(steps) <= 7
