"""The verdict on an issue as data."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from argumap.errors import CallError, NotFound
from argumap.model import Issue, Standard
from argumap.semantics import evaluate
from argumap.verdicts import build_issue_verdict
from debates import debate, said

DEBATE = debate("a supports x; b supports x; c attacks x; d supports y %", "x y")


def test_all_of_it_goes_into_json() -> None:
    verdict = build_issue_verdict(evaluate(said(DEBATE, "ann asserts a")), "q", lights=["ann"])
    told = json.loads(json.dumps(verdict.to_dict()))
    assert told["leaders"] == ["x", "y"]
    assert [(a["claim"], a["place"], a["word"]) for a in told["answers"]] == [
        ("x", 1, "contested"),
        ("y", 2, "unchallenged"),
    ]
    assert told["own_steps"]["leaders"] == ["x"]
    assert told["hangs_on_added_steps"] is True
    assert told["lights"][0]["leaders"] == ["x"]
    assert told["other_ways"] == {"best": ["y"], "dfquad": ["y"], "premises": ["x", "y"]}


def test_the_standard_is_the_one_asked_for_else_the_issue_s_else_the_map_s() -> None:
    written = replace(DEBATE, standard=Standard.REASON)
    asked = {
        build_issue_verdict(evaluate(drawn), "q", standard).standard
        for drawn, standard in [(written, None), (written, Standard.CLEAR), (DEBATE, None)]
    }
    assert asked == {Standard.REASON, Standard.CLEAR, None}


@pytest.mark.parametrize(
    ("relations", "settled"),
    [
        ("a supports x; b supports y", True),
        ("a supports x; b supports y; c attacks b; b attacks c", False),
        ("a supports x; d supports x; b supports y; c attacks b; b attacks c", True),
        ("a supports x; d supports x; c attacks x; e attacks c; c attacks e; b supports y", False),
    ],
)
def test_settled_is_what_no_undecided_reason_can_change(relations: str, settled: bool) -> None:
    assert build_issue_verdict(evaluate(debate(relations, "x y")), "q").settled is settled


def test_rivals_exclude_each_other() -> None:
    assert build_issue_verdict(evaluate(debate("", "x y", exclusive=True)), "q").rivals
    assert not build_issue_verdict(evaluate(debate("", "x y")), "q").rivals


def test_what_the_map_lacks_is_told_with_what_comes_near() -> None:
    evaluation = evaluate(replace(said(DEBATE, "anna asserts a"), issues=(Issue("quay", "Where?"),)))
    with pytest.raises(NotFound, match="no issue 'quai'; did you mean quay"):
        build_issue_verdict(evaluation, "quai")
    with pytest.raises(NotFound, match="no stakeholder 'anne'; did you mean anna"):
        build_issue_verdict(evaluation, "quay", lights=["anne"])


def test_findings_of_a_comparison_have_no_leader() -> None:
    drawn = replace(DEBATE, issues=(Issue("q", "How dear?", compares=("k",)),))
    with pytest.raises(CallError, match="stand beside each other"):
        build_issue_verdict(evaluate(drawn), "q")
