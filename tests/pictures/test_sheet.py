from __future__ import annotations

from argumap.board import EntryState
from argumap.pictures.sheet import PointState


def test_the_states_of_points_are_those_of_a_board() -> None:
    assert [state.value for state in PointState] == [state.value for state in EntryState]
