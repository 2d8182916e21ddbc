from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.model import ArgumentMap, Claim
from argumap.project import build_difference_page
from argumap.snapshots import build_snapshot
from argumap.snapshots.diff_report import Difference
from argumap.views.changes.payload import build_rows
from hostile import together
from maps import MAPS, TOWN, argument, at

if TYPE_CHECKING:
    from argumap.views.changes.payload import DebateLine


NEW = replace(
    TOWN,
    claims=(
        replace(TOWN.claims[0], text="The old town must be closed to private cars."),
        *TOWN.claims[1:-1],
        Claim("buses", "Buses bring customers.", at=at("s2.p4.s1")),
    ),
    arguments=(
        argument("clean-air/keep-open", "clean-air", "attacks", "keep-open"),
        *TOWN.arguments[1:3],
        argument("buses/trade-falls", "buses", "attacks", "trade-falls"),
    ),
    attributions=TOWN.attributions[:-1],
)


def between(old: ArgumentMap, new: ArgumentMap) -> Difference:
    return Difference(build_snapshot(old, "before"), build_snapshot(new, "now"))


def told(rows: list[DebateLine]) -> list[tuple[int, str, str, str]]:
    return [(row.depth, row.relation, row.id, row.state) for row in rows]


def test_the_debate_holds_what_came_went_and_changed() -> None:
    assert told(build_rows(between(TOWN, NEW))) == [
        (0, "none", "cars", "same"),
        (1, "answers", "close-it", "changed"),
        (2, "attacks", "trade-falls", "same"),
        (3, "attacks", "buses", "came"),
        (3, "undercuts", "footfall-rose", "went"),
        (3, "undercuts", "rents-rose", "went"),
        (2, "supports", "clean-air", "went"),
        (1, "answers", "keep-open", "same"),
        (2, "attacks", "clean-air", "came"),
        (2, "supports", "trade-falls", "same"),
        (0, "none", "air", "same"),
        (1, "answers", "clean-air", "same"),
    ]


def test_a_claim_is_told_in_full_once() -> None:
    rows = build_rows(between(TOWN, NEW))
    assert [row.id for row in rows if row.again] == ["clean-air", "trade-falls", "clean-air"]
    ids = [row.id for row in rows if not row.again]
    assert len(ids) == len(set(ids))


def test_only_lines_that_lead_to_nothing_new_are_quiet() -> None:
    quiet = [(row.id, row.again) for row in build_rows(between(TOWN, NEW)) if row.quiet]
    assert quiet == [("air", False), ("clean-air", True)]
    assert all(row.quiet for row in build_rows(between(TOWN, TOWN)))


@pytest.mark.parametrize("old", MAPS.values(), ids=MAPS)
@pytest.mark.parametrize("new", MAPS.values(), ids=MAPS)
def test_every_claim_of_both_maps_is_told(old: ArgumentMap, new: ArgumentMap) -> None:
    difference = between(old, new)
    assert {row.id for row in build_rows(difference)} >= {claim.id for claim in new.claims}
    page = build_difference_page(difference)
    assert page == build_difference_page(between(old, new))
    assert page.count("<ul") == page.count("</ul>")
    assert page.count("<li") == page.count("</li>")


def changed(texts: tuple[str, ...]) -> str:
    """The page of a map that has each text in every field, every third claim reworded and every third new."""
    new = together(texts)
    old = tuple(replace(claim, text=f"{claim.text} before") for claim in new.claims[::3])
    return build_difference_page(
        between(replace(new, claims=old + new.claims[1::3]), replace(new, title=f"{new.title} now"))
    )
