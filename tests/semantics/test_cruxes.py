"""Cruxes: single removals exactly, pairs by search."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from argumap.model import Standard
from argumap.semantics import cruxes as bounds
from argumap.semantics import evaluate
from argumap.semantics.standards import label_grounded
from draws import draws, seeded
from map_shapes import with_standards
from maps import MAPS
from oracle import even, graph, random_map
from verdict_cases import small_map

if TYPE_CHECKING:
    from argumap.semantics import EvaluatedMap


@pytest.mark.campaign
def test_single_cruxes_are_exactly_the_removals_that_flip() -> None:
    draw = seeded(61)
    decided = 0
    for n in range(draws(250)):
        argument_map = random_map(draw, claims=7, arguments=11)
        if n % 2:
            argument_map = with_standards(draw, argument_map)
        evaluation = evaluate(argument_map)
        ids = [c.id for c in argument_map.claims]
        after = {c: evaluation.what_if(set_aside=[c]).evaluation.status for c in ids}
        for topic in ids:
            expected = {
                (c, after[c][topic]) for c in ids if c != topic and after[c][topic] != evaluation.status[topic]
            }
            cruxes = evaluation.cruxes(topic)
            assert {(c.claims[0], c.becomes) for c in cruxes.found if len(c.claims) == 1} == expected
            assert cruxes.exact
            decided += evaluation.status[topic] != "undecided"
    assert decided > draws(250)


def test_pairs_are_searched_where_no_single_claim_is_enough() -> None:
    cruxes = evaluate(graph(even("t a b"), "a-t b-t")).cruxes("t")
    assert [(c.claims, c.becomes) for c in cruxes.found] == [(("a", "b"), "stands")]
    assert cruxes.text() == (
        "“t” is opposed in this map.\n"
        "It would change if this were set aside:\n"
        "  “a” and “b”: then it stands unchallenged\n"
        "Setting aside any one other claim would leave that as it is.\n"
        "No other pair would do."
    )


def test_a_defender_that_falls_until_another_goes_belongs_to_a_pair() -> None:
    cruxes = evaluate(graph(even("t a x y"), "a-t x-a x-y y-a")).cruxes("t")
    assert [(c.claims, c.becomes) for c in cruxes.found] == [(("x", "y"), "falls")]


def every_crux(evaluation: EvaluatedMap) -> dict[str, set[tuple[tuple[str, ...], str]]]:
    """For every claim the single claims that turn it, or else the pairs: by setting each aside in turn."""
    e = evaluation.compiled
    words = {1: "stands", 0: "undecided", -1: "falls"}
    claims = range(e.claims)
    found: dict[str, set[tuple[tuple[str, ...], str]]] = {e.ids[n]: set() for n in claims}
    for size in (1, 2):
        waiting = [n for n in claims if not found[e.ids[n]]]
        for aside in combinations(claims, size):
            label = label_grounded(e, aside).label
            for n in waiting:
                if n not in aside and label[n] != evaluation.labelling.label[n]:
                    found[e.ids[n]].add((tuple(sorted(e.ids[a] for a in aside)), words[label[n]]))
    return found


def told(evaluation: EvaluatedMap, claim: str) -> set[tuple[tuple[str, ...], str]]:
    return {(tuple(sorted(c.claims)), c.becomes) for c in evaluation.cruxes(claim).found}


@pytest.mark.campaign
def test_no_pair_is_missed_and_none_is_wrong() -> None:
    draw = seeded(63)
    pairs = 0
    for n in range(draws(2_000)):
        drawn = random_map(draw, claims=7, arguments=11)
        evaluation = evaluate(with_standards(draw, drawn) if n % 4 == 0 else drawn)
        for claim, expected in every_crux(evaluation).items():
            assert told(evaluation, claim) == expected
            pairs += any(len(aside) == 2 for aside, _ in expected)
    assert pairs > draws(100)


def test_where_the_bound_cuts_nothing_told_is_wrong_and_the_cut_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "PAIRED", 2)
    draw = seeded(64)
    cut = 0
    for _ in range(draws(150)):
        evaluation = evaluate(random_map(draw, claims=7, arguments=11))
        for claim, expected in every_crux(evaluation).items():
            cruxes = evaluation.cruxes(claim)
            if cruxes.exact_for_two or (cruxes.found and len(cruxes.found[0].claims) == 1):
                assert told(evaluation, claim) == expected
                continue
            cut += 1
            assert told(evaluation, claim) <= expected
            assert "there may be others" in cruxes.text() or "No pair among" in cruxes.text()
    assert cut > draws(5)


def test_a_long_chain_is_tried_as_far_as_a_bound_and_the_answer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "WORK", 5_000)
    size = 300
    chain = " ".join(f"c{n + 1}-c{n}" for n in range(size - 1))
    cruxes = evaluate(graph(even(" ".join(f"c{n}" for n in range(size))), chain)).cruxes("c0")
    assert not cruxes.exact
    assert 10 < cruxes.tried < size // 2
    assert f"Only the nearest {cruxes.tried:,} claims were tried one by one; there may be more." in cruxes.text()
    assert cruxes.to_dict()["tried_for_one"] == cruxes.tried


@pytest.mark.campaign
def test_every_pair_told_flips_the_verdict() -> None:
    draw = seeded(62)
    for _ in range(draws(120)):
        argument_map = random_map(draw, claims=6, arguments=12)
        evaluation = evaluate(argument_map)
        for claim in argument_map.claims:
            for crux in evaluation.cruxes(claim.id).found:
                assert evaluation.what_if(set_aside=crux.claims).evaluation.status[claim.id] == crux.becomes


def test_many_cruxes_are_told_in_part_and_kept_whole_as_data() -> None:
    ring = " ".join(f"c{n}-c{(n + step) % 20}" for n in range(20) for step in (1, 2))
    cruxes = evaluate(graph(even(" ".join(f"c{n}" for n in range(20))), ring)).cruxes("c0")
    assert len(cruxes.found) > 12
    told = cruxes.text().splitlines()
    assert sum("then it" in line for line in told) == 12
    assert f"  … and {len(cruxes.found) - 12} more" in told


def test_what_nothing_bears_on_has_no_crux() -> None:
    assert evaluate(MAPS["town"]).cruxes("clean-air").text() == (
        "“Cleaner air” stands unchallenged in this map.\nSetting aside any one other claim would leave that as "
        "it is."
    )


def test_a_step_has_cruxes_beyond_its_own_premises() -> None:
    cruxes = evaluate(MAPS["town"]).cruxes("trade-falls/close-it")
    assert [(c.claims, c.becomes) for c in cruxes.found] == [
        (("footfall-rose",), "applies"),
        (("rents-rose",), "applies"),
    ]
    assert json.loads(json.dumps(cruxes.to_dict()))["exact_for_one"] is True


@pytest.mark.parametrize(
    ("relations", "told", "inferred"),
    [
        pytest.param("a attacks t %", "“A” (by a step added by the map): then it stands", ["r0"], id="added"),
        pytest.param("a attacks t", "“A”: then it stands", [], id="from the source"),
        pytest.param(
            "a attacks t %; a supports b; b supports t", "“A” (by a step added", ["r0"], id="decides alone"
        ),
        pytest.param("a attacks t; a attacks t %", "“A”: then it stands", [], id="by another step as well"),
        pytest.param("b attacks a; b attacks t %; a supports t", "“B”: then it stands", [], id="by a way round"),
    ],
)
def test_a_crux_says_when_only_the_map_makes_it_one(relations: str, told: str, inferred: list[str]) -> None:
    cruxes = evaluate(small_map("t a b", relations)).cruxes("t")
    assert told in cruxes.text()
    assert [crux.inferred for crux in cruxes.found] == [tuple(inferred)]
    assert json.loads(json.dumps(cruxes.to_dict()))["cruxes"][0]["inferred"] == inferred


def test_a_claim_that_contradicts_needs_no_step() -> None:
    text = evaluate(small_map("t~a a b", "a attacks t %; a supports b")).cruxes("t").text()
    assert "“A”: then it stands" in text


def test_the_cruxes_of_a_step_call_it_one() -> None:
    text = evaluate(small_map("t a b", "a attacks t %; b undercuts r0")).cruxes("r0").text()
    assert text.startswith("The step from “A” (a step added by the map) is blocked in this map.\n")


def test_by_a_standard_a_claim_falls_under_the_same_word() -> None:
    drawn = small_map("t a b c", "a supports t; b supports t; c attacks t")
    told = evaluate(replace(drawn, standard=Standard.BALANCE)).cruxes("t").text().splitlines()
    assert told[0] == "“T” is contested in this map and stands by the standard *balance* that it writes."
    assert "  “A”: then it falls" in told
