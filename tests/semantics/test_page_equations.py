"""The page's script gives the same figures as Python, on two thousand maps in one node process."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from argumap.model import Index
from argumap.semantics import build_page_equations, evaluate
from draws import draws, seeded
from map_shapes import weights, with_standards
from maps import MAPS
from oracle import EXCLUSIVE, HUB, even, graph, random_map, weightless

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "src/argumap/views/map/evaluate.js"
DRIVER = """
import {readFileSync} from "node:fs";
const {evaluateMap} = await import(process.argv[1]);
const cases = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(cases.map(([equations, change]) => evaluateMap(equations, change))));
"""
needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")


def run_node(cases: list[tuple[object, object]]) -> list[dict[str, object]]:
    command = ["node", "--input-type=module", "-e", DRIVER, SCRIPT.as_uri()]
    done = subprocess.run(command, input=json.dumps(cases), capture_output=True, text=True, check=True)
    answers: list[dict[str, object]] = json.loads(done.stdout)
    return answers


@pytest.mark.campaign
@needs_node
def test_two_thousand_maps_come_out_the_same() -> None:
    draw = seeded(31)
    cases: list[tuple[object, object]] = []
    expected = []
    for _ in range(draws(2_000)):
        argument_map = weightless(draw, random_map(draw, claims=7, arguments=10))
        if draw.random() < 0.4:
            argument_map = with_standards(draw, draw.choice([argument_map, weights(draw)]))
        ids = [c.id for c in argument_map.claims]
        aside = draw.sample(ids, draw.choice([0, 0, 1]))
        doubt = {node_id: draw.random() for node_id in draw.sample(ids, draw.choice([0, 0, 1]))}
        cases.append((build_page_equations(argument_map), {"setAside": aside, "doubt": doubt}))
        expected.append(evaluate(argument_map).what_if(set_aside=aside, doubt=doubt))
    for delta, answer in zip(expected, run_node(cases), strict=True):
        assert answer["status"] == dict(delta.evaluation.status)
        assert answer["converged"] == delta.evaluation.converged
        assert answer["strength"] == pytest.approx(dict(delta.evaluation.strength), abs=1e-9)
        assert set(answer["removed"]) == {*delta.set_aside, *delta.removed}  # type: ignore[call-overload]


@needs_node
def test_circles_that_need_every_method_come_out_the_same() -> None:
    hard = [
        HUB,
        graph(even("a b", 1.0), "a-b b-a"),
        graph(even("a b"), "a+b b+a"),
        MAPS["cycle"],
        MAPS["town"],
        EXCLUSIVE,
    ]
    for argument_map, answer in zip(hard, run_node([(build_page_equations(m), {}) for m in hard]), strict=True):
        assert answer["strength"] == pytest.approx(dict(evaluate(argument_map).strength), abs=1e-9)


def test_the_compiled_form_is_plain_data() -> None:
    for argument_map in MAPS.values():
        compiled = build_page_equations(Index(argument_map))
        assert json.loads(json.dumps(compiled)) == compiled


def test_the_compiled_form_can_carry_a_stakeholders_base_scores() -> None:
    compiled = build_page_equations(MAPS["town"], as_="editor")
    ids, base = compiled["ids"], compiled["base"]
    assert dict(zip(ids, base, strict=True))["trade-falls"] == 0.6  # type: ignore[call-overload]
