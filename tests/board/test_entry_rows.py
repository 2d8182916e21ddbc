"""The order of reasons and objections, and what is told of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.board import build_boards
from argumap.board.entry_rows import EntryRows
from argumap.semantics import evaluate
from debates import debate, said

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


def reasons(argument_map: ArgumentMap) -> list[tuple[str, ...]]:
    return [row.premises for row in EntryRows(evaluate(argument_map)).on_claim("x")[0]]


@pytest.mark.parametrize(
    ("relations", "order"),
    [
        pytest.param("a supports x; b supports x; c supports b", ["b", "a"], id="best supported first"),
        pytest.param("a supports x; b supports x *0.5; c supports b", ["a", "b"], id="heavier before that"),
        pytest.param("a supports x %; b supports x", ["b", "a"], id="the map's own after the source's"),
        pytest.param("a supports x; b supports x; c attacks a", ["b", "a"], id="answered last"),
        pytest.param("a supports x; a attacks a; b attacks c; c supports x", ["a", "c"], id="after unresolved"),
    ],
)
def test_the_order(relations: str, order: list[str]) -> None:
    assert [premises[0] for premises in reasons(debate(relations, "x"))] == order


def test_what_nobody_says_stands_after_what_somebody_does() -> None:
    drawn = debate("a supports x; b supports x; c supports a", "x")
    assert reasons(drawn) == [("a",), ("b",)]
    assert reasons(said(drawn, "ann asserts b")) == [("b",), ("a",)]
    assert reasons(said(drawn, "ann asserts b", "bob asserts r0")) == [("a",), ("b",)]


def test_what_rests_on_a_common_premise_stands_together() -> None:
    drawn = debate("a,b supports x; c supports x; b,d supports x; e supports c; f supports a; g supports a", "x")
    rows = EntryRows(evaluate(drawn)).on_claim("x")[0]
    assert [(row.premises, row.shares) for row in rows] == [
        (("a", "b"), ()),
        (("b", "d"), ("b",)),
        (("c",), ()),
    ]


def test_a_rival_is_no_objection_and_those_that_stand_come_first() -> None:
    rows = EntryRows(evaluate(debate("a attacks y; b attacks x", "x y z", exclusive=True)))
    assert [row.id for row in rows.on_claim("y")[1]] == ["r0"]
    assert [*rows.find_rivals("y")] == [("z", "live"), ("x", "answered")]


def test_undercuts_bear_on_the_step() -> None:
    rows = EntryRows(evaluate(debate("a supports x; b undercuts r0; c undercuts r0; d attacks b", "x")))
    assert [(row.premises, row.target, row.state) for row in rows.on_step("r0")] == [
        (("c",), "r0", "live"),
        (("b",), "r0", "answered"),
    ]
    (row,) = rows.on_claim("x")[0]
    assert row.state == "answered"


def test_what_is_set_aside_is_as_if_nobody_had_said_it() -> None:
    drawn = debate("a supports x; b undercuts r0; c undercuts r0", "x")
    evaluation = evaluate(replace(drawn))
    rows = EntryRows(evaluation.what_if(set_aside=["b"]).evaluation)
    assert [row.id for row in rows.on_step("r0")] == ["r2"]


def test_a_claim_that_the_map_lacks_has_nothing_for_it_or_against_it() -> None:
    drawn = debate("a,nowhere supports x", "x")
    drawn = replace(drawn, claims=tuple(c for c in drawn.claims if c.id != "nowhere"))
    assert EntryRows(evaluate(drawn)).on_claim("nowhere") == ((), ())
    assert [p.claim.id for p in build_boards(evaluate(drawn), depth=3)[0].answers[0].reasons[0].premises] == ["a"]
