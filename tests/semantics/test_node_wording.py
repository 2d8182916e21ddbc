from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    ClaimType,
    Index,
    Passage,
    Stakeholder,
)
from argumap.semantics.node_wording import SAID, name, places, said
from maps import TOWN, argument

INDEX = Index(TOWN)


def test_a_claim_is_named_by_its_label_and_a_step_by_its_premises() -> None:
    assert name(INDEX, "trade-falls") == "“Shops lose custom”"
    assert name(INDEX, "other-towns") == "“More walkers elsewhere” and “Rents rose”"


def test_a_premise_that_is_not_there_is_said_to_be_missing() -> None:
    lacking = ArgumentMap(claims=(Claim("a", "A."),), arguments=(argument("r", "ghost", "attacks", "a"),))
    assert name(Index(lacking), "r") == "“ghost” (missing)"


def test_words_from_outside_stay_on_one_line() -> None:
    odd = ArgumentMap(claims=(Claim("a", "Two\nlines \u202eand\x07 a bell."),))
    assert name(Index(odd), "a") == "“Two lines  and  a bell”"


def test_every_act_has_its_word() -> None:
    assert set(SAID) == set(Act)


def test_who_speaks_is_told_with_whoever_reports_it() -> None:
    assert said(INDEX, "trade-falls") == (
        "argued by Shopkeepers' guild, as the column's author reports; conceded by the column's author"
    )


def test_a_step_nobody_speaks_of_has_the_voices_of_its_premises() -> None:
    spoken = replace(
        TOWN,
        stakeholders=(Stakeholder("ann", "Ann"),),
        attributions=(Attribution("ann", Act.ASSERTS, "rents-rose", loosely=True),),
    )
    assert said(Index(spoken), "other-towns") == "asserted loosely by Ann"


def test_places_name_their_source_only_among_several() -> None:
    assert places(INDEX, "close-it") == "s1.p1.s1"
    two = replace(TOWN, sources=(*TOWN.sources, replace(TOWN.sources[0], id="reply")))
    assert places(Index(two), "close-it") == "column#s1.p1.s1"


def test_a_step_without_a_place_stands_where_its_premises_do() -> None:
    claims = (Claim("a", "A.", at=(Passage("s", "s1.p1.s1"),)), Claim("b", "B.", at=(Passage("s", "s2.p1.s1"),)))
    index = Index(ArgumentMap(claims=claims, arguments=(argument("r", "a b", "attacks", "a"),)))
    assert places(index, "r") == "s1.p1.s1, s2.p1.s1"


@pytest.mark.parametrize(
    ("attributions", "types", "told"),
    [
        pytest.param(
            "ann asserts p", "fact", "a step added by the map, from facts asserted by Ann", id="one fact"
        ),
        pytest.param(
            "ann asserts p, bob presents q",
            "fact",
            "a step added by the map, from facts asserted by Ann and presented by Bob",
            id="two speakers",
        ),
        pytest.param("ann argues p", "value", "a step added by the map, from what is argued by Ann", id="no fact"),
        pytest.param("", "fact", "a step added by the map", id="nobody speaks"),
        pytest.param("bob endorses step", "fact", "a step added by the map, endorsed by Bob", id="of the step"),
    ],
)
def test_a_step_that_the_map_added_is_in_nobodys_mouth(attributions: str, types: str, told: str) -> None:
    added = ArgumentMap(
        claims=tuple(Claim(c, c.upper(), type=ClaimType(types)) for c in "pqt"),
        arguments=(Argument("step", ("p", "q"), Bearing.ATTACKS, "t", inferred=True),),
        stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob")),
        attributions=tuple(
            Attribution(by, Act(act), of)
            for by, act, of in (each.split() for each in attributions.split(", ") if each)
        ),
    )
    assert said(Index(added), "step") == told
