from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.errors import NotFound
from argumap.model import (
    Act,
    Attribution,
    Index,
)
from argumap.query import (
    Accord,
    Side,
    says,
)
from maps import TOWN

INDEX = Index(TOWN)


def test_says_groups_by_position_and_counts_sides() -> None:
    groups = {group.position.id: group for group in says(INDEX, "shops").groups if group.position}
    assert {p: (g.speaks_for, g.speaks_against) for p, g in groups.items()} == {
        "close-it": (0, 1),
        "keep-open": (2, 0),
    }


def test_who_disputes_a_reason_speaks_the_other_way() -> None:
    spoken = replace(TOWN, attributions=(Attribution("shops", Act.DISPUTES, "clean-air"),))
    [group] = says(Index(spoken), "shops").groups
    [said] = group.said
    assert (said.bearing, said.side, group.speaks_against) == (Side.FOR, Side.AGAINST, 1)


def test_says_tells_whether_the_reporter_agrees() -> None:
    verdicts = {
        said.node.id: [(o.by.id, o.verdict) for o in said.others]
        for g in says(INDEX, "shops").groups
        for said in g.said
    }
    assert verdicts == {"trade-falls": [("editor", Accord.AGREES)], "keep-open": [("editor", Accord.REPORTS)]}


def test_on_keeps_one_position_and_via_what_is_reported() -> None:
    assert [g.position and g.position.id for g in says(INDEX, "editor", on="keep").groups] == ["keep-open"]
    assert says(INDEX, "editor", via=True).groups == ()
    with pytest.raises(NotFound, match="no position is called 'clean-air'"):
        says(INDEX, "editor", on="clean-air")


def test_what_is_conceded_and_what_is_disputed_is_told_apart() -> None:
    spoken = replace(
        TOWN,
        attributions=(
            Attribution("editor", Act.CONCEDES, "trade-falls"),
            Attribution("editor", Act.DISPUTES, "clean-air"),
            Attribution("editor", Act.ASSERTS, "close-it"),
            Attribution("editor", Act.DISPUTES, "rents-rose", via=("shops",)),
            Attribution("shops", Act.CONCEDES, "close-it"),
        ),
    )
    told = says(Index(spoken), "editor")
    assert [node.id for node in told.concedes] == ["trade-falls"]
    assert {node.id for node in told.disputes} == {"clean-air", "rents-rose"}
    reported = says(Index(spoken), "editor", via=True)
    assert ([n.id for n in reported.concedes], [n.id for n in reported.disputes]) == ([], ["rents-rose"])
    elsewhere = says(Index(spoken), "editor", on="keep")
    assert ([n.id for n in elsewhere.concedes], [n.id for n in elsewhere.disputes]) == (["trade-falls"], [])
