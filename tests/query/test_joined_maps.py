from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.errors import Ambiguous, CallError, NotFound
from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Claim,
    Concept,
    Index,
    Issue,
    Stakeholder,
    Standard,
)
from argumap.query import (
    about,
    find,
    find_namesakes,
    get_id,
    join_maps,
    who,
)
from argumap.semantics import evaluate
from maps import TOWN


def test_one_map_stays_as_it_is() -> None:
    assert join_maps({"town": TOWN}) is TOWN


def test_maps_are_joined_by_stakeholders_and_concepts() -> None:
    other = ArgumentMap(
        issues=(Issue("cars", "Cars?"),),
        claims=(Claim("close-it", "Close it all.", answers=("cars",), about=("closed-streets",)),),
        stakeholders=(Stakeholder("shops", "The guild", role="trade body"),),
        attributions=(Attribution("shops", Act.DISPUTES, "close-it"),),
        concepts=(Concept("closed-streets", "Car-free streets"),),
    )
    index = Index(join_maps({"town": TOWN, "next": other}))
    shops = index.stakeholders["shops"]
    assert (shops.name, shops.role, shops.aliases) == ("Shopkeepers' guild", "trade body", ("The guild",))
    assert {a.of for a in index.speech["shops"]} == {"town#trade-falls", "town#keep-open", "next#close-it"}
    assert [r.claim.id for r in about(index, "closed").remarks] == ["town#clean-air", "next#close-it"]
    assert get_id(index, "trade-falls", "claim") == "town#trade-falls"
    with pytest.raises(Ambiguous, match="may mean 2 things"):
        get_id(index, "close-it", "claim")
    assert who(index, "town#clean-air").node.at[0].source == "town#column"


def test_maps_of_different_standards_keep_each_its_own() -> None:
    strict = replace(
        TOWN, standard=Standard.CLEAR, claims=(replace(TOWN.claims[0], standard=Standard.REASON), *TOWN.claims[1:])
    )
    apart = evaluate(strict).status
    joined = join_maps({"a": strict, "b": TOWN})
    assert joined.standard is None
    assert [c.standard for c in joined.claims[:2]] == [Standard.REASON, Standard.CLEAR]
    status = evaluate(joined).status
    assert all(status[f"a#{node}"] == told for node, told in apart.items())
    assert all(status[f"b#{node}"] == told for node, told in evaluate(TOWN).status.items())
    assert join_maps({"a": strict, "b": strict}).standard is Standard.CLEAR


def test_same_as_joins_and_parts() -> None:
    maps = {
        "a": ArgumentMap(stakeholders=(Stakeholder("smith", "Smith", same_as="u:1"),)),
        "b": ArgumentMap(stakeholders=(Stakeholder("smith", "Another Smith", same_as="u:2"),)),
        "c": ArgumentMap(
            stakeholders=(Stakeholder("j-smith", "J. Smith", same_as="u:1"),),
            attributions=(Attribution("j-smith", Act.ASSERTS, "x"),),
        ),
        "d": ArgumentMap(stakeholders=(Stakeholder("j-smith", "Smith of d"),)),
    }
    atlas = join_maps(maps)
    assert [(s.id, s.name) for s in atlas.stakeholders] == [("smith", "Smith"), ("b#smith", "Another Smith")]
    assert atlas.attributions[0].by == "smith"
    assert get_id(Index(atlas), "j-smith", "stakeholder") == "smith"


def test_a_map_whose_name_has_a_number_sign_is_refused() -> None:
    with pytest.raises(CallError, match="no #"):
        join_maps({"a#b": TOWN, "c": TOWN})


@pytest.mark.parametrize("name", ["close", "zebra#close"], ids=["an id", "an id with its map"])
def test_the_name_of_a_map_is_no_word_of_its_nodes(name: str) -> None:
    index = Index(join_maps({"zebra": TOWN, "b": ArgumentMap()}))
    assert get_id(index, name, "claim") == "zebra#close-it"
    with pytest.raises(NotFound):
        get_id(index, "zeb", "claim")
    assert find(index, "zeb") == ()


@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        pytest.param(Stakeholder("author", "Ann"), Stakeholder("author", "Bob"), ["Ann", "Bob"], id="two names"),
        pytest.param(Stakeholder("author", "Ann"), Stakeholder("author", "ANN"), [], id="one name"),
        pytest.param(
            Stakeholder("author", "Ann Ash"),
            Stakeholder("author", "A. Ash", aliases=("Ann Ash",)),
            [],
            id="an alias",
        ),
        pytest.param(
            Stakeholder("author", "Ann", same_as="https://a.example"),
            Stakeholder("author", "Bob", same_as="https://a.example"),
            [],
            id="one address",
        ),
        pytest.param(
            Stakeholder("author", "Ann", same_as="https://a.example"),
            Stakeholder("author", "Bob"),
            ["Ann", "Bob"],
            id="an address and none",
        ),
        pytest.param(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob"), [], id="two ids"),
    ],
)
def test_one_id_under_different_names_may_be_several_people(
    one: Stakeholder, other: Stakeholder, people: list[str]
) -> None:
    found = find_namesakes({"x": ArgumentMap(stakeholders=(one,)), "y": ArgumentMap(stakeholders=(other,))})
    assert found == ({"author": (("x", people[0]), ("y", people[1]))} if people else {})


def test_a_single_map_has_no_namesakes() -> None:
    assert find_namesakes({"x": TOWN}) == {}
