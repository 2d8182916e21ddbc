"""What-if: status flips, strengths and orders, and the map left alone."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.errors import CallError, NotFound
from argumap.model import ArgumentMap, Claim
from argumap.semantics import evaluate
from draws import draws
from maps import MAPS, argument, random_maps
from verdict_cases import small_map

if TYPE_CHECKING:
    from collections.abc import Mapping

TOWN = MAPS["town"]


@given(random_maps(), st.data())
@settings(max_examples=draws(80), deadline=None)
def test_setting_aside_equals_a_map_without_the_claim(argument_map: ArgumentMap, data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from([c.id for c in argument_map.claims]))
    delta = evaluate(argument_map).what_if(set_aside=[gone])
    removed = {*delta.set_aside, *delta.removed}
    without = evaluate(
        replace(
            argument_map,
            claims=tuple(c for c in argument_map.claims if c.id not in removed),
            arguments=tuple(a for a in argument_map.arguments if a.id not in removed),
        )
    )
    for node_id, status in without.status.items():
        assert delta.evaluation.status[node_id] == status
        assert delta.evaluation.strength[node_id] == pytest.approx(without.strength[node_id], abs=1e-7)


@given(random_maps(), st.floats(0, 1))
@settings(max_examples=draws(50), deadline=None)
def test_doubting_moves_no_status(argument_map: ArgumentMap, score: float) -> None:
    delta = evaluate(argument_map).what_if(doubt={argument_map.claims[0].id: score})
    assert delta.status == ()


def test_setting_aside_one_linked_premise_removes_the_whole_step() -> None:
    delta = evaluate(TOWN).what_if(set_aside=["rents-rose"])
    assert delta.removed == ("other-towns",)
    assert [(c.id, c.before, c.after) for c in delta.status] == [
        ("close-it", "stands", "falls"),
        ("trade-falls/close-it", "blocked", "applies"),
    ]


def test_positions_that_change_places_are_told() -> None:
    doubted = evaluate(TOWN).what_if(doubt={"clean-air": 0.2}).evaluation
    delta = doubted.what_if(doubt={"clean-air": 1.0})
    assert [(o.issue, o.before, o.after) for o in delta.order] == [("cars", "keep-open", "close-it")]
    assert delta.text() == (
        "If “Cleaner air” had a base of 1.00:\n"
        "  by strength “Close the old town” would come first, no longer “Keep it open”\n"
        "  “Cleaner air” would have strength 1.000 instead of 0.200\n"
        "  “Close the old town” would have strength 0.750 instead of 0.519\n"
        "The map itself is unchanged."
    )


def test_changes_too_small_to_be_told_one_by_one_are_counted() -> None:
    chain = ArgumentMap(
        claims=tuple(Claim(f"c{n}", f"Claim {n}.") for n in range(5)),
        arguments=tuple(argument(f"s{n}", f"c{n}", "supports", f"c{n + 1}") for n in range(4)),
    )
    delta = evaluate(chain).what_if(doubt={"c0": 0.45})
    told = delta.text().splitlines()
    assert len(delta.to_dict()["strength"]) > 4  # type: ignore[arg-type]
    assert told[-2] == "  and 2 smaller changes of strength, each under 0.005"
    assert not any(line.split()[-1] == line.split()[-4] for line in told if "instead of" in line)


def test_what_is_added_may_be_words_or_records() -> None:
    words = evaluate(TOWN).what_if(add=["attacks close-it: Buses run late."])
    records = evaluate(TOWN).what_if(
        add=[Claim("late", "Buses run late."), argument("late/close-it", "late", "attacks", "close-it")]
    )
    assert words.added == ("added-1", "added-1/close-it")
    assert records.added == ("late", "late/close-it")
    assert words.status == records.status
    assert "If “Buses run late” were added" in words.text()


def test_an_argument_can_be_added_against_a_step_and_set_aside_again() -> None:
    delta = evaluate(TOWN).what_if(add=["undercuts other-towns: Those towns had trams"])
    assert {c.id: c.after for c in delta.status}["close-it"] == "falls"
    aside = evaluate(TOWN).what_if(set_aside=["other-towns"])
    assert aside.status == evaluate(TOWN).what_if(set_aside=["rents-rose"]).status


def test_the_map_and_its_evaluation_are_left_alone() -> None:
    evaluation = evaluate(TOWN)
    before = (dict(evaluation.status), dict(evaluation.strength))
    evaluation.what_if(set_aside=["clean-air"], doubt={"trade-falls": 0.0}, add=["supports close-it: It is quiet"])
    assert (dict(evaluation.status), dict(evaluation.strength)) == before
    assert evaluation.what_if().text() == (
        "If nothing were changed:\n  nothing else would change.\nThe map itself is unchanged."
    )


def test_suppositions_can_be_stacked_and_explained() -> None:
    first = evaluate(TOWN).what_if(set_aside=["rents-rose"], doubt={"trade-falls": 0.9}).evaluation
    second = first.what_if(add=["attacks trade-falls: Custom moved to foot"])
    assert second.evaluation.status["close-it"] == "stands"
    assert second.evaluation.status["other-towns"] == "blocked"
    assert second.evaluation.base["trade-falls"] == 0.9
    assert "is set aside" in second.evaluation.explain("rents-rose").text()
    told = {c.claim for c in first.explain("close-it").contributions.entries}
    assert told == {"trade-falls", "clean-air"}
    assert [c.claims for c in first.cruxes("close-it").found] == [("trade-falls",)]


def test_a_stakeholders_view_is_kept() -> None:
    assert evaluate(TOWN, as_="shops").what_if(doubt={"clean-air": 0.5}).strength == ()


@pytest.mark.parametrize(
    ("change", "kind", "words"),
    [
        pytest.param({"set_aside": ["close-itt"]}, NotFound, "did you mean close-it", id="an unknown claim"),
        pytest.param({"doubt": {"clean-air": 1.2}}, CallError, "between 0 and 1", id="a score above 1"),
        pytest.param({"doubt": {"clean-air": math.nan}}, CallError, "between 0 and 1", id="a score that is none"),
        pytest.param({"add": ["buses run late"]}, CallError, "write 'attacks TARGET", id="words of no shape"),
        pytest.param({"add": ["attacks nobody: x"]}, CallError, "no claim 'nobody'", id="no target"),
        pytest.param(
            {"add": ["undercuts close-it: x"]}, CallError, "no argument 'close-it'", id="a claim undercut"
        ),
        pytest.param({"add": [Claim("shops", "x")]}, CallError, "is taken", id="a taken id"),
        pytest.param(
            {"add": [argument("r", "p", "attacks", "close-it")]}, CallError, "names 'p'", id="a premise unknown"
        ),
    ],
)
def test_a_wrong_supposition_is_answered(change: Mapping[str, object], kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        evaluate(TOWN).what_if(**change)  # type: ignore[arg-type]


def test_a_step_is_called_one_and_said_to_be_the_maps() -> None:
    delta = evaluate(small_map("t a", "a attacks t %")).what_if(set_aside=["r0"])
    assert delta.text().startswith("If the step from “A” (a step added by the map) were set aside:\n")
    assert delta.to_dict()["inferred"] == ["r0"]
    beside = evaluate(small_map("t a b", "a attacks t %; b supports t")).what_if(set_aside=["a"])
    assert (beside.removed, beside.to_dict()["inferred"]) == (("r0",), ["r0"])


def test_a_word_that_moves_is_told_with_what_stands_then() -> None:
    delta = evaluate(small_map("t a b c", "a attacks t; b attacks a; c supports t")).what_if(set_aside=["b"])
    assert [(c.id, c.before, c.after) for c in delta.words] == [
        ("t", "answered", "contested"),
        ("a", "opposed", "unchallenged"),
    ]
    assert delta.text().splitlines()[1:3] == [
        "  “T” would be contested (1 for, 1 against), no longer answered",
        "  “A” would be unchallenged, no longer opposed",
    ]


def test_a_claim_that_loses_its_last_reason_has_another_word_under_the_same_status() -> None:
    delta = evaluate(small_map("t a c", "a attacks t; c supports t")).what_if(set_aside=["c"])
    assert delta.status == ()
    assert [(c.id, c.before, c.after) for c in delta.words] == [("t", "contested", "opposed")]


def test_one_name_or_addition_needs_no_list() -> None:
    evaluated = evaluate(TOWN)
    assert evaluated.what_if("rents-rose").text() == evaluated.what_if(["rents-rose"]).text()
    words = "attacks close-it: Buses run late."
    assert evaluated.what_if(add=words).text() == evaluated.what_if(add=[words]).text()
    claim = Claim("late", "Buses run late.")
    assert evaluated.what_if(add=claim).added == evaluated.what_if(add=[claim]).added == ("late",)
    with pytest.raises(NotFound, match="rents"):
        evaluated.what_if("rents")


@pytest.mark.parametrize(
    ("relations", "gone", "told"),
    [
        pytest.param(
            "a attacks t; b attacks t; c attacks t; d attacks c; p supports t",
            "d",
            "  “T” would have 3 unanswered objections, now 2",
            id="an answer to an objection goes",
        ),
        pytest.param(
            "a attacks t; p supports t; c supports t; d attacks c; b attacks c",
            "p",
            "  “T” would be opposed (0 for, 1 against), no longer contested",
            id="a word that moves tells its counts itself",
        ),
        pytest.param(
            "a attacks t; b attacks t; p supports t; c supports t",
            "a c",
            "  “T” would have 1 reason that stands, now 2, and 1 unanswered objection, now 2",
            id="both sides",
        ),
        pytest.param(
            "a attacks t; b attacks t",
            "b",
            "  “T” would have 1 unanswered objection, now 2",
            id="of a claim that falls",
        ),
        pytest.param(
            "a attacks p; b attacks p; p supports t",
            "b",
            "  “P” would have strength 0.400 instead of 0.250",
            id="a claim that answers nothing keeps its counts to itself",
        ),
    ],
)
def test_an_answer_tells_what_would_count_for_and_against_it(relations: str, gone: str, told: str) -> None:
    delta = evaluate(small_map("t a b c d p", relations)).what_if(gone.split())
    assert told in delta.text().splitlines()
    live = [(c.id, len(c.before), len(c.after)) for c in delta.live]
    assert live == ([("t", 2, 2)] if "“T”" in told else [])


def test_what_would_count_is_data_too() -> None:
    delta = evaluate(small_map("t a b", "a attacks t; b attacks t")).what_if("a")
    assert delta.to_dict()["live"] == [
        {"id": "t", "before": {"for": 0, "against": 2}, "after": {"for": 0, "against": 1}}
    ]
    assert delta.text().splitlines()[1] == "  “T” would have 1 unanswered objection, now 2"
    assert "nothing else would change" not in delta.text()
