"""The types of the page's data: what the builder gives fits them, and the scripts are checked against them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NotRequired, TypedDict

import pytest

import argumap.views.map
from argumap.model import ArgumentMap, Index
from argumap.semantics import build_page_equations, build_verdict, evaluate, weigh
from argumap.views.map import payload_types
from argumap.views.map.payload import build_debate
from argumap.views.map.pyvis_page import build_legend, edges, nodes
from maps import MAPS
from typescript import declare, find_misfits, spell

DECLARED = Path(argumap.views.map.__file__).with_name("payload.d.ts")


def as_json(data: object) -> Any:
    return json.loads(json.dumps(data))


def whole(argument_map: ArgumentMap) -> Any:
    index, evaluation = Index(argument_map), evaluate(argument_map)
    payload = build_debate(
        index,
        name="test",
        anchors={},
        strength=evaluation.strength,
        verdicts={record_id: build_verdict(evaluation, record_id) for record_id in evaluation.status},
        balances={claim_id: weigh(evaluation, claim_id) for claim_id in index.claims},
        equations=build_page_equations(index),
        snapshot="abc",
    )
    return as_json(payload)


@pytest.mark.parametrize("name", MAPS)
def test_what_the_builder_gives_is_what_the_types_say(name: str) -> None:
    payload = whole(MAPS[name])
    assert find_misfits(payload, payload_types.Payload) == []
    assert find_misfits(as_json(nodes(payload)), list[payload_types.HeldNodeData]) == []
    assert find_misfits(as_json(edges(payload)), list[payload_types.HeldEdgeData]) == []
    assert find_misfits(as_json(build_legend()), payload_types.LegendData) == []


def test_the_scripts_are_checked_against_the_same_types() -> None:
    declared = declare(payload_types)
    if os.environ.get("ARGUMAP_GOLDEN") == "write":
        DECLARED.write_text(declared, encoding="utf-8", newline="\n")
    assert DECLARED.read_text(encoding="utf-8") == declared, "ARGUMAP_GOLDEN=write writes it anew"


class SampleData(TypedDict):
    a: str
    b: NotRequired[list[int | str]]


@pytest.mark.parametrize(
    ("value", "misfits"),
    [
        pytest.param({"a": "x", "b": [1, "y"]}, [], id="fits"),
        pytest.param({}, ["$: no a"], id="a key is missing"),
        pytest.param({"a": "x", "c": 1}, ["$: unknown c"], id="a key is unknown"),
        pytest.param({"a": 1}, ["$.a: 1"], id="of another type"),
        pytest.param({"a": "x", "b": [True]}, ["$.b[0]: True is none of int | str"], id="true is no number"),
        pytest.param([], ["$: []"], id="no record"),
    ],
)
def test_data_is_held_against_its_type(value: object, misfits: list[str]) -> None:
    assert find_misfits(value, SampleData) == misfits


def test_types_are_spelt_in_typescript() -> None:
    assert spell(dict[str, list[int | str]]) == "Record<string, (number | string)[]>"
    assert spell(tuple[str, float]) == "[string, number]"
    with pytest.raises(TypeError, match="no TypeScript for <class 'bytes'>"):
        spell(bytes)
