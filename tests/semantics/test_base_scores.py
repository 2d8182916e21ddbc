from __future__ import annotations

import math

import pytest

from argumap.errors import CallError
from argumap.model import ArgumentMap, Attribution, Claim, Stakeholder
from argumap.model.records import Act
from argumap.semantics import evaluate


@pytest.mark.parametrize("score", [math.nan, -0.1, 1.5, math.inf])
def test_a_score_outside_its_range_is_refused(score: float) -> None:
    with pytest.raises(CallError, match="a has the score"):
        evaluate(ArgumentMap(claims=(Claim("a", "A", base=score),)))


def test_a_stakeholder_weighs_by_their_stances() -> None:
    acts = list(Act)
    argument_map = ArgumentMap(
        claims=tuple(Claim(act.value, act.value, base=0.9) for act in acts),
        stakeholders=(Stakeholder("ann", "Ann"),),
        attributions=tuple(Attribution("ann", act, act.value) for act in acts),
    )
    assert {node_id: evaluate(argument_map, as_="ann").base[node_id] for node_id in acts} == {
        "asserts": 0.75,
        "argues": 0.75,
        "endorses": 0.75,
        "concedes": 0.6,
        "disputes": 0.25,
        "questions": 0.4,
        "supposes": 0.9,
        "presents": 0.9,
    }
    assert evaluate(argument_map).base["asserts"] == 0.9
