"""By which standard a claim is judged, and what that comes to: as the map has it, or by the one asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.model import ArgumentMap, Issue, Standard
from argumap.semantics import evaluate, weigh
from argumap.verdicts import build_claim_verdict, build_issue_verdict
from argumap.verdicts.judged_by import judge
from debates import debate, draw_debate
from draws import draws, seeded
from map_shapes import SHAPES

STATUS = {"stands": "holds", "falls": "fails", "undecided": "open"}


def several_standards() -> ArgumentMap:
    """Issue q asks for a reason and r for backing; x answers q and has to be clear, y answers both, v only r."""
    drawn = debate("a supports x; a supports y; a supports v; b attacks x; b attacks y; b attacks v", "x y v")
    answers = {"x": ("q",), "y": ("q", "r"), "v": ("r",)}
    own = {"x": Standard.CLEAR, "v": Standard.REASON}
    return replace(
        drawn,
        issues=(Issue("q", "What?", standard=Standard.REASON), Issue("r", "Who?", standard=Standard.BACKED)),
        claims=tuple(replace(c, answers=answers.get(c.id, ()), standard=own.get(c.id)) for c in drawn.claims),
    )


def test_each_answer_is_told_by_the_standard_that_judges_it() -> None:
    evaluation = evaluate(several_standards())
    lines = build_issue_verdict(evaluation, "q").text().splitlines()
    assert [line for line in lines if line.startswith("By the standard")] == [
        "By the standard “clear”, which the map writes for “Claim x” (at least twice as much stands for it as is "
        "unanswered against it), it does not hold.",
        "By the standard “backed”, which the map writes for “Claim y” (a reason stands, and no objection is "
        "unanswered), it does not hold.",
    ]
    assert (
        "By the standard “reason”, which the map writes for “Claim v” (a reason stands, or no objection is "
        "unanswered), it holds." in build_issue_verdict(evaluation, "r").text().splitlines()
    )


def test_data_tell_of_each_answer_what_judges_it() -> None:
    told = build_issue_verdict(evaluate(several_standards()), "q").to_dict()
    assert (told["standard"], told["standard_written"]) == ("reason", True)
    answers = {a["claim"]: (a["standard"], a["holds"]) for a in told["answers"]}  # type: ignore[attr-defined]
    assert answers == {"x": ("clear", "fails"), "y": ("backed", "fails")}


def test_a_standard_of_one_answer_alone_is_told_where_neither_issue_nor_map_has_any() -> None:
    drawn = debate("a supports x; b attacks x", "x y")
    drawn = replace(
        drawn, claims=tuple(replace(c, standard=Standard.REASON if c.id == "x" else None) for c in drawn.claims)
    )
    verdict = build_issue_verdict(evaluate(drawn), "q")
    assert "By the standard “reason”, which the map writes for “Claim x” (" in verdict.text()
    assert verdict.to_dict()["standard_written"] is True
    assert {a: j.outcome for a, j in verdict.judged.items()} == {"x": "holds", "y": None}


def test_a_claim_is_told_by_the_standard_that_the_map_writes() -> None:
    drawn = replace(debate("a supports x; b attacks x; c attacks b; d attacks c"), standard=Standard.REASON)
    verdict = build_claim_verdict(evaluate(drawn), "x")
    assert verdict.text().splitlines()[1] == (
        "By the standard “reason”, which the map writes for it (a reason stands, or no objection is "
        "unanswered), it "
        "holds."
    )
    told = verdict.to_dict()
    assert (told["standard"], told["standard_written"], told["holds"]) == ("reason", True, "holds")


def test_a_claim_that_has_to_be_backed_and_never_was_lacks_a_reason() -> None:
    drawn = replace(debate("a supports x"), standard=Standard.BACKED)
    lines = build_claim_verdict(evaluate(drawn), "a").text().splitlines()
    assert lines[:2] == [
        "“Claim a” is unsupported in this map: it needs support, and no reason for it stands.",
        "By the standard “backed”, which the map writes for it (a reason stands, and no objection is "
        "unanswered), it "
        "does not hold.",
    ]
    assert "The strictest standard by which it would hold is “unanswered”: no objection is unanswered." in lines


def test_the_standard_that_is_asked_for_is_told_alone() -> None:
    drawn = replace(debate("a supports x; b attacks x"), standard=Standard.REASON)
    verdict = build_claim_verdict(evaluate(drawn), "x", Standard.BACKED)
    assert verdict.to_dict()["standard"] == "backed"
    assert "which the map writes" not in verdict.text()
    assert verdict.to_dict()["holds"] == "fails"


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_told_of_a_written_standard_is_the_status(shape: str) -> None:
    draw = seeded(1240)
    for _ in range(draws(10)):
        drawn = draw_debate(draw, shape)
        written = [draw.choice([None, *Standard]) for _ in drawn.claims]
        drawn = replace(
            drawn,
            standard=draw.choice([None, *Standard]),
            claims=tuple(replace(c, standard=s) for c, s in zip(drawn.claims, written, strict=True)),
        )
        evaluation = evaluate(drawn)
        for claim in drawn.claims:
            judged = judge(evaluation, weigh(evaluation, claim.id))
            assert judged.standard is evaluation.written_standard(claim.id)
            assert judged.outcome == (STATUS[evaluation.status[claim.id]] if judged.standard else None)
