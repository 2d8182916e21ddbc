from __future__ import annotations

import pytest

from argumap.errors import CallError
from argumap.model import (
    Index,
)
from argumap.query import (
    Side,
    compare,
)
from maps import TOWN

INDEX = Index(TOWN)


def test_two_stakeholders_agree_and_clash() -> None:
    found = compare(INDEX, "editor", "shops")
    assert [s.claim.id for s in found.agreed] == ["trade-falls"]
    assert [(c.by, c.argument) for c in found.attacks] == [("b", "trade-falls/close-it")]
    assert [n.id for n in found.only_b] == ["keep-open"]
    assert [(p.position.id, p.opposed) for p in found.positions] == [("close-it", True), ("keep-open", False)]


def test_two_positions_share_a_point_that_cuts_both_ways() -> None:
    found = compare(INDEX, "close", "keep")
    assert [(s.claim.id, s.a, s.b) for s in found.disputed] == [("trade-falls", Side.AGAINST, Side.FOR)]
    assert not found.positions


@pytest.mark.parametrize(("a", "b"), [("shops", "shops"), ("close", "close-it")], ids=["twice", "by two names"])
def test_nobody_is_compared_with_themselves(a: str, b: str) -> None:
    with pytest.raises(CallError, match="name two different"):
        compare(INDEX, a, b)


def test_a_stakeholder_and_a_position_are_not_compared() -> None:
    with pytest.raises(CallError, match="two kinds"):
        compare(INDEX, "shops", "close-it")
