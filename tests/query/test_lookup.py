from __future__ import annotations

import pytest

from argumap.errors import Ambiguous, NotFound
from argumap.model import ArgumentMap, Claim, Index, Issue, Stakeholder
from argumap.query import (
    get_id,
    says,
)
from maps import CYCLE, TOWN

INDEX = Index(TOWN)


@pytest.mark.parametrize(
    ("name", "kind", "node_id"),
    [
        pytest.param("close-it", "claim", "close-it", id="an id"),
        pytest.param("trade", "claim", "trade-falls", id="the beginning of an id"),
        pytest.param("Keep it open", "claim", "keep-open", id="a whole title"),
        pytest.param("lose custom", "claim", "trade-falls", id="words of a title"),
        pytest.param("walkers ELSEWHERE", "claim", "footfall-rose", id="words in any case"),
        pytest.param("closed cars access", "claim", None, id="words that no one claim has"),
        pytest.param("access", "claim", "keep-open", id="a word of a text"),
        pytest.param("guild", "stakeholder", "shops", id="a word of a name"),
        pytest.param("open to cars", "concept", "open-streets", id="words of a label"),
    ],
)
def test_a_node_is_called_by(name: str, kind: str, node_id: str | None) -> None:
    if node_id is None:
        with pytest.raises(NotFound):
            get_id(INDEX, name, kind)
    else:
        assert get_id(INDEX, name, kind) == node_id


def test_an_ambiguous_name_lists_what_it_may_mean() -> None:
    with pytest.raises(Ambiguous, match=r"may mean 2 things.*close-it \(Close the old town\)"):
        get_id(INDEX, "old town", "claim", "issue", among={"close-it", "trade-falls", "cars"})


def test_an_unknown_name_offers_the_nearest() -> None:
    with pytest.raises(NotFound, match=r"no claim is called 'trad-fals'; nearest: trade-falls"):
        get_id(INDEX, "trad-fals", "claim")


def test_a_map_without_stakeholders_says_so() -> None:
    with pytest.raises(NotFound, match="the map has none"):
        says(Index(CYCLE), "anyone")


def test_a_name_of_signs_alone_means_nothing() -> None:
    with pytest.raises(NotFound):
        get_id(INDEX, "?!", "claim")


@pytest.mark.parametrize(
    ("name", "kinds", "told"),
    [
        pytest.param("tolls", ("claim", "argument"), "'tolls' is an issue.*argumap verdict tolls", id="an issue"),
        pytest.param("ann", ("issue", "claim"), "'ann' is a stakeholder.*--lights ann", id="a stakeholder"),
        pytest.param("pay", ("stakeholder",), "'pay' is a claim.*argumap why pay", id="a claim"),
    ],
)
def test_what_is_of_another_kind_is_told_with_where_to_ask_of_it(
    name: str, kinds: tuple[str, ...], told: str
) -> None:
    small = ArgumentMap(
        issues=(Issue("tolls", "What now?"),),
        claims=(Claim("pay", "It is dear."),),
        stakeholders=(Stakeholder("ann", "Ann"),),
    )
    with pytest.raises(NotFound, match=told):
        get_id(Index(small), name, *kinds)
