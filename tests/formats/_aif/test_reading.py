from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aif_files import Aif, aif, read
from argumap.errors import OtherTool
from argumap.formats import Foreign, LossKind
from argumap.formats._aif.reading import read as read_bytes
from argumap.mapfile import parse_map, write_map
from argumap.model import Bearing


def whys(value: Aif) -> dict[str, str]:
    return {loss.id: loss.why for loss in read(value).losses}


def test_claims_and_steps_keep_what_they_bear_on() -> None:
    record = read(aif()).map
    texts = {claim.id: claim.text for claim in record.claims}
    steps = {step.id: step for step in record.arguments}
    told = [
        (str(step.bearing), [texts[p] for p in step.premises], texts.get(step.target) or steps[step.target].origin)
        for step in record.arguments
    ]
    assert told[:2] == [
        ("supports", ["The dam leaks."], "The pond should be drained."),
        ("attacks", ["The leak is old."], "The pond should be drained."),
    ]
    bearing, premises, target = told[2]
    assert (bearing, premises) == ("undercuts", ["Old leaks never end a dam."])
    assert target is not None
    assert not isinstance(target, str)
    assert target.id == "6"
    general = {texts[c.id]: [texts[g] for g in c.rephrases] for c in record.claims if c.rephrases}
    assert general == {"The dam lets water through.": ["The dam leaks."]}


def test_claims_come_in_the_order_of_the_dialogue() -> None:
    texts = [claim.text for claim in read(aif()).map.claims]
    assert texts.index("The pond should be drained.") < texts.index("The dam leaks.")


def test_linked_premises_are_one_step() -> None:
    [step] = read(aif("1 I A\n2 I B\n3 I C\n4 RA Argument From Sign", "1>4>3 2>4")).map.arguments
    assert (len(step.premises), step.bearing, step.scheme) == (2, Bearing.SUPPORTS, "Argument From Sign")


def test_an_inference_with_two_conclusions_is_a_step_to_each() -> None:
    steps = read(aif("1 I A\n2 I B\n3 I C\n4 RA Default Inference", "1>4>3 4>2")).map.arguments
    assert [step.origin.id for step in steps if step.origin] == ["4", "4"]


def test_a_chain_of_conflicts_undercuts_step_by_step() -> None:
    nodes = "1 I A\n2 I B\n3 I C\n4 I D\n5 RA x\n6 CA x\n7 CA x"
    record = read(aif(nodes, "1>5>2 3>6>5 4>7>6")).map
    assert [step.bearing for step in record.arguments] == ["supports", "undercuts", "undercuts"]
    assert record.arguments[2].target == record.arguments[1].id


def test_what_no_map_holds_is_told_by_its_id_and_never_made_up() -> None:
    assert whys(aif("1 I A\n2 RA x", "1>2")) == {"2": "an inference without conclusion"}
    assert whys(aif("1 I A\n2 CA x", "2>1")) == {"2": "a conflict without premise"}
    assert whys(aif("1 I A\n2 RA x", "1>2>1")) == {"2": "an inference from a claim to itself"}
    assert whys(aif("1 I A\n2 L Bo : b\n3 RA x", "1>3>2")) == {"3": "an inference of what is no claim"}
    assert whys(aif("1 I A\n2 PA x", "1>2")) == {"2": "a preference"}
    assert whys(aif("1 I A\n2 ZZ x", "")) == {"2": "a node of the unknown type 'ZZ'"}
    assert whys(aif("1 I A\n2 I\n3 RA x", "1>3>2"))["2"] == "a claim without words"
    assert whys(aif("1 I A\n2 CA x\n3 CA x", "1>2>3 1>3>2"))["2"] == "a conflict with what is no step of the map"


def test_rephrases_that_run_in_a_circle_are_cut() -> None:
    value = aif("1 I A\n2 I B\n3 I C\n4 MA x\n5 MA x\n6 MA x", "1>4>2 2>5>3 3>6>1")
    assert whys(value) == {"6": "a rephrase in a circle"}


def test_an_inference_from_an_inference_is_not_a_premise() -> None:
    value = aif("1 I A\n2 I B\n3 I C\n4 RA x\n5 RA x", "1>4>2 3>5>4")
    assert whys(value) == {"5": "an inference of what is no claim"}
    assert [len(step.premises) for step in read(value).map.arguments] == [1]


def test_a_map_that_was_read_is_written_and_read_again_without_an_error() -> None:
    record = read(aif()).map
    again = parse_map(write_map(record))
    assert again.problems == ()
    assert (again.map.claims, again.map.arguments) == (record.claims, record.arguments)
    assert set(again.map.attributions) == set(record.attributions)


KINDS = st.sampled_from(["I", "RA", "CA", "MA", "L", "YA", "TA", "PA", "x"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(st.lists(st.tuples(KINDS, st.text(max_size=12)), max_size=9), st.data())
def test_any_graph_of_nodes_becomes_a_map_without_an_error(
    kinds: list[tuple[str, str]], data: st.DataObject
) -> None:
    nodes = [{"nodeID": str(n), "type": kind, "text": text} for n, (kind, text) in enumerate(kinds)]
    ends = st.integers(0, max(0, len(nodes) - 1)).map(str)
    pairs = data.draw(st.lists(st.tuples(ends, ends), max_size=14))
    imported = read({"nodes": nodes, "edges": [{"fromID": a, "toID": b} for a, b in pairs]})
    assert [p for p in parse_map(write_map(imported.map)).problems if p.severity == "error"] == []


@given(VALUES)
def test_values_of_other_types_are_read_or_refused(value: object) -> None:
    whole = {
        "nodes": [value, {"nodeID": value, "type": value, "text": value}],
        "edges": value,
        "locutions": [value],
    }
    try:
        read_bytes(Foreign("x.json", json.dumps(whole).encode()))
    except OtherTool:
        return


@pytest.mark.parametrize("end", range(0, len(json.dumps(aif())), 97))
def test_a_file_cut_anywhere_is_refused(end: int) -> None:
    with pytest.raises(OtherTool):
        read_bytes(Foreign("x.json", json.dumps(aif()).encode()[:end]))


def test_every_loss_says_what_became_of_it() -> None:
    assert {loss.kind for loss in read(aif("1 I A\n2 RA x", "1>2")).losses} == {LossKind.ASIDE}
