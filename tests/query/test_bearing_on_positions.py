from __future__ import annotations

import pytest

from argumap.model import (
    Act,
)
from argumap.query import (
    Side,
    stance_side,
)


@pytest.mark.parametrize(
    ("acts", "side"),
    [
        ((Act.ASSERTS,), Side.FOR),
        ((Act.CONCEDES,), Side.FOR),
        ((Act.DISPUTES,), Side.AGAINST),
        ((Act.PRESENTS, Act.QUESTIONS, Act.SUPPOSES), None),
        ((Act.PRESENTS, Act.ENDORSES), Side.FOR),
        ((Act.ASSERTS, Act.DISPUTES), Side.BOTH),
    ],
)
def test_acts_take_a_side(acts: tuple[Act, ...], side: Side | None) -> None:
    assert stance_side(acts, Side.FOR) is side
    assert stance_side(acts, Side.AGAINST) is (side.turned if side else None)
