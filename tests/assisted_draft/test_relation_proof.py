"""Which steps are taken: between claims that are there, one way, by words that stand where they are said to."""

from __future__ import annotations

import pytest

from argumap.assisted_draft.proposals import ProvedClaim, RelationProposal, read_relation
from argumap.assisted_draft.relation_proof import ProvedSteps
from argumap.model import Act, Bearing, StakeholderType


def claim(n: int, passage: str, at: int = 0) -> ProvedClaim:
    kind = StakeholderType.UNSPECIFIED
    return ProvedClaim(f"Claim {n}.", (f"s1.p{n}.s1",), (at or n,), passage, "", kind, "", Act.ASSERTS, None)


CLAIMS = {
    1: claim(1, "The bridge should close."),
    2: claim(2, "It should, because it cracks."),
    3: claim(3, "But this ignores the sawmill."),
    4: claim(4, "All this because of money.", at=400),
}


def step(premise: int, target: int, words: str = "", bearing: str = "supports") -> RelationProposal:
    read = read_relation({"from": premise, "relation": bearing, "to": target, "words": words})
    assert isinstance(read, RelationProposal)
    return read


@pytest.mark.parametrize(
    ("proposal", "code"),
    [
        pytest.param(step(2, 1, "because it cracks"), "", id="shown by words"),
        pytest.param(step(3, 1, "", "attacks"), "", id="shown by the sense"),
        pytest.param(step(2, 1, "since it cracks"), "words-not-found", id="words that are not there"),
        pytest.param(step(4, 1, "because of money"), "words-not-found", id="words far away"),
        pytest.param(step(2, 2), "bears-on-itself", id="on itself"),
        pytest.param(step(2, 9), "unknown-claim", id="on a claim that is not there"),
        pytest.param(step(3, 2, "", "supports"), "against-the-text", id="against what the rules read"),
        pytest.param(step(1, 3), "goes-in-a-circle", id="back to where a fixed step comes from"),
    ],
)
def test_a_step_is_taken_or_not(proposal: RelationProposal, code: str) -> None:
    steps = ProvedSteps(CLAIMS, {(3, 2): Bearing.ATTACKS, (3, 1): Bearing.ATTACKS})
    dropped = steps.take(proposal)
    assert (dropped.code if dropped else "") == code
    assert bool(steps.taken) is (not code)


def test_reasons_do_not_lead_back() -> None:
    steps = ProvedSteps(CLAIMS)
    assert [steps.take(step(a, b)) for a, b in ((1, 2), (2, 3))] == [None, None]
    dropped = steps.take(step(3, 1))
    assert dropped is not None
    assert (dropped.code, dropped.at) == ("goes-in-a-circle", ("s1.p3.s1", "s1.p1.s1"))


def test_a_pair_is_joined_once() -> None:
    steps = ProvedSteps(CLAIMS)
    assert steps.take(step(1, 2)) is None
    again = steps.take(step(1, 2, "", "attacks"))
    assert again is not None
    assert again.code == "told-twice"
    assert steps.taken == {(1, 2): (Bearing.SUPPORTS, "")}
