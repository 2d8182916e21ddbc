from __future__ import annotations

from argumap.model import ArgumentMap, Claim
from argumap.views.titles.payload import build_rows
from pages import given


def test_titles_stand_in_the_order_of_the_alphabet() -> None:
    argument_map = ArgumentMap(claims=(Claim("a", "Walkers spend more."), Claim("b", "buses are late.")))
    assert [claim.id for claim in build_rows(given(argument_map))] == ["b", "a"]
