from __future__ import annotations

import pytest

from argumap.formats._aif.forces import name_force, tell_act, tell_act_on_step
from argumap.model import Act, Bearing


@pytest.mark.parametrize(
    ("force", "act"),
    [
        ("Asserting", Act.ASSERTS),
        ("Pure Questioning", Act.QUESTIONS),
        ("AssertiveChallenging", Act.QUESTIONS),
        ("Agreeing", Act.ENDORSES),
        ("Rejecting", Act.DISPUTES),
        ("Conceding", Act.CONCEDES),
    ],
)
def test_a_force_is_an_act(force: str, act: Act) -> None:
    assert tell_act(force) == (act, False)


def test_an_unknown_force_is_none() -> None:
    assert tell_act("Ad hominem") is None


def test_whoever_disagrees_through_a_conflict_makes_it() -> None:
    assert tell_act_on_step("Disagreeing", Bearing.ATTACKS) == (Act.ARGUES, False)
    assert tell_act_on_step("Disagreeing", Bearing.SUPPORTS) == (Act.DISPUTES, False)


@pytest.mark.parametrize("bearing", [None, *Bearing])
@pytest.mark.parametrize("act", [act for act in Act if act is not Act.PRESENTS])
def test_a_force_that_was_written_reads_back_as_the_act(act: Act, bearing: Bearing | None) -> None:
    force = name_force(act, bearing, loosely=False)
    back = tell_act(force) if bearing is None else tell_act_on_step(force, bearing)
    lost = bearing is not None and act in {Act.ASSERTS, Act.SUPPOSES}
    lost |= bearing not in {None, Bearing.SUPPORTS} and act in {Act.DISPUTES, Act.QUESTIONS}
    assert (back == (act, False)) is not lost
