"""Every issue on a line."""

from __future__ import annotations

from dataclasses import replace

from argumap.model import ArgumentMap, Claim, Issue
from argumap.semantics import evaluate
from argumap.verdicts import build_issue_table, build_issue_verdict, rank_all
from debates import debate, draw_debate
from draws import seeded
from map_shapes import SHAPES


def told(relations: str, answers: str = "x y", *, exclusive: bool = False) -> list[str]:
    return build_issue_table(evaluate(debate(relations, answers, exclusive=exclusive))).text().splitlines()


def test_each_question_has_its_leader_its_counts_and_the_runner_up() -> None:
    drawn = debate("a supports x; b supports x; c attacks y", "x y")
    several = replace(
        drawn,
        issues=(*drawn.issues, Issue("one", "One?"), Issue("none", "None?"), Issue("cost", "?", compares=("k",))),
        claims=(*drawn.claims, Claim("alone", "Alone.", answers=("one",))),
    )
    assert build_issue_table(evaluate(several)).text().splitlines() == [
        "Drawn up",
        "“What is to be done?” [q]",
        "  “Claim x” [x] leads, 2:0; runner-up “Claim y” [y], 0:1",
        "“One?” [one]",
        "  one answer, 0:0: “Alone” [alone]",
        "“None?” [none]",
        "  no answer",
        "2:0 means: 2 reasons stand, no objection is unanswered.",
    ]


def test_what_a_ranking_hangs_on_stands_beneath_it() -> None:
    added = told("a supports x %; b supports x %; c supports y")
    assert added[3] == "  Take care: this hangs on steps that the map added."
    best = told("a supports x; b supports x; c supports x; d attacks x; e supports y")
    assert best[3] == "  Take care: this depends on how reasons are added up."


def test_level_answers_are_named_with_what_each_has() -> None:
    lines = told("a supports x; b supports y; c supports y; d attacks y; e attacks z", "x y z")
    assert lines[2] == "  level (not rivals): “Claim y” [y], 2:1; “Claim x” [x], 1:0; runner-up “Claim z” [z], 0:1"
    assert told("")[2] == "  level (not rivals), 0:0 each: “Claim x” [x]; “Claim y” [y]"
    assert told("", exclusive=True)[2].startswith("  level, 0:0 each: ")
    assert told("", "x y z u v")[2].endswith("“Claim z” [z]; … and 2 more")


def test_rivals_of_others_are_none_of_each_other() -> None:
    drawn = debate("e attacks z", "x y z")
    claims = tuple(replace(c, contradicts=("z",)) if c.id == "x" else c for c in drawn.claims)
    evaluated = evaluate(replace(drawn, claims=claims))
    ranking = rank_all(evaluated)["q"]
    assert ranking.leaders == ("x", "y")
    assert "level (not rivals)" in build_issue_table(evaluated).text()


def test_without_steps_that_the_map_added_it_says_so_first() -> None:
    table = build_issue_table(evaluate(debate("a supports x %; b supports y", "x y")), own_steps=True)
    assert table.text().splitlines()[0] == "With the source's own steps alone, without those that the map added:"


def test_of_several_maps_each_is_named_once() -> None:
    drawn = debate("", "x y")
    issues = tuple(Issue(i, "What?") for i in ("town#q", "town#r", "village#q"))
    lines = build_issue_table(evaluate(replace(drawn, issues=issues))).text().splitlines()
    assert lines == [
        "town",
        "“What?” [town#q]",
        "  no answer",
        "“What?” [town#r]",
        "  no answer",
        "village",
        "“What?” [village#q]",
        "  no answer",
    ]


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
