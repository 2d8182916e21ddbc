"""Cruxes: single removals exactly, pairs by search, and what would bring two stakeholders together."""

from __future__ import annotations

import json

import pytest

from argumap.errors import CallError, NotFound
from argumap.model import Act, ArgumentMap, Attribution, Claim, Issue, Stakeholder
from argumap.semantics import evaluate
from draws import draws, seeded
from maps import MAPS, argument
from oracle import even, graph, random_map


@pytest.mark.campaign
def test_single_cruxes_are_exactly_the_removals_that_flip() -> None:
    draw = seeded(61)
    decided = 0
    for _ in range(draws(250)):
        argument_map = random_map(draw, claims=7, arguments=11)
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
        "“t” falls in this map.\n"
        "It would change if this were set aside:\n"
        "  “a” and “b”: then it stands\n"
        "Setting aside any one other claim would leave that as it is.\n"
        "Pairs were searched for among 2 claims; there may be others."
    )


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
        "“Cleaner air” stands in this map.\nSetting aside any one other claim would leave that as it is."
    )


def test_a_step_has_cruxes_beyond_its_own_premises() -> None:
    cruxes = evaluate(MAPS["town"]).cruxes("trade-falls/close-it")
    assert [(c.claims, c.becomes) for c in cruxes.found] == [
        (("footfall-rose",), "applies"),
        (("rents-rose",), "applies"),
    ]
    assert json.loads(json.dumps(cruxes.to_dict()))["exact_for_one"] is True


DEBATE = ArgumentMap(
    issues=(Issue("bridge", "Should the bridge be built?"),),
    claims=(
        Claim("build", "Build it.", answers=("bridge",)),
        Claim("leave", "Leave the river alone.", answers=("bridge",)),
        Claim("jobs", "It brings jobs."),
        Claim("birds", "It drives off the birds."),
    ),
    arguments=(
        argument("jobs/build", "jobs", "supports", "build"),
        argument("birds/leave", "birds", "supports", "leave"),
    ),
    stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob"), Stakeholder("cal", "Cal")),
    attributions=(
        Attribution("ann", Act.ASSERTS, "jobs"),
        Attribution("bob", Act.DISPUTES, "jobs"),
        Attribution("cal", Act.PRESENTS, "jobs"),
    ),
)


def test_two_stakeholders_learn_what_divides_them() -> None:
    agreement = evaluate(DEBATE).cruxes_between("ann", "bob")
    assert [(c.claim, c.scores) for c in agreement.clashes] == [("jobs", (0.75, 0.25))]
    assert agreement.text() == (
        "Ann and Bob stand differently on:\n"
        "  “It brings jobs” (0.75 and 0.25)\n"
        "On “Should the bridge be built?”:\n"
        "  weighed with the stands of Ann, “Build it” comes out strongest; "
        "with those of Bob, “Leave the river alone”.\n"
        "  The two would agree if Ann scored “It brings jobs” as the other does.\n"
        "  The two would agree if Bob scored “It brings jobs” as the other does."
    )
    assert json.loads(json.dumps(agreement.to_dict()))["issues"][0]["strongest"] == ["build", "leave"]


def test_every_turn_told_makes_them_agree() -> None:
    turns = evaluate(DEBATE).cruxes_between("ann", "bob").issues[0].turns
    assert [(t.who, t.claims) for t in turns] == [("ann", ("jobs",)), ("bob", ("jobs",))]
    swayed = evaluate(DEBATE, as_="ann").what_if(doubt={"jobs": 0.25}).evaluation.strength
    assert swayed["leave"] > swayed["build"]


def test_without_a_stand_the_map_is_weighed_as_it_is() -> None:
    agreement = evaluate(DEBATE).cruxes_between("cal", "ann")
    assert agreement.issues[0].strongest == ("", "build")
    assert (agreement.clashes, agreement.one_sided) == ((), 1)
    assert "with the stands of Cal, no one position comes out strongest" in agreement.text()
    assert agreement.text().startswith("Cal and Ann clash on no claim that both take a stand on.")


@pytest.mark.parametrize(
    ("one", "other", "kind", "words"),
    [
        pytest.param("ann", "ann", CallError, "two different stakeholders", id="one with themselves"),
        pytest.param("ann", "bbb", NotFound, "did you mean bob|it has ann", id="an unknown one"),
    ],
)
def test_a_wrong_pair_is_answered(one: str, other: str, kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        evaluate(DEBATE).cruxes_between(one, other)
