"""What a verdict says that it hangs on."""

from __future__ import annotations

import pytest

from argumap.semantics import evaluate
from argumap.verdicts import build_issue_verdict
from debates import debate


@pytest.mark.parametrize(
    ("relations", "on_added", "on_adding_up"),
    [
        pytest.param("a supports x; b supports x", False, False, id="on neither"),
        pytest.param("a supports x %; b supports x %; c supports y", True, False, id="on steps of the map"),
        pytest.param(
            "a supports x; b supports x; c attacks x; d supports y", False, False, id="level, then one of it"
        ),
        pytest.param(
            "a,b,e supports x; c,d supports x; f supports x; g attacks x; h supports y",
            False,
            True,
            id="on counting",
        ),
    ],
)
def test_what_a_ranking_hangs_on(relations: str, on_added: bool, on_adding_up: bool) -> None:
    verdict = build_issue_verdict(evaluate(debate(relations, "x y")), "q")
    assert (verdict.hangs_on_added_steps, verdict.hangs_on_adding_up) == (on_added, on_adding_up)
