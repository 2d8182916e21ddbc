"""The order of records: what moved, and moving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.snapshots.record_order import find_moves, move

if TYPE_CHECKING:
    from collections.abc import Sequence

IDS = "abcdefgh"


@settings(deadline=None)
@given(st.permutations(IDS))
def test_the_moves_make_the_new_order(new: Sequence[str]) -> None:
    assert move(IDS, find_moves(IDS, new)) == list(new)


def test_one_that_went_to_the_end_is_one_move() -> None:
    assert find_moves("abcd", "bcda") == (("a", "d"),)
    assert find_moves("abcd", "abcd") == ()
