"""An evaluated map answers, and so does what a what-if makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.errors import NotFound
from argumap.model import Argument, Bearing
from argumap.semantics import EvaluatedMap, build_framework, build_verdict, evaluate
from argumap.semantics.compiled_map import compile_map
from argumap.semantics.standards import label_grounded
from draws import draws, seeded
from maps import MAPS
from oracle import even, framework_map, graph, random_map, weightless

TOWN = MAPS["town"]


def test_the_map_of_a_what_if_answers_as_a_map_written_so_would() -> None:
    supposed = evaluate(TOWN).what_if(set_aside=["rents-rose"]).evaluation
    assert isinstance(supposed, EvaluatedMap)
    assert supposed.explain("rents-rose").status == "falls"
    assert supposed.cruxes("close-it").status == supposed.status["close-it"]


def test_the_eyes_of_a_stakeholder_that_the_map_lacks_are_refused() -> None:
    with pytest.raises(NotFound, match="nobody"):
        evaluate(TOWN, as_="nobody")


@pytest.mark.campaign
def test_a_step_of_weight_zero_counts_as_set_aside() -> None:
    draw = seeded(71)
    muted = 0
    for _ in range(draws(300)):
        whole = random_map(draw, claims=6, arguments=9)
        light = weightless(draw, whole)
        none = {a.id for a in light.arguments if a.weight == 0}
        found = evaluate(light)
        expected = evaluate(whole).what_if(set_aside=sorted(none)).evaluation
        assert found.status == expected.status
        assert found.strength == pytest.approx(dict(expected.strength), abs=1e-9)
        assert all(
            build_verdict(found, node_id) == build_verdict(expected, node_id) for node_id in found.compiled.ids
        )
        frame = build_framework(light)
        labels = label_grounded(compile_map(framework_map(frame.arguments, frame.attacks))).label
        assert {c.id: found.labelling.label[n] for n, c in enumerate(light.claims)} == {
            c.id: labels[frame.arguments.index(c.id)] for c in light.claims
        }
        muted += len(none)
    assert muted > draws(100)


def test_a_step_gets_its_weight_back_in_a_what_if_and_loses_it() -> None:
    light = replace(
        graph(even("a t"), "a-t"), arguments=(Argument("a-t", ("a",), Bearing.ATTACKS, "t", weight=0.0),)
    )
    assert evaluate(light).status["t"] == "stands"
    assert evaluate(light).what_if(doubt={"a-t": 0.5}).evaluation.status["t"] == "falls"
    full = evaluate(graph(even("a t"), "a-t"))
    assert full.what_if(doubt={"a-t": 0.0}).evaluation.status["t"] == "stands"
    assert full.what_if(doubt={"a": 0.0}).evaluation.status["t"] == "falls"
