from __future__ import annotations

from hypothesis import given

from argumap.model import ArgumentMap, Index, Role, build_roles
from maps import CYCLE, TOWN, random_maps


def test_roles_are_told_by_what_a_claim_bears_on() -> None:
    assert build_roles(Index(TOWN)) == {
        "close-it": Role.POSITION,
        "keep-open": Role.POSITION,
        "clean-air": Role.SUPPORTING_POINT,
        "trade-falls": Role.OBJECTION,
        "footfall-rose": Role.REBUTTAL,
        "rents-rose": Role.REBUTTAL,
    }


def test_a_cycle_without_position_still_has_roles() -> None:
    assert set(build_roles(Index(CYCLE)).values()) <= {Role.OBJECTION, Role.REBUTTAL}


@given(random_maps())
def test_every_claim_has_a_role_and_only_answers_are_positions(argument_map: ArgumentMap) -> None:
    index = Index(argument_map)
    roles = build_roles(index)
    assert set(roles) == {claim.id for claim in argument_map.claims}
    assert {record_id for record_id, role in roles.items() if role is Role.POSITION} == {
        c.id for c in index.positions
    }
