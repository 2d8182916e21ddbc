"""The ranking of answers: by margin, then by reasons; and against its definition written anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

import verdicts_oracle as oracle
from argumap.model import Argument, Bearing
from argumap.semantics import evaluate
from argumap.verdicts import Ranking, build_issue_verdict, rank_all
from debates import debate, draw_debate
from draws import draws, seeded
from map_shapes import SHAPES, renamed


def ranked(relations: str, answers: str = "x y z", *, exclusive: bool = False) -> Ranking:
    return rank_all(evaluate(debate(relations, answers, exclusive=exclusive)))["q"]


def places(ranking: Ranking) -> list[tuple[str, int]]:
    return [(a.claim, a.place) for a in ranking.answers]


def test_margin_comes_first_and_reasons_decide_among_equals() -> None:
    ranking = ranked("a supports z; b supports y; c supports y; d attacks y; e attacks x")
    assert places(ranking) == [("y", 1), ("z", 2), ("x", 3)]
    assert ranking.leaders == ("y", "z")
    assert ranking.leader is None


def test_equal_answers_share_a_place_in_the_order_of_the_map() -> None:
    assert places(ranked("a supports y")) == [("y", 1), ("x", 2), ("z", 2)]


def test_weights_count_as_they_are_written() -> None:
    assert ranked("a supports x *0.1; b supports x *0.2; c supports y *0.3").leaders == ("x", "y")


def test_clearly_ahead_is_who_has_no_less_for_and_no_more_against() -> None:
    assert ranked("a supports x; b attacks y; c attacks z").clear
    assert not ranked("a supports x; b supports x; c supports x; d attacks x; e supports y").clear
    assert not ranked("").clear


def test_a_blocked_reason_and_an_unresolved_rival_count_nothing() -> None:
    ranking = ranked("a supports x; b undercuts r0; c supports y", "x y", exclusive=True)
    assert [(a.claim, a.pro, a.con) for a in ranking.answers] == [("y", 1, 0), ("x", 0, 0)]


def test_what_is_set_aside_is_no_answer() -> None:
    gone = evaluate(debate("a supports x", "x y")).what_if(set_aside=["x"]).evaluation
    assert rank_all(gone)["q"].leaders == ("y",)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_ranking_is_the_one_of_its_definition(shape: str) -> None:
    draw = seeded(1201)
    for _ in range(draws(20)):
        drawn = draw_debate(draw, shape)
        standing = oracle.stand(drawn, "q")
        ranking = rank_all(evaluate(drawn))["q"]
        assert set(ranking.leaders) == standing.leaders()
        told = {a.claim: (a.margin, a.pro) for a in ranking.answers}
        assert told == oracle.rounded(standing.order())
        ahead = {c: sum(told[other] > told[c] for other in told) for c in told}
        assert {a.claim: a.place for a in ranking.answers} == {c: n + 1 for c, n in ahead.items()}


@pytest.mark.parametrize("shape", SHAPES)
def test_an_added_answered_reason_changes_no_ranking(shape: str) -> None:
    draw = seeded(1202)
    for _ in range(draws(10)):
        drawn = draw_debate(draw, shape)
        before = rank_all(evaluate(drawn))["q"]
        claim = draw.choice([*before.answers]).claim
        assert rank_all(evaluate(oracle.answered_reason(drawn, claim)))["q"] == before


@pytest.mark.parametrize("shape", SHAPES)
def test_other_names_and_another_order_change_nothing(shape: str) -> None:
    draw = seeded(1203)
    for _ in range(draws(10)):
        drawn = replace(draw_debate(draw, shape), attributions=())
        other, names = renamed(draw, drawn)
        one, two = (build_issue_verdict(evaluate(m), "q") for m in (drawn, other))
        assert {names[a.claim]: (a.place, a.pro, a.con) for a in one.ranking.answers} == {
            a.claim: (a.place, a.pro, a.con) for a in two.ranking.answers
        }
        assert {names[h.claim] for h in one.turning.hinges} == {h.claim for h in two.turning.hinges}
        assert {names[n] for n in one.turning.decisive} == set(two.turning.decisive)
        assert one.turning.least_reasons == two.turning.least_reasons
        for way, same in zip(one.ways, two.ways, strict=True):
            assert {names[c] for c in way.leaders} == set(same.leaders)


def test_splitting_a_reason_in_two_changes_no_leader_without_a_warning() -> None:
    draw = seeded(1204)
    turned = 0
    for shape in [*SHAPES] * draws(15):
        drawn = draw_debate(draw, shape)
        live = [n for pro, con in oracle.stand(drawn, "q").sides.values() for n in (*pro, *con)]
        steps = [a.id for a in drawn.arguments if a.id in live and a.bearing is not Bearing.UNDERCUTS]
        if not steps:
            continue
        before = rank_all(evaluate(drawn))["q"]
        after = build_issue_verdict(evaluate(oracle.split_reason(drawn, draw.choice(steps))), "q")
        if set(after.ranking.leaders) != set(before.leaders):
            turned += 1
            assert len(after.ranking.leaders) > 1 or after.turning.decisive
            assert "are level" in after.text() or "leads narrowly" in after.text()
    assert turned


def test_a_reason_taken_twice_is_two_until_common_premises_count_once() -> None:
    drawn = debate("a supports x; b supports y", "x y")
    cut = replace(drawn, arguments=(*drawn.arguments, Argument("again", ("a",), Bearing.SUPPORTS, "x")))
    assert rank_all(evaluate(cut))["q"].leaders == ("x",)
    assert build_issue_verdict(evaluate(cut), "q").grouped.leaders == ("x", "y")
