from __future__ import annotations

from argumap.model import (
    ArgumentMap,
    Bearing,
    Claim,
    Index,
)
from argumap.query import (
    Side,
    case_against,
    case_for,
    to_json,
)
from debates import debate
from maps import CYCLE, TOWN, argument

INDEX = Index(TOWN)


def test_a_case_shows_linked_premises_and_undercuts_as_what_they_are() -> None:
    attack, undercut = case_against(INDEX, "close-it").reasons
    assert (attack.argument, attack.side, attack.depth) == ("trade-falls/close-it", Side.AGAINST, 1)
    assert (undercut.bearing, undercut.target, undercut.side) == (Bearing.UNDERCUTS, attack.argument, Side.FOR)
    assert [point.claim.id for point in undercut.premises] == ["footfall-rose", "rents-rose"]


def test_a_case_cut_for_depth_counts_what_it_hides() -> None:
    [attack] = case_against(INDEX, "close-it", 1).reasons
    assert attack.hidden == 1


def test_a_cycle_ends_in_a_reference() -> None:
    first, second = case_against(Index(CYCLE), "a").reasons
    assert (first.argument, first.premises[0].elsewhere) == ("b/a", False)
    assert (second.argument, second.premises[0].claim.id, second.premises[0].elsewhere) == ("a/b", "a", True)
    [own] = case_against(Index(CYCLE), "c").reasons
    assert own.premises[0].elsewhere


def test_a_case_knows_the_points_that_nothing_answers() -> None:
    assert [p.claim.id for p in case_for(INDEX, "close-it").unattacked] == ["clean-air"]
    assert not case_against(INDEX, "close-it").unattacked


def test_a_case_of_ten_thousand_steps_in_a_row_is_told() -> None:
    n = 10_000
    chain = ArgumentMap(
        claims=tuple(Claim(f"c{i}", "It holds.") for i in range(n)),
        arguments=tuple(argument(f"r{i}", f"c{i + 1}", "attacks", f"c{i}") for i in range(n - 1)),
    )
    case = case_against(Index(chain), "c0")
    assert (len(case.reasons), case.reasons[-1].depth, case.reasons[-1].side) == (n - 1, n - 1, Side.AGAINST)
    assert to_json(case)


def test_a_place_under_linked_premises_does_not_tell_the_target() -> None:
    claims = tuple(Claim(letter, letter.upper()) for letter in "abcdef")
    map_ = ArgumentMap(
        "",
        claims=claims,
        arguments=(
            argument("both", "b c", "supports", "a"),
            argument("d/b", "d", "attacks", "b"),
            argument("e/both", "e", "undercuts", "both"),
            argument("f/d", "f", "supports", "d"),
        ),
    )
    assert case_for(Index(map_), "a").unclear == {"d/b"}


def test_a_list_has_the_nearest_first() -> None:
    case = case_against(INDEX, "close-it")
    assert [reason.depth for reason in case.nearest_first] == sorted(reason.depth for reason in case.reasons)
    assert set(case.nearest_first) == set(case.reasons)


def test_where_nothing_is_said_against_a_claim_what_is_said_against_its_reasons_is_named() -> None:
    relations = "a,b supports x; b supports x; c undercuts r0 %; d attacks b; e attacks d"
    told = case_against(Index(debate(relations, "x")), "x").text().splitlines()
    assert told[1:] == [
        "  Nothing in this map is said against the claim itself. Against its reasons:",
        "    “Claim c.” undercuts the step from “Claim a.” and “Claim b.” for “Claim x.” "
        "(a step added by the map)",
        "    “Claim d.” objects to “Claim b.”",
    ]


def test_where_nothing_is_said_at_all_that_is_told_alone() -> None:
    index = Index(debate("a supports x", "x"))
    assert case_against(index, "x").text().splitlines()[1:] == ["  Nothing in this map."]
    assert case_for(index, "a").text().splitlines()[1:] == ["  Nothing in this map."]
    hidden = case_against(Index(debate("a attacks x; b supports x; c attacks b", "x")), "x", 0)
    assert hidden.text().splitlines()[1:] == ["  1 argument at depth 1."]
