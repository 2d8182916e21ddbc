from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.model import Claim, ClaimType
from argumap.views.changes.other_changes import GROUPS, find_other_changes
from changed_maps import changed, with_
from maps import TOWN, argument, at
from town_states import FIRST, SECOND, THIRD, pair_of

if TYPE_CHECKING:
    from argumap.model import ArgumentMap


def told(old: ArgumentMap, new: ArgumentMap, known: tuple[str, ...] = ()) -> dict[str, list[str]]:
    found = find_other_changes(pair_of(old, new), known, ("close-it", "toll", "keep-open"))
    return {group: [" + ".join(c.label for c in o.what) for o in changes] for group, changes in found.items()}


def test_words_are_told_apart_from_corrections_and_from_other_verdicts() -> None:
    assert told(FIRST, SECOND) == {
        "verdicts": ["Unfair to the poor"],
        "new": ["A free pass"],
        "steps": ["A free pass"],
        "reworded": ["Cleaner air"],
        "corrected": ["Quiet nights!"],
    }


def test_what_is_told_as_a_reason_is_not_told_again() -> None:
    groups = told(SECOND, THIRD, ("pays-bus", "halves", "no-way", "vans", "clean-air"))
    assert "new" not in groups
    assert groups["steps"] == ["Vans stay"]
    gone = ["It pays for the bus", "Half the traffic", "Vans stay", "No way in"]
    assert sorted(told(THIRD, SECOND)["gone"]) == sorted(gone)


RENTS = argument("rents-rose/footfall-rose", "rents-rose", "supports", "footfall-rose")


@pytest.mark.parametrize(
    ("new", "group", "what"),
    [
        pytest.param(
            changed("claims", "rents-rose", at=at("s9.p1.s1")), "places", "Rents rose", id="cited elsewhere"
        ),
        pytest.param(
            changed("claims", "rents-rose", type=ClaimType.VALUE), "details", "Rents rose", id="another type"
        ),
        pytest.param(
            changed("stakeholders", "shops", role="shops"), "details", "Shopkeepers' guild", id="another role"
        ),
        pytest.param(with_("claims", Claim("buses", "Buses run.")), "new", "Buses run.", id="a claim by itself"),
        pytest.param(with_("arguments", RENTS), "steps", "Rents rose", id="a step between claims"),
    ],
)
def test_each_change_is_in_its_group(new: ArgumentMap, group: str, what: str) -> None:
    assert told(TOWN, new) == {group: [what]}
    assert group in GROUPS
