from __future__ import annotations

import pytest
from hypothesis import assume, given, settings

from aif_files import aif, foreign, read, write
from argumap.formats import FORMATS
from argumap.model import ArgumentMap, Bearing, Claim
from argumap.project.fidelity import find_facts
from draws import draws
from maps import random_maps

# What AIF has a place for, whatever map it is.
HELD = ("claims", "supports", "attacks", "undercuts", "linked premises", "rephrases", "schemes", "who says what")


@pytest.mark.parametrize("format_name", ["aif", "xaif"])
def test_a_map_that_came_in_aif_goes_back_equal_without_what_was_kept(format_name: str) -> None:
    before = read(aif()).map
    after = read(write(before, format_name=format_name), format_name).map
    assert find_facts(after) == find_facts(before)


@settings(max_examples=draws(60))
@given(random_maps())
def test_what_aif_has_a_place_for_comes_back(record: ArgumentMap) -> None:
    # Claims are told apart by their words here, and AIF has no step from a claim to itself.
    assume(record.claims and len({claim.text for claim in record.claims}) == len(record.claims))
    assume(record.origin is None or record.origin.format not in FORMATS)
    assume(all(step.target not in step.premises for step in record.arguments))
    after = find_facts(read(write(record)).map)
    before = find_facts(record)
    contradicted = any(True for _ in record.contradictions())
    for feature in HELD:
        if feature == "attacks" and contradicted:
            continue  # a contradiction comes back as two attacks
        # Who says the same twice says it once.
        assert set(after.get(feature, ())) == set(before.get(feature, ())), feature


def test_all_lists_are_there_as_the_tools_expect_them() -> None:
    written = write(read(aif()).map)
    assert set(written) >= {"nodes", "edges", "schemefulfillments", "participants", "locutions"}


def test_a_contradiction_is_a_conflict_from_both_sides() -> None:
    record = ArgumentMap(claims=(Claim("a", "A.", contradicts=("b",)), Claim("b", "B.")))
    attacks = [s for s in read(write(record)).map.arguments if s.bearing is Bearing.ATTACKS]
    assert sorted((step.premises, step.target) for step in attacks) == [(("a",), "b"), (("b",), "a")]


def test_nested_files_open_in_ova() -> None:
    whole = write(read(aif()).map, format_name="xaif")
    assert set(whole) == {"AIF", "text", "OVA"}
    assert FORMATS["xaif"].recognise(foreign(whole))
