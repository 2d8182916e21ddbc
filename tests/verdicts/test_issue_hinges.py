"""What issues hang on, in words and as data."""

from __future__ import annotations

from argumap.model import ArgumentMap, Issue
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
    assert build_issue_hinges(evaluate(ArgumentMap())).text() == "The map has no issue that is debated."


def test_an_only_answer_does_not_lead_and_an_issue_without_one_says_so() -> None:
    alone = build_issue_hinges(evaluate(small_map("t")))
    assert alone.text() == "“What now?”: “T” is the only answer, so nothing could change who leads."
    bare = build_issue_hinges(evaluate(ArgumentMap(issues=(Issue("q", "What now?"),))))
    assert bare.text() == "“What now?”: no answer yet, so nothing could change who leads."
