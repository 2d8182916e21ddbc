from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from argumap.anchoring import spine_alignment
from argumap.anchoring.spine_alignment import align

if TYPE_CHECKING:
    import pytest

ITEMS = st.lists(st.integers(0, 6), max_size=14)


@given(ITEMS, ITEMS)
def test_pairs_are_equal_items_in_order(old: list[int], new: list[int]) -> None:
    pairs = align(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a < b and c < d for (a, c), (b, d) in pairwise(pairs))


@given(st.lists(st.integers(0, 30), unique=True), st.data())
def test_what_is_only_deleted_leaves_the_rest_paired(old: list[int], data: st.DataObject) -> None:
    kept = [item for item in old if data.draw(st.booleans())]
    assert [old[i] for i, _ in align(old, kept)] == kept


def test_repeated_items_are_paired_by_what_stands_around_them() -> None:
    assert align("axbxc", "axxbxc") == [(0, 0), (1, 1), (2, 3), (3, 4), (4, 5)]


def test_long_stretches_of_repeated_items_are_paired_item_by_item(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spine_alignment, "_SMALL", 0)
    assert align("xyxyxy", "zxyyxxz") == [(0, 1), (1, 2), (2, 4), (4, 5)]
