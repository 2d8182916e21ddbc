"""What an evaluation holds as data, without a question asked."""

from __future__ import annotations

from argumap.model import ArgumentMap, Claim
from argumap.semantics import evaluate
from maps import MAPS


def test_status_strength_and_base_speak_of_every_claim_and_argument_in_the_order_of_the_map() -> None:
    argument_map = MAPS["town"]
    evaluation = evaluate(argument_map)
    ids = [*(c.id for c in argument_map.claims), *(a.id for a in argument_map.arguments)]
    assert [*evaluation.status] == [*evaluation.strength] == [*evaluation.base] == ids


def test_a_map_is_weighed_once_its_author_set_one_score() -> None:
    assert not evaluate(ArgumentMap(claims=(Claim("a", "A."),))).weighed
    assert evaluate(ArgumentMap(claims=(Claim("a", "A.", base=0.5),))).weighed
