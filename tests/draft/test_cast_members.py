"""Two who are called the same are two."""

from __future__ import annotations

from argumap.draft.cast_members import CastMember
from argumap.model import StakeholderType


def test_two_of_one_name_are_two() -> None:
    first, second = (CastMember("Ada Lunn", StakeholderType.PERSON) for _ in range(2))
    assert len({first, second}) == 2
