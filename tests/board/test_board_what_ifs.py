"""What would turn a debate is what the map comes to once the claims are set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.board import WhatIf, build_boards
from argumap.board.board_what_ifs import BoardWhatIfs
from argumap.semantics import evaluate, weigh
from argumap.verdicts import build_issue_verdict, rank_all
from debates import debate, draw_debate
from draws import draws, seeded
from map_shapes import SHAPES

if TYPE_CHECKING:
    from argumap.board import Board


def board_of(relations: str, answers: str = "x y") -> Board:
    return build_boards(evaluate(debate(relations, answers)))[0]


def test_what_would_change_who_leads_comes_before_what_only_frees_an_answer() -> None:
    x, y = board_of("a supports x; b supports x; c supports x; d attacks x; e attacks y").answers
    assert [(w.aside, w.objections, w.turns) for w in x.what_ifs] == [(("d",), 0, False)]
    assert [(w.aside, w.place, w.turns) for w in y.what_ifs] == [(("e",), 2, False)]
    x, y = board_of("a supports x; b supports x; d attacks x; e supports y; f attacks y").answers
    assert [(w.aside, w.turns) for w in y.what_ifs] == [(("f",), True), (("e",), False)]


def test_one_reason_less_among_several_is_not_told() -> None:
    x, _ = board_of("a supports x; b supports x; c supports x").answers
    assert x.what_ifs == ()


def test_an_answered_reason_that_would_count_again_is_told() -> None:
    _, x = board_of("a supports x; b attacks a; c attacks x").answers
    assert WhatIf(("b",), "x", 1, 1, 1, ("x", "y"), turns=True) in x.what_ifs


def test_hinges_are_told_of_the_answer_that_would_lead() -> None:
    board = board_of("a supports x")
    assert [(h.aside, h.answer, h.leaders, h.turns) for h in board.hinges] == [(("a",), "y", ("x", "y"), True)]
    assert board.together is None


def test_where_no_single_claim_would_do_it_the_reasons_that_would_together_are_told() -> None:
    board = board_of("a supports x; b supports x")
    assert board.hinges == ()
    assert board.together == WhatIf(("a", "b"), "x", 0, 0, 1, ("x", "y"), turns=True)


def test_reasons_that_do_not_end_the_lead_are_not_told_as_if_they_did() -> None:
    board = board_of("a supports x; b supports x; a attacks y; b attacks y")
    assert board.together is None


def test_a_single_answer_cannot_be_turned() -> None:
    (x,) = board_of("a supports x; b attacks x", "x").answers
    assert x.what_ifs == ()


def test_nothing_is_tried_once_the_work_is_used_up() -> None:
    evaluation = evaluate(debate("a attacks x; b supports y", "x y"))
    tried = BoardWhatIfs(evaluation, build_issue_verdict(evaluation, "q"), work=0)
    assert tried.find_for("x") == ()
    assert list(tried.find_hinges()) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_each_is_what_the_map_comes_to_without_those_claims(shape: str) -> None:
    draw = seeded(1404)
    for _ in range(draws(8)):
        drawn = draw_debate(draw, shape)
        evaluation = evaluate(drawn)
        for board in build_boards(evaluation):
            told = [w for a in board.answers for w in a.what_ifs]
            told += [*board.hinges, *filter(None, [board.together])]
            for what_if in told:
                after = evaluation.what_if(set_aside=list(what_if.aside)).evaluation
                ranking = rank_all(after)[board.issue.id]
                balance = weigh(after, what_if.answer)
                assert (what_if.reasons, what_if.objections) == (len(balance.pros), len(balance.cons))
                assert what_if.leaders == ranking.leaders
                assert what_if.place == next(a.place for a in ranking.answers if a.claim == what_if.answer)
                assert what_if.turns == (set(ranking.leaders) != set(board.verdict.ranking.leaders))
