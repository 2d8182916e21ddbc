"""A difference as people and programs read it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from argumap.model import Act, ArgumentMap, Attribution, Claim
from argumap.snapshots import apply, build_snapshot, parse_change
from argumap.snapshots.diff_report import (
    Difference,
    write_difference_as_json,
    write_difference_as_markdown,
    write_difference_as_text,
)
from maps import HOSTILE, MAPS, TOWN, argument, at

NEW = replace(
    TOWN,
    title="Who may drive?",
    claims=(*TOWN.claims[:-1], Claim("buses", "Buses bring customers.", at=at("s2.p4.s1"))),
    arguments=(
        *TOWN.arguments[:3],
        argument("buses/trade-falls", "buses", "attacks", "trade-falls"),
        argument("clean-air/keep-open", "clean-air", "attacks", "keep-open"),
    ),
    attributions=(*TOWN.attributions[:-1], Attribution("editor", Act.ASSERTS, "buses")),
)
DIFFERENCE = Difference(build_snapshot(TOWN, "before"), build_snapshot(NEW, "now"))
TEXT = """\
breaking  removed claim rents-rose: “Rents rose” (and argument other-towns, editor presents)
notable   added claim buses: “Buses bring customers.” (it attacks trade-falls, editor asserts)
notable   added argument clean-air/keep-open: clean-air attacks keep-open
cosmetic  the map's title reads: Who may drive[- in the old town-]?

What follows:
  “Should the old town be closed to private cars?” [cars]: “Close the old town” [close-it] leads, where \
“Close the old town” [close-it] and “Keep it open” [keep-open] were level, because of: added claim buses: \
“Buses bring customers.”
  “Keep it open” [keep-open] went from unchallenged to opposed, because of: added argument clean-air/keep-open: \
clean-air attacks keep-open
  “Shops lose custom” [trade-falls] went from unchallenged to opposed (strength 0.500 → 0.400), because of: \
added claim buses: “Buses bring customers.”
"""


def test_moves_of_strength_alone_are_counted_where_nothing_was_weighed() -> None:
    new = replace(
        TOWN,
        claims=(*TOWN.claims, Claim("rain", "It rains a lot.")),
        arguments=(*TOWN.arguments, argument("rain/trade-falls", "rain", "supports", "trade-falls")),
    )
    told = write_difference_as_text(Difference(build_snapshot(TOWN, "before"), build_snapshot(new, "now")))
    assert "The strength of 2 claims moved, but without base scores it only counts points; --json has it." in told


def test_people_get_one_line_an_edit_and_what_follows() -> None:
    assert write_difference_as_text(DIFFERENCE) == TEXT


def test_a_changelog_has_a_heading_for_each_weight() -> None:
    lines = write_difference_as_markdown(DIFFERENCE).splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# before → now",
        "## Breaking",
        "## Notable",
        "## Cosmetic",
        "## What follows",
    ]
    assert "- the map's title reads: Who may drive\\[- in the old town-\\]?" in lines


@pytest.mark.parametrize("old", MAPS.values(), ids=MAPS)
@pytest.mark.parametrize("new", MAPS.values(), ids=MAPS)
def test_json_alone_makes_the_new_map(old: ArgumentMap, new: ArgumentMap) -> None:
    difference = Difference(build_snapshot(old), build_snapshot(new))
    written = json.loads(json.dumps(write_difference_as_json(difference)))
    changes = map(parse_change, written["changes"])
    assert build_snapshot(apply(old, changes)).id == written["new"]["id"]
    assert sorted(n for edit in written["edits"] for n in edit["changes"]) == list(range(len(written["changes"])))
    assert sum(written["counts"].values()) == len(written["edits"])


def test_nothing_is_told_of_what_is_the_same() -> None:
    same = Difference(build_snapshot(TOWN, "a"), build_snapshot(TOWN, "b"))
    assert write_difference_as_text(same) == "a and b are the same.\n"
    assert write_difference_as_json(same)["changes"] == []
    assert "Nothing changed." in write_difference_as_markdown(same)


def test_no_text_from_outside_starts_a_line_or_a_mark() -> None:
    hostile = Difference(build_snapshot(ArgumentMap(), "a"), build_snapshot(HOSTILE, "b\n# c"))
    text, markdown = write_difference_as_text(hostile), write_difference_as_markdown(hostile)
    assert len(text.splitlines()) == len(hostile.edits)
    assert "<script" not in markdown.replace("\\<", "")
    assert [line for line in markdown.splitlines() if line.startswith("# ")] == ["# a → b \\# c"]


def test_many_that_only_cite_another_place_are_one_line_at_the_end() -> None:
    moved = replace(
        NEW,
        claims=tuple(replace(claim, at=at("s9.p1.s1")) if claim.at else claim for claim in NEW.claims),
        attributions=tuple(replace(a, at=at("s9.p1.s2")) for a in NEW.attributions),
    )
    lines = write_difference_as_text(Difference(build_snapshot(NEW), build_snapshot(moved))).splitlines()
    count = sum(bool(claim.at) for claim in NEW.claims) + len(NEW.attributions)
    assert len(lines) == 1
    assert lines[0].startswith(f"notable   {count} places are cited anew, nothing else changed: ")
    assert lines[0].endswith(" more")


def test_two_maps_are_not_told_as_two_versions_of_one() -> None:
    other = ArgumentMap(claims=tuple(Claim(f"c-{n}", f"Number {n} of another debate") for n in range(9)))
    difference = Difference(build_snapshot(TOWN), build_snapshot(other))
    first = write_difference_as_text(difference).splitlines()[0]
    assert first == "These are two maps rather than two versions of one: hardly any claim stands in both."
    assert f"\n{first}\n" in write_difference_as_markdown(difference)
