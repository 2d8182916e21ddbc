from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from argumap.model import ArgumentMap, Claim, Index, Issue
from argumap.page.debate_tree import CRITERIA, UNTIED, TreePlace, build_tree
from maps import MAPS, TOWN, argument, random_maps

if TYPE_CHECKING:
    from argumap.page.debate_tree import DebateTree


def tree(**records: object) -> DebateTree:
    return build_tree(Index(ArgumentMap(**records)))  # type: ignore[arg-type]


def lines(made: DebateTree) -> list[str]:
    return [f"{place.id} {place.relation} {place.parent}" for place in made.places]


def test_the_town_hangs_together_from_the_issue_down() -> None:
    assert lines(build_tree(Index(TOWN))) == [
        "cars none None",
        "close-it answers cars",
        "clean-air supports close-it",
        "trade-falls attacks close-it",
        "footfall-rose undercuts trade-falls",
        "rents-rose undercuts trade-falls",
        "keep-open answers cars",
    ]


def test_what_bears_on_several_stands_once_and_is_linked_elsewhere() -> None:
    made = build_tree(Index(TOWN))
    assert [(link.source, link.relation, link.target) for link in made.links] == [
        ("trade-falls", "supports", "keep-open")
    ]


def test_supports_come_before_objections_and_linked_premises_stand_together() -> None:
    made = tree(
        issues=(Issue("q", "What now?"),),
        claims=(Claim("p", "P.", answers=("q",)), *(Claim(node_id, node_id) for node_id in "abcd")),
        arguments=(
            argument("1", "a", "attacks", "p"),
            argument("2", "b d", "supports", "p"),
            argument("3", "c", "supports", "p"),
        ),
    )
    assert [place.id for place in made.places] == ["q", "p", "b", "d", "c", "a"]
    assert {place.step for place in made.places if place.id in "bd"} == {"2"}


def test_an_attack_on_an_objection_rebuts() -> None:
    made = tree(
        issues=(Issue("q", "What now?"),),
        claims=(Claim("p", "P.", answers=("q",)), Claim("a", "A."), Claim("b", "B.")),
        arguments=(argument("1", "a", "attacks", "p"), argument("2", "b", "attacks", "a")),
    )
    assert lines(made)[2:] == ["a attacks p", "b rebuts a"]


def test_an_undercut_of_an_undercut_hangs_under_what_made_it() -> None:
    made = tree(
        issues=(Issue("q", "What now?"),),
        claims=(Claim("p", "P.", answers=("q",)), Claim("a", "A."), Claim("b", "B."), Claim("c", "C.")),
        arguments=(
            argument("1", "a", "supports", "p"),
            argument("2", "b", "undercuts", "1"),
            argument("3", "c", "undercuts", "2"),
        ),
    )
    assert lines(made)[2:] == ["a supports p", "b undercuts a", "c undercuts b"]


def test_findings_stand_under_their_criterion_unless_they_bear_on_a_position() -> None:
    made = tree(
        issues=(Issue("q", "What now?"), Issue("cost", "What does it cost?", compares=("x", "y"))),
        claims=(
            Claim("p", "P.", answers=("q",)),
            Claim("cheap", "X is cheap.", answers=("cost",)),
            Claim("dear", "Y is dear.", answers=("cost",)),
        ),
        arguments=(argument("1", "cheap", "supports", "p"),),
    )
    assert lines(made) == [
        "q none None",
        "p answers q",
        "cheap supports p",
        f"{CRITERIA} none None",
        f"cost none {CRITERIA}",
        "dear answers cost",
    ]
    assert [(link.source, link.relation, link.target) for link in made.links] == [("cheap", "answers", "cost")]


def test_what_bears_on_nothing_and_cycles_are_untied() -> None:
    made = build_tree(Index(MAPS["cycle"]))
    assert lines(made) == [f"{UNTIED} none None", f"a none {UNTIED}", "b rebuts a", f"c none {UNTIED}"]


def test_an_empty_map_has_an_empty_tree() -> None:
    assert tree().places == ()


@given(random_maps())
def test_every_claim_has_exactly_one_place_below_its_parent(argument_map: ArgumentMap) -> None:
    made = build_tree(Index(argument_map))
    ids = [place.id for place in made.places]
    assert len(ids) == len(set(ids))
    assert {claim.id for claim in argument_map.claims} <= set(ids)
    seen: set[str | None] = {None}
    for place in made.places:
        assert place.parent in seen
        seen.add(place.id)


@given(random_maps())
def test_every_step_is_shown_as_a_place_or_as_a_link(argument_map: ArgumentMap) -> None:
    made = build_tree(Index(argument_map))
    shown = {(p.id, p.step) for p in made.places} | {(link.source, link.step) for link in made.links}
    steps = {argument.id for argument in argument_map.arguments}
    for each in argument_map.arguments:
        if each.target in steps:
            continue  # a step that undercuts itself in a circle is nowhere carried
        for premise in each.premises:
            assert (premise, each.id) in shown


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_children_follow_their_parent_at_once(argument_map: ArgumentMap) -> None:
    places = build_tree(Index(argument_map)).places
    above = {place.id: place for place in places}

    def path(place: TreePlace) -> list[str]:
        return [*path(above[place.parent]), place.id] if place.parent else [place.id]

    for before, after in pairwise(places):
        assert after.parent is None or after.parent in path(before)


def test_a_claim_as_near_to_two_debates_is_told_in_the_larger_one() -> None:
    argument_map = ArgumentMap(
        issues=(Issue("aside", "And by the way?"), Issue("main", "What to do?")),
        claims=(
            Claim("small", "A small answer.", answers=("aside",)),
            Claim("large", "A large answer.", answers=("main",)),
            *(Claim(node_id, f"Reason {node_id}.") for node_id in ("shared", "one", "two")),
        ),
        arguments=(
            argument("a", "shared", "supports", "small"),
            argument("b", "shared", "attacks", "large"),
            argument("c", "one", "supports", "large"),
            argument("d", "two", "supports", "large"),
        ),
    )
    places = {place.id: place.parent for place in build_tree(Index(argument_map)).places}
    assert places["shared"] == "large"
    assert next(iter(places)) == "aside"  # the issues themselves keep the order of the debate
