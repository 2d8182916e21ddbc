"""The table of verdicts on the article's map as it was before it was corrected: ``uncorrected-map.csv``."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from argumap.model import Argument, ArgumentMap, Bearing, Claim, Issue
from argumap.semantics import EvaluatedMap, evaluate, weigh
from argumap.verdicts import IssueVerdict, build_issue_verdict, tell_place

ISSUES = ("release", "control", "importance", "meaning")


@cache
def evaluated() -> EvaluatedMap:
    text = Path(__file__).with_name("uncorrected-map.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    claims = (r for r in rows if r["kind"] == "claim")
    return evaluate(
        ArgumentMap(
            issues=tuple(Issue(i, f"Question of {i}?") for i in ISSUES),
            claims=tuple(
                Claim(r["id"], r["id"], answers=(*r["answers"].split(),), contradicts=(*r["contradicts"].split(),))
                for r in claims
            ),
            arguments=tuple(
                Argument(
                    r["id"],
                    (*r["premises"].split(),),
                    Bearing(r["bearing"]),
                    r["target"],
                    inferred=r["inferred"] == "yes",
                )
                for r in rows
                if r["kind"] == "argument"
            ),
        )
    )


@cache
def verdict(issue: str) -> IssueVerdict:
    return build_issue_verdict(evaluated(), issue)


@pytest.mark.parametrize(
    ("position", "word", "live", "strictest"),
    [
        ("stakes-are-real", "unchallenged", (2, 0), "backed"),
        ("few-hold-ai", "unresolved", (0, 0), None),
        ("many-hold-ai", "unresolved", (1, 0), "reason"),
        ("open-weights-is-the-word", "unchallenged", (1, 0), "backed"),
        ("open-has-degrees", "unchallenged", (1, 0), "backed"),
        ("middle-ground", "contested", (2, 1), "clear"),
        ("keep-closed", "contested", (2, 2), "reason"),
        ("release-weights", "contested", (6, 1), "clear"),
    ],
)
def test_the_word_what_is_live_and_the_strictest_standard(
    position: str, word: str, live: tuple[int, int], strictest: str | None
) -> None:
    balance = weigh(evaluated(), position)
    assert (balance.word, (len(balance.pros), len(balance.cons)), balance.strictest) == (word, live, strictest)


@pytest.mark.parametrize(
    ("issue", "places", "own"),
    [
        ("control", {"many-hold-ai": "leads", "few-hold-ai": "second"}, {}),
        ("meaning", {"open-weights-is-the-word": "level", "open-has-degrees": "level"}, {}),
        (
            "release",
            {"release-weights": "leads", "middle-ground": "second", "keep-closed": "third"},
            {"release-weights": (4, 1), "keep-closed": (3, 2), "middle-ground": (0, 0)},
        ),
    ],
)
def test_places_among_the_answers_and_the_source_s_own_steps(
    issue: str, places: dict[str, str], own: dict[str, tuple[int, int]]
) -> None:
    found = verdict(issue)
    assert {a.claim: tell_place(found.ranking, a) for a in found.ranking.answers} == places
    if own:
        assert found.own is not None
        assert {a.claim: (a.pro, a.con) for a in found.own.answers} == own


def test_who_leads_is_clearly_ahead_until_four_more_objections_stand() -> None:
    release = verdict("release")
    assert release.ranking.clear
    assert [(o.id, o.more) for o in release.turning.objections] == [("release-is-risky/release-weights", 4)]
    assert (release.turning.least_reasons, release.turning.hinges) == (4, ())
    assert not verdict("meaning").rivals
    assert verdict("control").rivals


def test_what_is_answered_and_what_rests_on_one_claim() -> None:
    closed, released = (weigh(evaluated(), c) for c in ("keep-closed", "release-weights"))
    assert (len(closed.answered_pros), len(closed.answered_cons)) == (2, 1)
    assert (len(released.answered_pros), len(released.answered_cons)) == (0, 1)
    assert len(closed.con_groups) == 1
