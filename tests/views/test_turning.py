"""What would turn a debate is one click away: each what-if has its address and what it comes to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.board import WhatIf, build_boards
from argumap.phrases import ENGLISH
from argumap.semantics import evaluate
from argumap.views._turning import TurningLink, build_turning_links, supposing
from debates import debate


def links(relations: str, answer: str) -> list[TurningLink]:
    evaluation = evaluate(debate(relations, "x y"))
    (board,) = build_boards(evaluation)
    (found,) = (a for a in board.answers if a.claim.id == answer)
    return build_turning_links(evaluation.index, board, found, ENGLISH)


@pytest.mark.parametrize(
    ("relations", "answer", "told"),
    [
        pytest.param(
            "a supports x",
            "y",
            [],
            id="nothing of its own",
        ),
        pytest.param(
            "a supports x; b supports x; c supports x; d attacks x",
            "x",
            [("Without “Claim a.” and “Claim b.”:", "it is level with “Claim y.”")],
            id="a set that ends the lead",
        ),
        pytest.param(
            "a supports x; b supports x; f supports x; c attacks y; d supports y; e supports y",
            "y",
            [],
            id="an objection whose loss changes no place",
        ),
        pytest.param(
            "a supports x; b supports y; c attacks y; d supports x; e supports y",
            "y",
            [("Without “Claim c.”:", "no objection is left unanswered and it is level with “Claim x.”")],
            id="who leads",
        ),
    ],
)
def test_what_is_told(relations: str, answer: str, told: list[tuple[str, str]]) -> None:
    assert [(link.words, link.effect) for link in links(relations, answer)] == told


def test_what_leads_instead_is_named_and_what_is_unresolved_is_told() -> None:
    evaluation = evaluate(debate("a supports x; b attacks x; c attacks y", "x y"))
    (board,) = build_boards(evaluation)
    answer = board.answers[0]
    rival = board.answers[1].claim.id
    what_if = WhatIf(("b",), answer.claim.id, 0, 0, 2, (rival,), turns=True, unresolved=1)
    effect = next(
        link.effect
        for link in build_turning_links(evaluation.index, board, replace(answer, what_ifs=(what_if,)), ENGLISH)
        if link.address == supposing(what_if)
    )
    assert "no objection is left unanswered, 1 is unresolved" in effect
    assert f"“Claim {rival}.” leads" in effect


def test_many_claims_are_told_by_the_first_and_how_many_more() -> None:
    relations = "; ".join(f"{c} supports x" for c in "abcd")
    (link,) = links(relations, "x")
    assert link.words == "Without “Claim a.” and 3 more:"
    assert link.effect == "no reason is left standing and it is level with “Claim y.”"


def test_the_address_sets_the_claims_aside_on_the_map_with_the_answer_in_sight() -> None:
    what_if = WhatIf(("a b", "c,d"), "x/y", 0, 0, 1, ("x/y",))
    assert supposing(what_if) == "map.html#n=x/y&aside=a%2520b,c%252Cd"
