"""What issues hang on, in words and as data."""

from __future__ import annotations

from argumap.model import ArgumentMap
from argumap.semantics import evaluate
from argumap.verdicts import build_issue_hinges
from verdict_cases import small_map
from verdicts.test_leader_changes import debated


def test_a_claim_without_which_another_would_lead_is_named_with_who_would() -> None:
    hinges = build_issue_hinges(evaluate(debated("ta", "b attacks a; c supports t; d supports a")))
    assert hinges.text().splitlines() == [
        "“What now?”: “T” leads.",
        "  Who leads would change if this were set aside:",
        "    “C”: then “T” and “A” would be level",
        "    “B”: then “T” and “A” would be level",
    ]


def test_what_hangs_on_no_one_claim_says_so() -> None:
    hinges = build_issue_hinges(evaluate(debated("ta", "b supports t; c supports t; d supports t")), ["q"])
    assert hinges.text().splitlines()[1] == "  No single claim would change who leads if it were set aside."
    assert hinges.to_dict() == {"issues": [{"issue": "q", "leaders": ["t"], "hinges": [], "exact": True}]}


def test_a_map_without_issues_says_so() -> None:
    assert build_issue_hinges(evaluate(ArgumentMap())).text() == "The map has no issue with an answer."
    assert build_issue_hinges(evaluate(small_map("t"))).rows[0].leaders == ("t",)
