from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from argumap.errors import CallError
from argumap.model import Act, Argument, ArgumentMap, Attribution, Bearing, Claim, Index, Issue, Stakeholder
from argumap.query import Side, compare, says
from argumap.semantics import evaluate
from debates import debate, said
from maps import TOWN, random_maps

INDEX = Index(TOWN)


def test_two_stakeholders_agree_and_clash() -> None:
    found = compare(INDEX, "editor", "shops")
    assert [s.claim.id for s in found.agreed] == ["trade-falls"]
    assert [(c.by, c.argument) for c in found.attacks] == [("b", "trade-falls/close-it")]
    assert [n.id for n in found.only_b] == ["keep-open"]
    assert [(p.position.id, p.opposed) for p in found.positions] == [("close-it", True), ("keep-open", False)]


def test_two_positions_share_a_point_that_cuts_both_ways() -> None:
    found = compare(INDEX, "close", "keep")
    assert [(s.claim.id, s.a, s.b) for s in found.disputed] == [("trade-falls", Side.AGAINST, Side.FOR)]
    assert not found.positions


@pytest.mark.parametrize(("a", "b"), [("shops", "shops"), ("close", "close-it")], ids=["twice", "by two names"])
def test_nobody_is_compared_with_themselves(a: str, b: str) -> None:
    with pytest.raises(CallError, match="name two different"):
        compare(INDEX, a, b)


def test_a_stakeholder_and_a_position_are_not_compared() -> None:
    with pytest.raises(CallError, match="two kinds"):
        compare(INDEX, "shops", "close-it")


ARGUED_FROM = ArgumentMap(
    issues=(Issue("q", "What now?"),),
    claims=(Claim("p", "P.", answers=("q",)), Claim("fact", "F."), Claim("rule", "R."), Claim("other", "O.")),
    arguments=(
        Argument("step", ("fact", "rule"), Bearing.SUPPORTS, "p"),
        Argument("more", ("other",), Bearing.SUPPORTS, "p"),
    ),
    stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob")),
    attributions=(
        Attribution("ann", Act.ARGUES, "step"),
        Attribution("ann", Act.ASSERTS, "fact"),
        Attribution("ann", Act.ARGUES, "more"),
        Attribution("bob", Act.ASSERTS, "rule"),
    ),
)


def test_what_somebody_only_argues_from_is_no_speech_and_is_told_as_a_commitment() -> None:
    found = compare(Index(ARGUED_FROM), "ann", "bob")
    assert [(s.claim.id, s.a, s.b, s.committed) for s in found.agreed] == [("rule", Side.FOR, Side.FOR, ("a",))]
    assert [node.id for node in found.only_a] == ["fact"]
    (leaning,) = found.positions
    assert (leaning.a_for, leaning.b_for) == (1, 1)
    assert "R. [rule]: Ann committed to it, Bob for" in found.text()


@given(random_maps())
def test_a_comparison_counts_what_each_says(argument_map: ArgumentMap) -> None:
    index = Index(argument_map)
    names = [stakeholder.id for stakeholder in argument_map.stakeholders]
    for a, b in pairwise(names):
        found = compare(index, a, b)
        for name, counts in (
            (a, {p.position.id: (p.a_for, p.a_against) for p in found.positions}),
            (b, {p.position.id: (p.b_for, p.b_against) for p in found.positions}),
        ):
            groups = {
                g.position.id: (g.speaks_for, g.speaks_against) for g in says(index, name).groups if g.position
            }
            assert {k: v for k, v in counts.items() if any(v)} == {k: v for k, v in groups.items() if any(v)}


def test_claims_they_differ_on_carry_word_and_score() -> None:
    spoken = said(debate("a supports x; b attacks x; c attacks a", "x"), "ann asserts x", "bob disputes x")
    index = Index(spoken)
    assert "[x] contested 0 : 1" not in compare(index, "ann", "bob").text()
    assert "[x] opposed 0 : 1" in compare(index, "ann", "bob", evaluate(index)).text()


@pytest.mark.parametrize(
    ("speech", "pressed"),
    [
        pytest.param("bob asserts b", True, id="asserted"),
        pytest.param("bob concedes b", False, id="conceded"),
        pytest.param("bob concedes b; bob asserts c", False, id="a premise that is conceded beside another point"),
        pytest.param("bob concedes b; bob argues b", True, id="conceded and argued as well"),
    ],
)
def test_a_concession_is_no_point_against_the_other(speech: str, pressed: bool) -> None:
    drawn = said(debate("b attacks x; c supports x", "x"), "ann asserts x", *speech.split("; "))
    found = compare(Index(drawn), "ann", "bob")
    assert [clash.premises[0].id for clash in found.attacks if clash.by == "b"] == (["b"] if pressed else [])
    assert ("Points of Bob against" in found.text()) is pressed


def test_a_concession_does_not_undercut_a_step_of_the_other() -> None:
    drawn = said(debate("a supports x; b undercuts r0", "x"), "ann argues a", "bob concedes b")
    assert compare(Index(drawn), "ann", "bob").attacks == ()
