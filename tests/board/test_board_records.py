"""What the records say of themselves."""

from __future__ import annotations

import pytest

from argumap.board import build_boards, group_entries
from argumap.semantics import evaluate
from debates import SHARING, debate


def test_the_claims_in_sight_are_the_answers_and_what_is_said_directly() -> None:
    (board,) = build_boards(evaluate(debate("a,b supports x; c supports a; d attacks y", "x y")))
    assert board.shown == {"x", "y", "a", "b", "d"}
    assert [(answer.claim.id, entry.id) for answer, entry in board.walk()] == [("x", "r0"), ("y", "r2")]


def test_an_implicit_answer_that_nobody_gives_says_so() -> None:
    (board,) = build_boards(evaluate(debate("a supports x", "x")))
    assert not board.answers[0].unsaid


def test_a_rival_is_told_beside_an_answer_and_counts_nowhere() -> None:
    (board,) = build_boards(evaluate(debate("a supports x; b attacks y", "x y", exclusive=True)))
    x, y = board.answers
    assert [(r.claim.id, r.state) for r in x.rivals] == [("y", "answered")]
    assert [(r.claim.id, r.state) for r in y.rivals] == [("x", "live")]
    assert [e.id for e in y.live_objections] == ["r1"]


def test_entries_that_rest_on_one_claim_are_a_group_that_names_it() -> None:
    (board,) = build_boards(evaluate(debate("a,b attacks x; a,c attacks x; d attacks x; e,c attacks x", "x")))
    groups = group_entries(board.answers[0].objections)
    assert [([e.id for e in g.entries], [p.claim.id for p in g.shared]) for g in groups] == [
        (["r0", "r1", "r3"], []),
        (["r2"], []),
    ]
    (board,) = build_boards(evaluate(debate("a,b attacks x; a,c attacks x; d attacks x", "x")))
    groups = group_entries(board.answers[0].objections)
    assert [([e.id for e in g.entries], [p.claim.id for p in g.shared]) for g in groups] == [
        (["r0", "r1"], ["a"]),
        (["r2"], []),
    ]
    assert group_entries(()) == ()


@pytest.mark.parametrize("relations", SHARING.values(), ids=SHARING)
def test_entries_are_grouped_wherever_a_row_is_cut(relations: str) -> None:
    (board,) = build_boards(evaluate(debate(relations)), depth=3)
    for side in [side for answer in board.answers for side in (answer.reasons, answer.objections)]:
        for start in range(len(side) + 1):
            groups = group_entries(side[start:])
            assert [entry for group in groups for entry in group.entries] == list(side[start:])
            for group in groups:
                ids = {premise.claim.id for premise in group.shared}
                for entry in group.entries:
                    rest = {premise.claim.id for premise in group.rest_of(entry)}
                    assert rest
                    assert rest | ids == {premise.claim.id for premise in entry.premises}
