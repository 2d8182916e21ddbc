"""The answers on the front page: ranked as the verdict ranks them, with one point a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from argumap.semantics import evaluate, weigh
from argumap.verdicts import Answered
from argumap.views.index.answers import Answer, Consideration, Question, build_question, score
from debates import debate, draw_debate
from draws import draws, seeded
from map_shapes import SHAPES
from pages import given

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


def asked(argument_map: ArgumentMap, **more: Any) -> Question:
    evaluated = more or {"evaluation": evaluate(argument_map)}
    return build_question(given(argument_map, **evaluated), argument_map.issues[0], 0)


def answer(relations: str, answers: str = "x y") -> Answer:
    return asked(debate(relations, answers)).answers[0]


def test_answers_stand_in_the_order_of_the_ranking_with_their_place() -> None:
    question = asked(debate("a supports y; b supports y; c supports z; d attacks z", "x y z"))
    assert [(a.claim.id, a.place, a.leads) for a in question.answers] == [
        ("y", "leads", True),
        ("z", "second", False),
        ("x", "third", False),
    ]
    assert [a.counts for a in question.answers][:2] == [
        "2 reasons stand, no objection is open",
        "1 reason stands, 1 objection is open",
    ]


def test_level_answers_lead_together_and_one_answer_has_no_place() -> None:
    assert [(a.place, a.leads) for a in asked(debate("a supports x; b supports y", "x y")).answers] == [
        ("level", True)
    ] * 2
    assert [(a.place, a.leads) for a in asked(debate("a supports x", "x")).answers] == [("", False)]


def test_points_say_who_added_them_what_they_share_and_what_answers_them() -> None:
    x = answer(
        "a supports x %; b,c supports x; b,d supports x; e supports x; f attacks e; g supports x; h attacks x"
    )
    assert x.reasons == (
        Consideration(("b", "c")),
        Consideration(("b", "d"), joined=True),
        Consideration(("g",)),
        Consideration(("a",), added=True),
        Consideration(("e",), "answered", answered=Answered(("f",))),
    )
    assert x.objections == (Consideration(("h",)),)
    assert x.details == (
        "1 reason added by the map",
        "2 of the reasons rest on “Claim b”",
        "1 reason is answered",
    )


def test_a_rival_that_stands_is_an_objection_that_contradicts() -> None:
    question = asked(debate("a attacks y", "x y", exclusive=True))
    rivals = {a.claim.id: a.objections for a in question.answers}
    assert Consideration(("x",), contradicts=True) in rivals["y"]


def test_without_an_evaluation_all_that_is_written_is_shown_and_nothing_judged() -> None:
    question = asked(debate("a supports y; b attacks y", "x y"), files=())
    assert question.told is None
    assert [(a.claim.id, a.place, a.counts) for a in question.answers] == [("x", "", ""), ("y", "", "")]
    assert question.answers[1].reasons == (Consideration(("a",)),)


@pytest.mark.parametrize("shape", SHAPES)
def test_there_is_a_point_for_each_reason_and_objection_and_no_other(shape: str) -> None:
    draw = seeded(1330)
    for _ in range(draws(5)):
        argument_map = draw_debate(draw, shape)
        evaluation = evaluate(argument_map)
        for claim in argument_map.claims:
            balance = weigh(evaluation, claim.id)
            scored = score(evaluation.index, evaluation, claim)
            for points, sides in (
                (scored.reasons, (balance.pros, balance.unresolved_pros, balance.answered_pros)),
                (scored.objections, (balance.cons, balance.unresolved_cons, balance.answered_cons)),
            ):
                names = ("live", "unresolved", "answered")
                states = [name for name, side in zip(names, sides, strict=True) for _ in side]
                assert [p.state for p in points] == states
