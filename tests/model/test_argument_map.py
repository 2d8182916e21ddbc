from __future__ import annotations

import pytest

from argumap.model import Argument, ArgumentMap, Bearing, Claim, Index, Issue
from maps import TOWN


@pytest.mark.parametrize(("record_id", "kind"), [("cars", "issue"), ("other-towns", "argument"), ("nobody", None)])
def test_an_index_tells_the_kind_of_an_id(record_id: str, kind: str | None) -> None:
    assert Index(TOWN).kind(record_id) == kind


@pytest.mark.parametrize(
    ("argument_map", "weighed"),
    [
        pytest.param(ArgumentMap(claims=(Claim("a", "A."),)), False, id="no scores"),
        pytest.param(ArgumentMap(claims=(Claim("a", "A."), Claim("b", "B.", base=0.0))), True, id="a base score"),
        pytest.param(
            ArgumentMap(arguments=(Argument("r", ("a",), Bearing.ATTACKS, "b", weight=0.0),)), True, id="a weight"
        ),
    ],
)
def test_a_map_is_weighed_once_its_author_set_one_score(argument_map: ArgumentMap, *, weighed: bool) -> None:
    assert argument_map.weighed is weighed


def test_answers_to_an_exclusive_issue_contradict_each_other() -> None:
    claims = tuple(Claim(c, f"{c}.", answers=("cars", "cars-too")) for c in "cab")
    issues = tuple(Issue(i, "Who may drive?", exclusive=True) for i in ("cars", "cars-too"))
    both = ArgumentMap(issues=issues, claims=claims)
    assert list(both.contradictions()) == [("a", "c"), ("b", "c"), ("a", "b")]
    assert {c: set(Index(both).contradicting[c]) for c in "abc"} == {"a": {*"bc"}, "b": {*"ac"}, "c": {*"ab"}}
