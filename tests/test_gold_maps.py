"""The gold maps of our own articles: no error, every sentence is cited or set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from argumap.project import load

ROOT = Path(__file__).parent / "articles"
GOLD = {path.parent.relative_to(ROOT).as_posix(): path.parent for path in sorted(ROOT.glob("*/*/map.yaml"))}

OPEN = (
    "allotment-letter",
    "backstube",
    "brass-bells",
    "ferry-minutes",
    "flood-report",
    "four-days",
    "heat-brief",
    "marche-couvert",
    "orchard-talk",
    "salmon-pens",
    "stadtbad",
    "wolf-panel",
)
FRESH = ("empty-bus", "gravel-ban", "lake-fee", "pupils-parliament", "red-lamps", "sunless-crown")
HELD_OUT = ("bell-of-orrin", "boeller", "last-till", "stove-minutes")
HELD_OUT_2 = ("maehroboter", "museum-door", "repair-vouchers", "skerry-school", "smokehouse")
OPEN_2 = ("cash-drawer", "glass-bottles", "platanen", "standing-desk", "theatre-trust", "willow-fellers")
OPEN_3 = (
    "common-cattle",
    "compulsory-vote",
    "donors-names",
    "front-door",
    "goat-trial",
    "letters-page",
    "mill-lane-minutes",
    "ness-end",
    "night-flights",
    "school-dinners",
    "second-homes",
    "shore-pilots",
    "sonntag",
    "tall-houses",
    "waiting-room",
)


@pytest.mark.parametrize("name", GOLD)
def test_a_gold_map_has_no_error_and_no_warning(name: str) -> None:
    assert [str(problem) for problem in load(str(GOLD[name])).check() if problem.severity != "hint"] == []


@pytest.mark.parametrize("name", GOLD)
def test_a_gold_map_leaves_no_sentence_open(name: str) -> None:
    opened = load(str(GOLD[name]))
    assert opened.uncited == ()
    assert opened.lock is not None


@pytest.mark.parametrize("name", GOLD)
def test_a_gold_map_is_right_by_itself(name: str) -> None:
    scores = load(str(GOLD[name])).score_by(load(str(GOLD[name])))
    assert {score.f1 for score in scores.scores.values()} <= {1.0, None}  # None: nobody says anything of that kind
    assert {fault.count for fault in scores.faults.values()} == {0}


def test_what_is_held_out_lies_apart() -> None:
    assert sorted(GOLD) == [
        *("fresh/" + name for name in FRESH),
        *("held-out-2/" + name for name in HELD_OUT_2),
        *("held-out/" + name for name in HELD_OUT),
        *("open-2/" + name for name in OPEN_2),
        *("open-3/" + name for name in OPEN_3),
        *("open/" + name for name in OPEN),
    ]
