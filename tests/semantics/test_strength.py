"""Strength: published numbers, properties of the semantics, and what does not settle."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argumap.model import Argument, ArgumentMap, Bearing, Claim
from argumap.semantics import GRADUAL, evaluate
from argumap.semantics.compiled_map import compile_map
from argumap.semantics.contributions import build_contributions
from argumap.semantics.gradual_semantics import get_gradual
from argumap.semantics.standards import label_grounded
from argumap.semantics.strength import build_value, solve
from draws import draws, seeded
from maps import random_maps
from oracle import HUB, even, graph, random_map
from verdict_cases import small_map

if TYPE_CHECKING:
    from collections.abc import Mapping

TWEET = "B+A C+A D-A E-B F-D G-F H-F"
FAKE_NEWS = graph(even("A B C D E F G H"), TWEET)
THE_POST = graph(
    {"m": 0.79, "fA": 0.16, "fD": 0.05, "fW": 0.02, "a1": 0.05, "a2": 0.07}, "fA+m fD+m fW-m a1+fA a2+fA"
)
DISPUTE_TREE = graph({"a": 0.5, "b": 0.2, "c": 0.85, "d": 0.65, "e": 0.4, "f": 1.0}, "b+a c-a d+a e-b e+c f-c")
DEMOCRACY = graph(
    {"A1": 0.5, "A2": 0.5, "P1": 0.7, "P2": 0.5, "P3": 0.9, "C1": 0.2, "C2": 0.2, "C3": 0.6, "C4": 0.5},
    "C1-A2 C2-P2 C3-P2 C4-P2 P1+A1 P2+A1 P3+A2",
)


def crowd(pros: int, cons: int) -> ArgumentMap:
    names = [f"p{n}" for n in range(pros)] + [f"c{n}" for n in range(cons)]
    return graph(even(" ".join(["t", *names])), " ".join([f"{x}{'+' if x[0] == 'p' else '-'}t" for x in names]))


def published(argument_map: ArgumentMap, semantics: str) -> Mapping[str, float]:
    """Strengths as in the literature, which knows no status: there is nothing that is blocked."""
    compiled = compile_map(argument_map)
    solution = solve(compiled, get_gradual(semantics), compiled.base, [0] * len(compiled))
    assert not solution.unsettled
    return dict(zip(compiled.ids, solution.strength, strict=True))


CHAIN = graph({"f": 1.0, **even("s1 s2 s3 s4 s5")}, "f+s1 s1+s2 s2+s3 s3+s4 s4+s5")


@pytest.mark.parametrize(
    ("argument_map", "claim", "semantics", "value"),
    [
        pytest.param(FAKE_NEWS, "A", "dfquad", 0.59375, id="a tweet and its replies (Yin 2023)"),
        pytest.param(THE_POST, "m", "dfquad", 0.8477427, id="a film and its reviews (Yin 2023)"),
        pytest.param(graph(even("a b c"), "c+b b-a"), "a", "dfquad", 0.125, id="Kampik 2024 example 3.1, a"),
        pytest.param(graph(even("a b c"), "c+b b-a"), "b", "dfquad", 0.75, id="Kampik 2024 example 3.1, b"),
        pytest.param(
            graph({"a": 0.5, "b": 0.0, "c": 0.0, "d": 0.0, "e": 0.5}, "a+b a+c a+d b-e c-e d+e"),
            "e",
            "dfquad",
            0.375,
            id="Kampik 2024 example 1.1",
        ),
        pytest.param(graph({"t": 0.5, "x": 1, "y": 1}, "x-t y-t"), "t", "qe", 0.1, id="two full attackers, QE"),
        pytest.param(
            graph({"t": 0.5, "x": 1, "y": 1}, "x-t y-t"), "t", "euler", 0.297534, id="two full attackers, Euler"
        ),
        pytest.param(DISPUTE_TREE, "a", "qe", 0.518755, id="quantitative dispute trees, example 4.1"),
        pytest.param(DISPUTE_TREE, "c", "sd_dfquad", 0.53125, id="squared DF-QuAD is not the square inside"),
        pytest.param(HUB, "A", "qe", 0.224088, id="ten-fold hub that only Runge-Kutta settles"),
        pytest.param(crowd(20, 10), "t", "dfquad", 0.500488, id="20 pros and 10 cons, DF-QuAD saturates"),
        pytest.param(crowd(20, 10), "t", "qe", 0.980769, id="20 pros and 10 cons, QE counts"),
        pytest.param(crowd(10, 5), "t", "dfquad", 0.515137, id="10 pros and 5 cons, DF-QuAD"),
        pytest.param(crowd(10, 5), "t", "qe", 0.931034, id="10 pros and 5 cons, QE"),
        pytest.param(crowd(20, 19), "t", "qe", 0.6, id="20 against 19, QE"),
        pytest.param(crowd(20, 19), "t", "mlp", 0.622459, id="20 against 19, MLP"),
        pytest.param(crowd(20, 19), "t", "euler", 0.588897, id="20 against 19, Euler"),
        pytest.param(graph({"t": 0.0, "x": 1}, "x+t"), "t", "qe", 0.5, id="full supporter on base 0, QE"),
        pytest.param(graph({"t": 0.0, "x": 1}, "x+t"), "t", "dfquad", 1.0, id="full supporter on base 0, DF-QuAD"),
        pytest.param(graph({"t": 0.0, "x": 1}, "x+t"), "t", "euler", 0.0, id="full supporter on base 0, Euler"),
        pytest.param(graph({"t": 0.5, "x": 1}, "x+t"), "t", "qe", 0.75, id="full supporter on base .5, QE"),
        pytest.param(graph({"t": 0.5, "x": 1}, "x+t"), "t", "mlp", 0.731059, id="full supporter on base .5, MLP"),
        pytest.param(graph({"t": 1.0, "x": 1}, "x-t"), "t", "qe", 0.5, id="full attacker on base 1, QE"),
        pytest.param(graph({"t": 1.0, "x": 1}, "x-t"), "t", "dfquad", 0.0, id="full attacker on base 1, DF-QuAD"),
        pytest.param(graph({"t": 1.0, "x": 1}, "x-t"), "t", "mlp", 1.0, id="full attacker on base 1, MLP"),
        pytest.param(graph(even("a b", 1.0), "a-b b-a"), "a", "qe", 0.682328, id="mutual attack from 1, QE"),
        pytest.param(graph(even("a b", 1.0), "a-b b-a"), "a", "dfquad", 0.5, id="mutual attack from 1, damped"),
        pytest.param(graph(even("a b"), "a-b b-a"), "a", "qe", 0.423854, id="mutual attack from .5, QE"),
        pytest.param(graph(even("a b"), "a-b b-a"), "a", "dfquad", 0.333333, id="mutual attack from .5, DF-QuAD"),
        pytest.param(graph(even("a b"), "a-b b-a"), "a", "euler", 0.433575, id="mutual attack from .5, Euler"),
        pytest.param(graph(even("a b"), "a-b b-a"), "a", "mlp", 0.401058, id="mutual attack from .5, MLP"),
    ],
)
def test_worked_numbers(argument_map: ArgumentMap, claim: str, semantics: str, value: float) -> None:
    assert published(argument_map, semantics)[claim] == pytest.approx(value, abs=1e-6)
    if argument_map not in (FAKE_NEWS, DISPUTE_TREE):  # where some steps are blocked
        assert evaluate(argument_map, semantics).strength[claim] == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("semantics", "value"), [("dfquad", 1.0), ("qe", 0.649), ("euler", 0.609), ("mlp", 0.659)]
)
def test_a_chain_of_five_supports_from_a_fact(semantics: str, value: float) -> None:
    assert evaluate(CHAIN, semantics).strength["s5"] == pytest.approx(value, abs=5e-4)


@pytest.mark.parametrize(("claim", "value"), [("A1", 0.862), ("A2", 0.85), ("P2", 0.08)])
def test_the_democracy_debate_of_rago_and_others(claim: str, value: float) -> None:
    assert published(DEMOCRACY, "dfquad")[claim] == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("reply", "gradient"),
    [("C", 0.375), ("B", 0.125), ("F", 0.0625), ("G", -0.0625), ("H", -0.0625), ("E", -0.125), ("D", -0.4375)],
)
def test_slopes_of_the_tweet_agree_with_the_published_ones(reply: str, gradient: float) -> None:
    raised = published(graph({**even("A B C D E F G H"), reply: 0.5 + 1e-4}, TWEET), "dfquad")["A"]
    assert (raised - 0.59375) / 1e-4 == pytest.approx(gradient, abs=1e-6)


def test_removals_agree_with_the_published_ones() -> None:
    film = {c.claim: c.amount for c in build_contributions(evaluate(THE_POST, "dfquad"), "m").entries}
    assert film["fA"] == pytest.approx(0.051443, abs=1e-6)
    example = evaluate(graph(even("a b c"), "c+b b-a"), "dfquad")
    assert {c.claim: c.amount for c in build_contributions(example, "a").entries}["b"] == pytest.approx(-0.375)


@pytest.mark.parametrize(
    ("undercutter", "qe", "dfquad"),
    [(0.0, 0.695122, 0.9), (0.25, 0.632353, 0.8), (0.5, 0.568966, 0.7), (0.75, 0.519231, 0.6), (1.0, 0.5, 0.5)],
)
def test_an_undercutter_weakens_the_step_and_not_the_premise(undercutter: float, qe: float, dfquad: float) -> None:
    argument_map = ArgumentMap(
        claims=(Claim("s", "S", base=0.8), Claim("t", "T", base=0.5), Claim("u", "U", base=undercutter)),
        arguments=(
            Argument("step", ("s",), Bearing.SUPPORTS, "t"),
            Argument("doubt", ("u",), Bearing.UNDERCUTS, "step"),
        ),
    )
    for semantics, value in (("qe", qe), ("dfquad", dfquad)):
        strength = published(argument_map, semantics)
        assert strength["t"] == pytest.approx(value, abs=1e-6)
        assert strength["s"] == 0.8


def test_a_step_that_is_blocked_counts_nothing() -> None:
    undercut = small_map("t s u", "s supports t; u undercuts r0")
    denied = small_map("t a b", "a attacks t; b attacks a")
    linked = small_map("t a b c", "a,b attacks t; c attacks b")
    rival = small_map("t~a a b", "b attacks a")
    required = small_map("t a!", "a attacks t")
    for argument_map in (undercut, denied, linked, rival, required):
        for semantics in GRADUAL:
            evaluation = evaluate(argument_map, semantics)
            alone = evaluate(small_map("t"), semantics).strength["t"]
            assert evaluation.status["t"] == "stands"
            assert evaluation.strength["t"] == alone
            if "r0" in evaluation.strength and evaluation.status["r0"] == "blocked":
                assert evaluation.strength["r0"] == 0


def test_a_step_that_is_undecided_counts_with_what_undercuts_it() -> None:
    argument_map = small_map("t s u v", "s supports t; u undercuts r0; u attacks v; v attacks u")
    strength = evaluate(argument_map).strength
    assert strength["r0"] == pytest.approx(0.5 * (1 - strength["u"]))


def test_a_linked_step_is_as_strong_as_its_weakest_premise_times_its_weight() -> None:
    argument_map = ArgumentMap(
        claims=(Claim("p", "P", base=0.8), Claim("q", "Q", base=0.5), Claim("t", "T")),
        arguments=(Argument("step", ("p", "q"), Bearing.SUPPORTS, "t", weight=0.5),),
    )
    evaluation = evaluate(argument_map, "dfquad")
    assert evaluation.strength["step"] == pytest.approx(0.25)
    assert evaluation.strength["t"] == pytest.approx(0.625)
    assert evaluation.weighed


@pytest.mark.parametrize("semantics", GRADUAL)
def test_linking_a_premise_that_is_as_strong_changes_nothing(semantics: str) -> None:
    one = evaluate(small_map("t a b c", "a attacks t"), semantics).strength["t"]
    assert evaluate(small_map("t a b c", "a,b,c attacks t"), semantics).strength["t"] == one


@pytest.mark.parametrize("semantics", GRADUAL)
def test_what_settles_solves_every_equation(semantics: str) -> None:
    draw = seeded(21)
    for _ in range(draws(150)):
        evaluation = evaluate(random_map(draw), semantics)
        compiled, label, solution = evaluation.compiled, evaluation.labelling.label, evaluation.solution
        gradual = get_gradual(semantics)
        value = build_value(compiled, gradual, compiled.base, solution.strength, label, evaluation.aside)
        assert all(0 <= x <= 1 for x in solution.strength)
        if not solution.unsettled:
            assert max(abs(value(n) - x) for n, x in enumerate(solution.strength)) < 2e-9


@pytest.mark.parametrize("semantics", ["qe", "euler", "mlp"])
def test_part_by_part_equals_iterating_the_whole(semantics: str) -> None:
    draw = seeded(22)
    for _ in range(draws(150)):
        compiled = compile_map(random_map(draw, claims=6, arguments=9))
        gradual, label = get_gradual(semantics), label_grounded(compiled).label
        strength = list(compiled.base)
        value = build_value(compiled, gradual, compiled.base, strength, label, ())
        for _sweep in range(600):
            strength[:] = [value(n) for n in range(len(compiled))]
        if max(abs(value(n) - x) for n, x in enumerate(strength)) < 1e-12:
            solved = solve(compiled, gradual, compiled.base, label).strength
            assert solved == pytest.approx(strength, abs=1e-7)


@given(random_maps())
@settings(deadline=None)
def test_names_and_order_of_records_do_not_matter(argument_map: ArgumentMap) -> None:
    turned = replace(argument_map, claims=argument_map.claims[::-1], arguments=argument_map.arguments[::-1])
    straight, reverse = evaluate(argument_map), evaluate(turned)
    assert straight.status == reverse.status
    if straight.converged and reverse.converged:
        assert straight.strength == pytest.approx(dict(reverse.strength), abs=1e-7)


@given(random_maps())
@settings(deadline=None)
def test_a_claim_depends_on_nothing_but_what_bears_on_it(argument_map: ArgumentMap) -> None:
    evaluation = evaluate(argument_map)
    e = evaluation.compiled
    for claim in argument_map.claims[:3]:
        cone = {e.ids[n] for n in e.ancestors(e.index_of[claim.id])}
        part = replace(
            argument_map,
            claims=tuple(c for c in argument_map.claims if c.id in cone),
            arguments=tuple(a for a in argument_map.arguments if a.id in cone),
        )
        alone = evaluate(part)
        assert alone.status[claim.id] == evaluation.status[claim.id]
        assert alone.strength[claim.id] == pytest.approx(evaluation.strength[claim.id], abs=1e-7)


def test_dfquad_tells_the_grounded_status_of_attacks_without_circles() -> None:
    draw = seeded(23)
    for _ in range(draws(300)):
        names = [f"x{n}" for n in range(draw.randint(1, 9))]
        attacks = [f"{a}-{b}" for n, a in enumerate(names) for b in names[n + 1 :] if draw.random() < 0.3]
        evaluation = evaluate(graph(even(" ".join(names), 1.0), " ".join(attacks)), "dfquad")
        for name in names:
            assert evaluation.strength[name] == {"stands": 1.0, "falls": 0.0}[evaluation.status[name]]


@pytest.mark.parametrize(
    ("argument_map", "semantics", "method"),
    [
        pytest.param(FAKE_NEWS, "qe", "direct", id="no circle"),
        pytest.param(graph(even("a b"), "a-b b-a"), "qe", "iteration", id="a circle that settles"),
        pytest.param(graph(even("a b", 1.0), "a-b b-a"), "dfquad", "damped iteration", id="one that swings"),
        pytest.param(HUB, "qe", "RK4", id="one that half steps cannot settle"),
    ],
)
def test_the_hardest_method_is_told(argument_map: ArgumentMap, semantics: str, method: str) -> None:
    evaluation = evaluate(argument_map, semantics)
    assert (evaluation.method, evaluation.unsettled) == (method, ())
    assert evaluation.residual < 1e-9


def test_what_does_not_settle_is_named_and_keeps_its_last_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argumap.semantics.strength.STEPS", 3)
    evaluation = evaluate(HUB)
    assert not evaluation.converged
    assert evaluation.method == "unsettled"
    assert evaluation.residual > 1e-9
    assert len(evaluation.unsettled) == 1
    assert "A" in evaluation.unsettled[0]
    assert 0 <= evaluation.strength["A"] <= 1


def test_long_chains_need_no_deep_recursion() -> None:
    names = [f"x{n}" for n in range(3_000)]
    chain = graph(even(" ".join(names)), " ".join(f"{a}-{b}" for a, b in pairwise(names)))
    ring = graph(even(" ".join(names)), " ".join(f"{a}+{b}" for a, b in pairwise([*names, names[0]])))
    assert evaluate(chain).status["x2999"] == "falls"
    assert evaluate(ring).converged
