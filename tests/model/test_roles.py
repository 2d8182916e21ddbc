from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from argumap.model import ArgumentMap, Claim, ClaimType, Index, Role, build_roles, find_untied
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


@pytest.mark.parametrize(
    ("claims", "roles"),
    [
        pytest.param((Claim("a", "A."),), "untied", id="tied to nothing"),
        pytest.param((Claim("a", "A.", implicit=True),), "untied", id="nobody says it, nobody needs it"),
        pytest.param((Claim("a", "A.", type=ClaimType.DEFINITION),), "topic", id="a definition"),
        pytest.param((Claim("a", "A."), Claim("b", "B.", contradicts=("a",))), "topic topic", id="contradicted"),
        pytest.param((Claim("a", "A."), Claim("b", "B.", rephrases=("a",))), "topic topic", id="rephrased"),
    ],
)
def test_what_bears_on_nothing_is_a_topic_or_untied(claims: tuple[Claim, ...], roles: str) -> None:
    index = Index(ArgumentMap(claims=claims))
    assert list(build_roles(index).values()) == roles.split()
    assert [claim.id for claim in find_untied(index)] == [c.id for c in claims if roles == "untied"]


def test_a_claim_that_others_bear_on_is_the_topic_of_a_debate_of_its_own() -> None:
    index = Index(replace(TOWN, issues=(), claims=tuple(replace(claim, answers=()) for claim in TOWN.claims)))
    assert build_roles(index)["close-it"] is Role.TOPIC
    assert find_untied(index) == ()


@given(random_maps())
def test_every_claim_has_a_role_and_only_answers_are_positions(argument_map: ArgumentMap) -> None:
    index = Index(argument_map)
    roles = build_roles(index)
    assert set(roles) == {claim.id for claim in argument_map.claims}
    assert {record_id for record_id, role in roles.items() if role is Role.POSITION} == {
        c.id for c in index.positions
    }
