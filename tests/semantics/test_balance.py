"""What is live for and against a claim, against the definitions written anew and by the laws they obey."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

import balance_oracle
from argumap.errors import NotFound
from argumap.model import Argument, ArgumentMap, Bearing, Claim, Standard
from argumap.semantics import STRICT_FIRST, ClaimWord, Scale, evaluate, find_words, weigh
from argumap.semantics.balance import add_exactly, passes
from draws import draws, seeded
from map_shapes import SHAPES, renamed, without_standards
from verdict_cases import small_map

if TYPE_CHECKING:
    from argumap.semantics import Balance, Evaluation


def weighed(claims: str, relations: str = "", claim: str = "t") -> Balance:
    return weigh(evaluate(small_map(claims, relations)), claim)


@pytest.mark.parametrize(
    ("claims", "relations", "word"),
    [
        ("t", "", "unchallenged"),
        ("t a", "a supports t", "unchallenged"),
        ("t a b", "a attacks t; b attacks a", "answered"),
        ("t~a a b", "b attacks a", "answered"),
        ("t! a b", "a attacks t; b attacks a", "unsupported"),
        ("t!", "", "unsupported"),
        ("t! a", "a attacks t", "unsupported"),
        ("t a b", "a attacks t; b supports t", "contested"),
        ("t a b c", "a attacks t; b supports t; c attacks b", "opposed"),
        ("t a", "a attacks t", "opposed"),
        ("t~a a", "", "unresolved"),
        ("t a b", "a attacks b; b attacks a; a attacks t", "unresolved"),
    ],
)
def test_the_first_word_that_fits_is_said(claims: str, relations: str, word: str) -> None:
    assert weighed(claims, relations).word == word


def test_every_argument_is_live_open_or_answered() -> None:
    found = weighed(
        "t a b c d e",
        "a supports t; b supports t; c attacks t; d attacks t; e attacks b; e attacks d; a,c supports t",
    )
    assert (found.pros, found.answered_pros) == (("r0", "r6"), ("r1",))
    assert (found.cons, found.answered_cons) == (("r2",), ("r3",))
    assert (found.pro_low, found.pro_high, found.con_low, found.con_high) == (2, 2, 1, 1)
    assert found.margin == 1


def test_reasons_that_share_a_premise_are_one_group() -> None:
    found = weighed("t a b c d", "a supports t; d supports t; a,b supports t; b,c supports t")
    assert found.pros == ("r0", "r1", "r2", "r3")
    assert found.pro_groups == (("r0", "r2", "r3"), ("r1",))


def test_a_claim_that_contradicts_is_no_objection_and_is_told_apart() -> None:
    found = weighed("t~a a b", "a attacks t; b attacks t")
    assert (found.cons, found.rivals, found.con_low) == (("r0", "r1"), ("a",), 2)
    assert found.con_groups == (("r0",), ("r1",))

    alone = weighed("t~a a b", "b attacks a")
    assert (alone.word, alone.cons, alone.answered_rivals) == (ClaimWord.ANSWERED, (), ("a",))
    both = weighed("t~a a", "")
    assert (both.word, both.unresolved_rivals, both.con_high) == (ClaimWord.UNRESOLVED, ("a",), 0)


def test_by_the_dial_a_rival_that_stands_weighs_as_one_objection() -> None:
    found = weighed("t~a a b c", "b attacks t; c supports t")
    assert (found.rivals, found.cons) == (("a",), ("r0",))
    assert [found.holds(s) for s in (Standard.REASON, Standard.BALANCE)] == ["holds", "fails"]


def test_what_is_set_aside_is_as_if_nobody_had_said_it() -> None:
    evaluation = evaluate(small_map("t a b", "a attacks t; b attacks a"))
    gone = evaluation.what_if(set_aside=["a"]).evaluation
    assert weigh(gone, "t").word is ClaimWord.UNCHALLENGED
    assert weigh(gone, "t").answered_cons == ()
    assert weigh(gone, "a").word is ClaimWord.SET_ASIDE
    assert {weigh(gone, "a").holds(s) for s in Standard} == {"fails"}


def test_a_step_of_weight_0_is_as_if_nobody_had_taken_it() -> None:
    argument_map = small_map("t a", "a attacks t")
    muted = replace(argument_map, arguments=(replace(argument_map.arguments[0], weight=0.0),))
    assert weigh(evaluate(muted), "t").word is ClaimWord.UNCHALLENGED


def test_an_objection_whose_premise_the_map_lacks_is_answered() -> None:
    argument_map = ArgumentMap(
        claims=(Claim("t", "T"),), arguments=(Argument("r", ("nobody",), Bearing.ATTACKS, "t"),)
    )
    assert weigh(evaluate(argument_map), "t").word is ClaimWord.ANSWERED


def test_weights_add_up_as_they_are_written() -> None:
    assert add_exactly([0.1, 0.2]) == 0.3
    assert add_exactly([0.1] * 10) == 1
    assert add_exactly([1e-12]) > 0


def test_a_tie_does_not_hold_by_balance() -> None:
    drawn = small_map("t a b c", "a supports t; b supports t; c attacks t")
    shares = (0.1, 0.2, 0.3)
    tie = replace(
        drawn, arguments=tuple(replace(a, weight=w) for a, w in zip(drawn.arguments, shares, strict=True))
    )
    found = weigh(evaluate(tie), "t")
    assert found.margin == 0
    assert found.holds(Standard.BALANCE) == "fails"
    assert found.strictest is Standard.REASON


@pytest.mark.parametrize(
    ("pros", "cons", "strictest"),
    [
        (0, 0, "unanswered"),
        (1, 0, "backed"),
        (1, 1, "reason"),
        (2, 1, "clear"),
        (3, 2, "balance"),
        (0, 1, None),
    ],
)
def test_the_dial_tells_the_strictest_standard_that_is_met(pros: int, cons: int, strictest: str | None) -> None:
    names = [f"p{n}" for n in range(pros)], [f"x{n}" for n in range(cons)]
    relations = [f"{p} supports t" for p in names[0]] + [f"{x} attacks t" for x in names[1]]
    found = weighed(" ".join(["t", *names[0], *names[1]]), "; ".join(relations))
    assert found.strictest == (strictest and Standard(strictest))


def test_what_is_open_leaves_the_dial_open_where_it_would_decide() -> None:
    found = weighed("t a b p", "a attacks b; b attacks a; a attacks t; p supports t")
    assert (found.con_low, found.con_high) == (0, 1)
    assert [found.holds(s) for s in STRICT_FIRST] == ["open", "open", "open", "open", "holds"]


def test_an_argument_is_not_weighed() -> None:
    evaluation = evaluate(small_map("t a", "a attacks t"))
    with pytest.raises(NotFound, match="'r0' is an argument"):
        weigh(evaluation, "r0")
    with pytest.raises(NotFound, match="no claim or argument 'nobody'"):
        weigh(evaluation, "nobody")


def test_the_balance_is_plain_data() -> None:
    told = weighed("t a b", "a attacks t; b supports t").to_dict()
    assert told["word"] == "contested"
    assert (told["for"], told["against"]) == (["r1"], ["r0"])
    assert told["strictest"] == "reason"


@pytest.mark.campaign
@pytest.mark.parametrize("shape", SHAPES)
def test_the_balance_of_random_maps_is_that_of_the_definitions(shape: str) -> None:
    """``ARGUMAP_DRAWS=14`` draws more than five thousand maps over the ten shapes."""
    draw = seeded(sorted(SHAPES).index(shape) + 1200)
    for _ in range(draws(40)):
        argument_map = SHAPES[shape](draw)
        ids = [c.id for c in argument_map.claims]
        aside = draw.sample(ids, draw.choice([0, 0, 1, min(2, len(ids))]))
        check_balance(evaluate(argument_map).what_if(set_aside=aside).evaluation, argument_map, aside)


def check_balance(evaluation: Evaluation, argument_map: ArgumentMap, aside: list[str]) -> None:
    left = balance_oracle.cut(argument_map, aside)
    label = balance_oracle.Plainly(left).least()
    words = dict(zip(evaluation.compiled.ids, find_words(evaluation), strict=False))
    for claim in argument_map.claims:
        found = weigh(evaluation, claim.id)
        assert found.word is words[claim.id]
        if claim.id in aside:
            assert found.word is ClaimWord.SET_ASIDE
            continue
        plain = balance_oracle.balance(left, label, claim.id)
        assert found.word == plain.word
        for side in ("pros", "cons", "unresolved_pros", "unresolved_cons", "answered_pros", "answered_cons"):
            told = getattr(found, side)
            assert set(told) == getattr(plain, side)
            assert len(told) == len(set(told))
        assert {frozenset(group) for group in found.pro_groups} == plain.pro_groups
        assert {frozenset(group) for group in found.con_groups} == plain.con_groups
        sums = (found.pro_low, found.pro_high, found.con_low, found.con_high)
        assert sums == tuple(float(x) for x in plain.sums)
        assert {s.value: found.holds(s) for s in Standard} == plain.dial
        assert Scale.of(evaluation).sums(evaluation.node(claim.id)).margin == found.margin


@pytest.mark.campaign
@pytest.mark.parametrize("shape", SHAPES)
def test_laws_of_the_dial(shape: str) -> None:
    """Strict implies lax, today's status is one of the standards, names and order change nothing."""
    draw = seeded(sorted(SHAPES).index(shape) + 1300)
    verdicts = {"stands": "holds", "falls": "fails", "undecided": "open"}
    for _ in range(draws(30)):
        argument_map = without_standards(SHAPES[shape](draw))
        evaluation = evaluate(argument_map)
        other, names = renamed(draw, argument_map)
        twin = evaluate(other)
        for claim in argument_map.claims:
            found = weigh(evaluation, claim.id)
            held = [found.holds(s) == "holds" for s in STRICT_FIRST]
            not_failed = [found.holds(s) != "fails" for s in STRICT_FIRST]
            assert held == sorted(held)
            assert not_failed == sorted(not_failed)
            assert found.holds(Standard.UNANSWERED) == verdicts[evaluation.status[claim.id]]
            same = weigh(twin, names[claim.id])
            assert same.word is found.word
            assert {names[a] for a in found.cons} == set(same.cons)
            assert [same.holds(s) for s in Standard] == [found.holds(s) for s in Standard]
            assert (same.pro_low, same.con_high, same.margin) == (found.pro_low, found.con_high, found.margin)
            assert {frozenset(names[a] for a in g) for g in found.pro_groups} == {
                frozenset(g) for g in same.pro_groups
            }


def test_more_for_and_less_against_never_lowers_the_dial() -> None:
    steps = [Fraction(n, 4) for n in range(13)]
    for standard in Standard:
        for needs in (False, True):
            for pro in steps:
                for con in steps:
                    if passes(standard, float(pro), float(con), needs_support=needs):
                        assert passes(standard, float(pro + 1), float(con), needs_support=needs)
                        assert passes(standard, float(pro), float(max(con - 1, Fraction(0))), needs_support=needs)
