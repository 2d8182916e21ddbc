"""Explanations in words: what they say of maps whose debate anybody can follow, and what they never hide."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argumap.errors import NotFound
from argumap.model import Act, ArgumentMap, Attribution, Claim, Passage, Source, Stakeholder
from argumap.semantics import evaluate, open_conflicts
from argumap.semantics.dispute_tree import WIDTH, build_dispute
from draws import draws, seeded
from map_shapes import SHAPES
from maps import MAPS, argument, random_maps
from oracle import HUB, even, graph, random_map
from verdict_cases import small_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.semantics import Move


def moves(move: Move) -> Iterator[Move]:
    yield move
    for reply in move.moves:
        yield from moves(reply)


def test_the_town_explains_why_it_should_be_closed() -> None:
    assert evaluate(MAPS["town"]).explain("close-it").text() == (
        "“Close the old town” stands answered in this map: 1 reason stands; the one objection to it is answered.\n"
        "  Objection: “Shops lose custom” (argued by Shopkeepers' guild, as the column's author reports; "
        "conceded by the column's author; s2.p1.s2).\n"
        "    Answered by “More walkers elsewhere” and “Rents rose” (presented by the column's author; "
        "s2.p2.s1, s2.p2.s2), against that step.\n"
        "  Offered for it: “Cleaner air” (asserted by the column's author; s1.p2.s1).\n"
        "Other readings of acceptance agree: it is part of every complete, preferred and ideal position.\n"
        "\n"
        "Strength 0.60 of 1, from a base of 0.50, by quadratic energy.\n"
        "No base score or weight was set by the map's author, so strength only counts points.\n"
        "What its strength would lose (+) or gain (−) if a claim were set aside, the others unchanged:\n"
        "  + 0.100  “Cleaner air”\n"
        "  + 0.100  “More walkers elsewhere”\n"
        "  + 0.100  “Rents rose”\n"
        "Other ways of weighing agree that its reasons raise it: DF-QuAD 0.75, Euler-based 0.59.\n"
        "\n"
        "All of this speaks of this map: of what was put on it, not of what is true."
    )


def verdict(node_id: str, relations: str, **claims: bool) -> str:
    return (
        evaluate(
            ArgumentMap(
                claims=tuple(Claim(c, c.upper(), requires_support=flag) for c, flag in claims.items()),
                arguments=tuple(
                    argument(f"r{n}", premises.replace(",", " "), bearing, target)
                    for n, (premises, bearing, target) in enumerate(
                        line.split() for line in relations.split(";") if line
                    )
                ),
            )
        )
        .explain(node_id)
        .text()
        .splitlines()[0]
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param(verdict("t", "", t=False), "“T” stands unchallenged in this map.", id="alone"),
        pytest.param(
            verdict("t", "a attacks t;b attacks a", t=False, a=False, b=False),
            "“T” stands answered in this map: the one objection to it is answered.",
            id="defended",
        ),
        pytest.param(
            verdict("t", "a attacks t", t=False, a=False),
            "“T” is opposed in this map: no reason is given for it; 1 objection is unanswered: “A”.",
            id="objected to",
        ),
        pytest.param(
            verdict("t", "a attacks t;b,c attacks t", t=False, a=False, b=False, c=False),
            "“T” is opposed in this map: no reason is given for it; 2 objections are unanswered: “A”; “B” and "
            "“C”.",
            id="objected to twice",
        ),
        pytest.param(
            verdict("t", "", t=True),
            "“T” is unsupported in this map: no reason is given for it.",
            id="bare where support is required",
        ),
        pytest.param(
            verdict("t", "a attacks b;b attacks a;a attacks t", t=False, a=False, b=False),
            "“T” is unresolved in this map: it hangs on an unresolved objection: “A”; the circle: “A” ⇄ “B”.",
            id="hanging on a conflict",
        ),
        pytest.param(
            verdict("a", "a attacks b;b attacks c;c attacks a", a=False, b=False, c=False),
            "“A” is unresolved in this map: it hangs on an unresolved objection: “C”; "
            "the circle: “A” → “B” → “C” → “A”.",
            id="in a ring of three",
        ),
        pytest.param(
            verdict("t", "t attacks t", t=False),
            "“T” is unresolved in this map: it objects to itself.",
            id="against itself",
        ),
        pytest.param(
            verdict("r0", "a attacks t;b undercuts r0", t=False, a=False, b=False),
            "The step from “A” is blocked in this map: it is undercut by “B”.",
            id="a step that is undercut",
        ),
        pytest.param(
            verdict("r0", "a attacks t;b attacks a", t=False, a=False, b=False),
            "The step from “A” is blocked in this map: its premise “A” falls.",
            id="a step whose premise falls",
        ),
    ],
)
def test_verdicts(given: str, told: str) -> None:
    assert given == told


def test_the_other_semantics_are_asked_about_what_grounded_leaves_open() -> None:
    either = graph(even("t a b"), "a-b b-a a-t b-t")
    assert "no preferred position holds it" in evaluate(either).explain("t").text()
    floating = graph(even("t u a b"), "a-b b-a a-u b-u u-t")
    assert "every preferred position holds it" in evaluate(floating).explain("t").text()
    assert "some preferred positions hold it" in evaluate(either).explain("a").text()


def test_what_needs_the_solver_is_said_and_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_conflicts, "has_solver", lambda: False)
    names = [f"x{n}" for n in range(32)]
    ring = graph(even(" ".join(names)), " ".join(f"x{n}-x{(n + 1) % 32}" for n in range(32)))
    assert "was not worked out" in evaluate(ring).explain("x0").text()


def test_a_claim_that_supports_itself_is_told_the_circle() -> None:
    explanation = evaluate(graph(even("a b c"), "a+b b+c c+a")).explain("a")
    assert explanation.circular == ("a", "b", "c", "a")
    assert "It supports itself in a circle: “a” → “b” → “c” → “a”." in explanation.text()
    assert evaluate(graph(even("a b"), "a-b b-a")).explain("a").circular == ()


def test_a_move_too_small_for_two_digits_is_told_as_one() -> None:
    told = evaluate(graph({"t": 0.5, "r": 0.001}, "r+t")).explain("t").text()
    assert "Strength just over 0.50 of 1, from a base of 0.50, by quadratic energy." in told
    assert "raise it: DF-QuAD just over 0.50, Euler-based just over 0.50." in told


def test_no_other_way_of_weighing_is_told_where_nothing_bears() -> None:
    told = evaluate(ArgumentMap(claims=(Claim("t", "T"),))).explain("t").text()
    assert "Strength 0.50 of 1" in told
    assert "weighing" not in told


@pytest.mark.parametrize("semantics", ["qe", "dfquad", "euler"])
def test_the_way_that_was_used_is_not_told_among_the_others(semantics: str) -> None:
    told = evaluate(MAPS["town"], semantics).explain("close-it").text()
    (line,) = (line for line in told.splitlines() if line.startswith("Other ways of weighing"))
    titles = {"qe": "quadratic energy", "dfquad": "DF-QuAD", "euler": "Euler-based"}
    assert {key for key, title in titles.items() if title in line} == set(titles) - {semantics}


def test_disagreement_between_semantics_is_called_not_robust() -> None:
    crowd = graph({"t": 0.5, "s": 1.0, **even("a b c")}, "s+t a-t b-t c-t")
    explanation = evaluate(crowd).explain("t")
    assert explanation.robust.directions == {"qe": "lowered", "dfquad": "raised", "euler": "lowered"}
    assert "Not robust" in explanation.text()


def test_where_status_and_strength_part_the_text_says_why() -> None:
    raised = evaluate(graph(even("t a b c"), "a-t b+t c+t")).explain("t")
    assert (raised.status, raised.strength > raised.base) == ("falls", True)
    assert "One unanswered objection makes a claim fall" in raised.text()
    outweighed = small_map("t=balance a p q", "a attacks t; p supports t; q supports t")
    assert "standard asks" not in evaluate(outweighed).explain("t").text()
    weaker = replace(
        outweighed, claims=tuple(replace(c, base=0.1 if c.id in "pq" else 0.9) for c in outweighed.claims)
    )
    assert "A standard asks how much speaks for a claim" in evaluate(weaker).explain("t").text()
    answered = evaluate(graph(even("t a b"), "a-t b-a")).explain("t")
    assert (answered.status, answered.strength) == ("stands", answered.base)


def test_an_unsettled_strength_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argumap.semantics.strength.STEPS", 1)
    monkeypatch.setattr("argumap.semantics.contributions.MOST", 1)
    explanation = evaluate(HUB).explain("A")
    assert not explanation.settled
    assert "did not come to rest" in explanation.text()


def test_a_map_that_was_weighed_is_not_said_to_count_points() -> None:
    assert "only counts points" not in evaluate(graph(even("a"), "")).explain("a").text()


def test_the_depth_bounds_the_dispute_and_a_broad_one_says_what_is_left_out() -> None:
    many = graph(even(" ".join(["t", *(f"x{n}" for n in range(20))])), " ".join(f"x{n}-t" for n in range(20)))
    explanation = evaluate(many).explain("t")
    assert (len(explanation.dispute.moves), explanation.dispute.more) == (12, 8)
    assert len(explanation.unanswered) == 20
    assert "… and 8 more moves not shown" in explanation.text()
    assert evaluate(many).explain("t", depth=0).dispute.moves == ()


def test_a_very_long_dispute_is_cut_and_not_run_into_the_ground() -> None:
    names = [f"x{n}" for n in range(600)]
    chain = graph(even(" ".join(names)), " ".join(f"{a}-{b}" for a, b in pairwise(names)))
    assert "1 more move not shown" in evaluate(chain).explain("x599", depth=10_000).text()


def test_reported_voices_and_several_sources_are_named() -> None:
    argument_map = ArgumentMap(
        sources=(Source("one", "One"), Source("two", "Two")),
        claims=(Claim("t", "T"), Claim("a", "A", at=(Passage("two", "s1.p1.s1"),))),
        arguments=(argument("a/t", "a", "attacks", "t"),),
        stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob"), Stakeholder("cal", "Cal")),
        attributions=(Attribution("ann", Act.ASSERTS, "a", via=("bob", "cal"), loosely=True),),
    )
    assert (
        "(asserted loosely by Ann, as Bob reports, who has it from Cal; two#s1.p1.s1)"
        in evaluate(argument_map).explain("t").text()
    )


def test_hostile_words_stay_on_their_line() -> None:
    hostile = ArgumentMap(claims=(Claim("t", "One\nFalls: two\u202e\x1b[31m"),))
    first = evaluate(hostile).explain("t").text().splitlines()[0]
    assert first == "“One Falls: two  [31m” stands unchallenged in this map."


@given(random_maps())
@settings(max_examples=draws(60), deadline=None)
def test_every_claim_and_argument_can_be_explained_and_written_as_json(argument_map: ArgumentMap) -> None:
    evaluation = evaluate(argument_map)
    for node_id in evaluation.status:
        explanation = evaluation.explain(node_id)
        assert explanation.text()
        assert json.loads(json.dumps(explanation.to_dict()))["status"] == evaluation.status[node_id]


def test_in_a_dispute_every_objection_to_what_stands_is_answered() -> None:
    draw = seeded(51)
    for _ in range(draws(300)):
        evaluation = evaluate(random_map(draw, claims=6, arguments=10))
        for node_id, status in evaluation.status.items():
            for move in moves(build_dispute(evaluation, node_id, 30)):
                if move.kind == "objection" and move.status in {"blocked", "falls"} and not move.told:
                    assert move.moves or move.bare, (node_id, status)
                if move.kind == "answer":
                    assert move.status in {"applies", "stands", "falls"}


def test_a_claim_that_falls_for_want_of_support_is_told_so_wherever_it_speaks() -> None:
    argument_map = ArgumentMap(
        claims=(Claim("t", "T"), Claim("a", "A", requires_support=True)),
        arguments=(argument("r", "a", "attacks", "t"),),
    )
    assert "Objection: “A”, which lacks the support it needs." in (evaluate(argument_map).explain("t").text())


def test_an_unknown_id_is_answered_with_the_nearest() -> None:
    with pytest.raises(NotFound, match="did you mean close-it"):
        evaluate(MAPS["town"]).explain("close-itt")


def test_whose_base_scores_were_used_is_said_by_name() -> None:
    told = evaluate(MAPS["town"], as_="editor").explain("close-it").text()
    assert "with the base scores that follow from what The column's author says" in told
    assert "only counts points" not in told


def test_an_objection_that_the_map_added_says_so() -> None:
    explanation = evaluate(small_map("t a b", "a attacks t %; b supports t")).explain("t")
    assert "  Objection: “A” (a step added by the map): unanswered.\n" in explanation.text()
    assert [reply.get("inferred") for reply in explanation.to_dict()["dispute"]["moves"]] == [True, None]  # type: ignore[index]


def test_an_answered_objection_is_told_beside_the_open_ones_with_what_answers_it() -> None:
    relations = "a attacks t; b attacks t; c attacks t; d attacks b; p supports t"
    text = evaluate(small_map("t a b c d p", relations)).explain("t").text()
    assert text.splitlines()[1:6] == [
        "  Objection: “A”: unanswered.",
        "  Objection: “C”: unanswered.",
        "  Objection: “B”.",
        "    Answered by “D”, against that claim.",
        "  Offered for it: “P”.",
    ]


@pytest.mark.parametrize(
    ("claims", "relations", "told"),
    [
        pytest.param(
            "t a b c", "a attacks t; t attacks a; b attacks t; c attacks b", "“B”", id="of what is undecided"
        ),
        pytest.param(
            "t a b c", "a attacks t; b attacks t; b attacks c; c attacks b", "“B”: unresolved", id="unresolved"
        ),
        pytest.param("t! a c", "a attacks t; c attacks a", "“A”", id="of what lacks support"),
        pytest.param("t~b a b c", "a attacks t; c attacks b", "“B”", id="what contradicts it"),
    ],
)
def test_every_objection_is_told(claims: str, relations: str, told: str) -> None:
    lines = evaluate(small_map(claims, relations)).explain("t").text().splitlines()
    assert any(line.startswith(("  Objection: ", "  Contradicted by: ")) and told in line for line in lines)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_objections_told_are_those_that_the_map_has(shape: str) -> None:
    draw = seeded(909)
    for _ in range(draws(10)):
        evaluation = evaluate(SHAPES[shape](draw))
        for claim in evaluation.index.claims:
            moves = evaluation.explain(claim, depth=1).dispute.moves
            told = [move.id for move in moves if move.kind == "objection"]
            compiled = evaluation.compiled
            against = [compiled.ids[n] for n in compiled.attackers[compiled.index_of[claim]]]
            assert len(told) == len(set(told))
            assert set(told) == set(against) or (len(moves) == WIDTH and set(told) < set(against))


def test_an_undercut_that_is_answered_is_told_of_a_step_that_is_blocked() -> None:
    relations = "a supports t; b undercuts r0; c undercuts r0; d undercuts r1"
    text = evaluate(small_map("t a b c d", relations)).explain("r0").text()
    assert text.splitlines()[1:4] == [
        "  Answered by “C”, against that step.",
        "  Objection to the step: “B”.",
        "    Answered by “D”, against that step.",
    ]


@pytest.mark.parametrize(
    ("relations", "node", "told"),
    [
        pytest.param("r+t", "t", "agree that its reasons raise it: ", id="reasons"),
        pytest.param("r-t", "t", "agree that its objections lower it: ", id="objections"),
        pytest.param(
            "r-s s-t", "t", "agree that what bears on it leaves it as it was: ", id="an answered objection"
        ),
        pytest.param("r+t s-t", "t", "agree that what bears on it leaves it as it was: ", id="both alike"),
    ],
)
def test_what_moves_a_claim_is_called_what_it_is(relations: str, node: str, told: str) -> None:
    assert f"Other ways of weighing {told}" in evaluate(graph(even("t r s"), relations)).explain(node).text()


def test_a_step_is_moved_by_what_bears_on_it() -> None:
    told = evaluate(small_map("t a", "a attacks t")).explain("r0").text()
    assert "Other ways of weighing agree that what bears on it lowers it: " in told
