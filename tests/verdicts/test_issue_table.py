"""Every issue on a line."""

from __future__ import annotations

from dataclasses import replace

from argumap.model import ArgumentMap, Claim, Issue
from argumap.semantics import evaluate
from argumap.verdicts import build_issue_table, build_issue_verdict
from debates import debate, draw_debate
from draws import seeded
from map_shapes import SHAPES


def test_each_issue_has_its_leader_its_counts_and_the_next() -> None:
    drawn = debate("a supports x; b supports x; c attacks y", "x y")
    several = replace(
        drawn,
        issues=(*drawn.issues, Issue("one", "One?"), Issue("none", "None?"), Issue("cost", "?", compares=("k",))),
        claims=(*drawn.claims, Claim("alone", "Alone.", answers=("one",))),
    )
    assert build_issue_table(evaluate(several)).text().splitlines() == [
        "issue    leads        for:against    next",
        "q        x            2:0            y 0:1",
        "one      alone        0:0            the only answer",
        "none     no answer",
    ]


def test_what_a_ranking_hangs_on_stands_beside_it() -> None:
    table = build_issue_table(evaluate(debate("a supports x %; b supports x %; c supports y", "x y")))
    assert table.text().splitlines()[1].endswith("hangs on steps that the map added")
    best = build_issue_table(
        evaluate(debate("a supports x; b supports x; c supports x; d attacks x; e supports y"))
    )
    assert best.text().splitlines()[1].endswith("depends on how reasons are added up")


def test_level_answers_are_named_with_what_each_has() -> None:
    told = build_issue_table(evaluate(debate("a supports x; b supports y; c supports y; d attacks y", "x y")))
    assert told.text().splitlines()[1] == "q        level: y, x    2:1, 1:0"


def test_a_map_without_a_debate_says_so() -> None:
    assert build_issue_table(evaluate(ArgumentMap())).text() == "The map has no issue that is debated."


def test_the_table_says_what_each_verdict_says() -> None:
    draw = seeded(1209)
    for shape in [*SHAPES] * 3:
        evaluation = evaluate(draw_debate(draw, shape))
        for row in build_issue_table(evaluation).rows:
            verdict = build_issue_verdict(evaluation, row.issue)
            if row.ranking is not None:
                assert row.ranking == verdict.ranking
            assert row.hangs_on_added_steps == verdict.hangs_on_added_steps
            assert row.hangs_on_adding_up == verdict.hangs_on_adding_up
