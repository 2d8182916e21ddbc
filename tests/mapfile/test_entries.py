from __future__ import annotations

from argumap.mapfile.entries import SECTIONS, at, did_you_mean, list_named_targets, list_targets
from argumap.mapfile.locations import Location
from argumap.mapfile.schema import ArgumentEntry, ClaimEntry
from argumap.model import Bearing


def test_a_claim_lists_its_targets_in_the_order_of_bearings() -> None:
    claim = ClaimEntry.model_validate({"text": "A.", "attacks": "b", "supports": ["c", "d"]})
    assert list_targets(claim) == (
        (Bearing.SUPPORTS, ("c", "d")),
        (Bearing.ATTACKS, ("b",)),
        (Bearing.UNDERCUTS, ()),
    )


def test_an_argument_lists_the_targets_that_its_file_names() -> None:
    argument = ArgumentEntry.model_validate({"premises": "a", "undercuts": "b/c", "attacks": "d"})
    assert list_named_targets(argument) == [(Bearing.ATTACKS, "d"), (Bearing.UNDERCUTS, "b/c")]


def test_what_is_wrong_stands_at_its_place_or_at_no_line() -> None:
    assert at(Location("map.yaml", 3, 5), "AM101", "no key").line == 3
    assert at(None, "AM101", "no key").line == 0


def test_the_nearest_word_is_offered_and_no_far_one() -> None:
    assert did_you_mean("claim", SECTIONS) == "; did you mean 'claims'?"
    assert did_you_mean("weather", SECTIONS) == ""
