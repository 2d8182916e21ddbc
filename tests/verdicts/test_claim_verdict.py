"""The verdict on a claim: its word, what is live, and how much it takes."""

from __future__ import annotations

import pytest

from argumap.model import Standard
from argumap.semantics import evaluate
from argumap.verdicts import build_claim_verdict
from debates import debate, written

MIXED = evaluate(debate("a supports x; b supports x %; c attacks x"))


def test_the_word_comes_first_and_then_what_is_live() -> None:
    assert build_claim_verdict(MIXED, "x").text().splitlines() == [
        "“Claim x” is contested in this map: reasons for it stand, and objections to it are unanswered.",
        "2 reasons stand, 1 objection is unanswered (1 reason added by the map).",
        "  for: “Claim a”; “Claim b” (added by the map)",
        "  against: “Claim c”",
        "With the source's own steps alone it is contested as well: 1 reason stands, 1 objection is unanswered.",
        "The strictest standard by which it holds is “clear”: at least twice as much stands for it as is "
        "unanswered against it.",
        "Among the 3 answers to “What is to be done?” it leads.",
    ]


def test_a_standard_that_is_asked_for_is_the_one_told() -> None:
    told = build_claim_verdict(MIXED, "a", Standard.BACKED).text().splitlines()
    standard = "By the standard “backed” (a reason stands, and no objection is unanswered) it does not hold."
    assert told[-1] == standard
    told = build_claim_verdict(MIXED, "x", Standard.UNANSWERED).text().splitlines()
    assert told[-2] == "By the standard “unanswered” (no objection is unanswered) it does not hold."


def test_steps_that_the_map_added_can_be_left_out() -> None:
    verdict = build_claim_verdict(MIXED, "x", own_steps=True)
    assert (verdict.balance.pros, verdict.own) == (("r0",), None)
    assert verdict.text().startswith("“Claim x” is contested in this map, by the source's own steps alone:")


def test_an_opposed_claim_holds_by_no_standard() -> None:
    verdict = build_claim_verdict(evaluate(debate("a attacks x")), "x")
    assert verdict.text().splitlines()[-2:] == [
        "It holds by none of the five standards.",
        "Among the 3 answers to “What is to be done?” it comes third.",
    ]
    assert verdict.to_dict()["word"] == "opposed"
    assert verdict.to_dict()["strictest"] is None


def test_who_says_what_counts_is_told() -> None:
    drawn = written(debate("a supports x; b attacks x", "x"), "ann asserts a", "author asserts b")
    told = build_claim_verdict(evaluate(drawn), "x").text().splitlines()
    assert told[2:5] == [
        "  for: “Claim a” (Ann)",
        "  against: “Claim b”",
        "Where nobody is named, Author says it.",
    ]


@pytest.mark.parametrize(
    ("relations", "told"),
    [
        ("a supports x", "nothing here is said against it"),
        (
            "a supports x; b undercuts r0",
            "…; its one reason is answered",
        ),
        ("a supports x; b supports x; c attacks b", "…; one of its reasons is answered"),
        ("a supports x; b supports x; d undercuts r0; c attacks b", "…; all its reasons are answered"),
        (
            "a supports x; b supports x; c attacks b; d supports x; d undercuts r1; e attacks d; d attacks e",
            "…; one of its reasons is answered and one of its reasons is unresolved",
        ),
    ],
)
def test_a_claim_that_nothing_is_said_against_tells_which_reasons_no_longer_count(
    relations: str, told: str
) -> None:
    whole = told.replace("…", "nothing here is said against the claim itself")
    (first, *_) = build_claim_verdict(evaluate(debate(relations, "x")), "x").text().splitlines()
    assert first == f"“Claim x” stands unchallenged in this map: {whole}."
