"""Two side by side: the answers are those of the query room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.board import build_boards
from argumap.model import Act, Attribution, Index
from argumap.query import compare
from argumap.semantics import evaluate
from argumap.views.matrix import pairs
from argumap.views.matrix.pairs import pack_pairs
from maps import TOWN

if TYPE_CHECKING:
    import pytest

INDEX = Index(TOWN)
BOARDS = build_boards(evaluate(TOWN))


def test_people_and_answers_are_compared_as_the_query_room_does() -> None:
    packed = pack_pairs(INDEX, BOARDS)
    assert {*packed} >= {"editor,shops"} or {*packed} >= {"shops,editor"}
    for both, pair in packed.items():
        a, b = both.split(",")
        found = compare(INDEX, a, b)
        assert pair["agreed"] == [(s.claim.id, s.a.value, s.b.value) for s in found.agreed]
        assert [claim for claim, _, _ in pair["disputed"]] == [shared.claim.id for shared in found.disputed]
        assert pair["only"][0] == [node.id for node in found.only_a]
    assert any(both.split(",")[0] in INDEX.claims for both in packed)


def test_an_agreeing_pair_and_a_pair_with_nothing_in_common() -> None:
    said = (
        Attribution("shops", Act.ASSERTS, "trade-falls"),
        Attribution("editor", Act.ASSERTS, "trade-falls"),
    )
    agreeing = Index(replace(TOWN, attributions=said))
    (pair,) = (p for both, p in pack_pairs(agreeing, ()).items() if "shops" in both)
    assert pair["agreed"] == [("trade-falls", "for", "for")]
    apart = Index(replace(TOWN, attributions=(said[0], Attribution("editor", Act.ASSERTS, "clean-air"))))
    (pair,) = (p for both, p in pack_pairs(apart, ()).items() if "shops" in both)
    assert not pair["agreed"]
    assert not pair["disputed"]


def test_only_those_who_say_most_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "MOST", 1)
    assert pack_pairs(INDEX, BOARDS) == {}
