"""The page's script finds the same reasons as Python, and tells them in the same words."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argumap.model import quoted
from argumap.semantics import build_page_equations, build_verdict, build_verdict_rules, evaluate, weigh
from argumap.verdicts import Ranking, rank_all, tell_counts, tell_leaders
from debates import draw_debate
from map_shapes import SHAPES, with_standards
from oracle import random_map, weightless
from verdict_cases import CASES

if TYPE_CHECKING:
    from argumap.semantics import Balance, Evaluation

SCRIPTS = Path(__file__).parents[3] / "src/argumap/views/map"
MODULES = ("evaluate.js", "verdict-reasons.js", "claim-words.js", "card-tree.js", "answer-ranking.js")
ENGLISH_WORDS = f'await import("{Path(__file__).with_name("english.mjs").as_uri()}");'
DRIVER = """
import {readFileSync} from "node:fs";
const [evaluate, verdicts] = process.argv.slice(1);
const {evaluateMap} = await import(evaluate);
const {judgeBy} = await import(verdicts);
const cases = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(cases.map(([equations, setAside]) => {
  const why = judgeBy(equations, evaluateMap(equations, {setAside}).label, setAside);
  return Object.fromEntries(equations.ids.map(id => [id, why(id)]));
})));
"""
needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")


def run_node(driver: str, given: object) -> Any:
    scripts = [(SCRIPTS / name).as_uri() for name in MODULES]
    done = subprocess.run(
        ["node", "--input-type=module", "-e", ENGLISH_WORDS + driver, *scripts],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def grounds(evaluation: Evaluation, node_id: str) -> list[list[Any]]:
    return [[ground.reason.value, list(ground.by)] for ground in build_verdict(evaluation, node_id).grounds]


@needs_node
def test_the_reasons_are_the_same_on_random_maps_and_in_what_ifs() -> None:
    draw = random.Random(41)
    cases, expected = [], []
    for n in range(2_000):
        argument_map = weightless(draw, random_map(draw, claims=7, arguments=10))
        if n % 2:
            argument_map = with_standards(draw, argument_map)
        ids = [*(c.id for c in argument_map.claims), *(a.id for a in argument_map.arguments)]
        aside = draw.sample(ids, min(len(ids), draw.choice([0, 0, 1, 2])))
        evaluation: Evaluation = evaluate(argument_map).what_if(set_aside=aside).evaluation
        cases.append((build_page_equations(argument_map), aside))
        expected.append({node_id: grounds(evaluation, node_id) for node_id in evaluation.compiled.ids})
    assert run_node(DRIVER, cases) == expected


@needs_node
def test_the_reasons_are_the_same_in_every_case() -> None:
    evaluations = [evaluate(case.argument_map) for case in CASES.values()]
    found = run_node(DRIVER, [(build_page_equations(e.index), []) for e in evaluations])
    assert found == [{node_id: grounds(e, node_id) for node_id in e.compiled.ids} for e in evaluations]


@needs_node
def test_words_and_counts_are_the_same_on_random_maps_and_in_what_ifs() -> None:
    driver = """
    import {readFileSync} from "node:fs";
    const [evaluate, words] = [process.argv[1], process.argv[3]];
    const {evaluateMap} = await import(evaluate);
    const {weighBy} = await import(words);
    const cases = JSON.parse(readFileSync(0, "utf8"));
    process.stdout.write(JSON.stringify(cases.map(([equations, setAside]) => {
      const weigh = weighBy(equations, evaluateMap(equations, {setAside}).label, setAside);
      return equations.ids.slice(0, equations.claims).map((_, n) => weigh(n));
    })));
    """
    draw = random.Random(43)
    cases, expected = [], []
    for n in range(2_000):
        argument_map = weightless(draw, random_map(draw, claims=7, arguments=10))
        if n % 2:
            argument_map = with_standards(draw, argument_map)
        ids = [*(c.id for c in argument_map.claims), *(a.id for a in argument_map.arguments)]
        aside = draw.sample(ids, min(len(ids), draw.choice([0, 0, 1, 2])))
        evaluation: Evaluation = evaluate(argument_map).what_if(set_aside=aside).evaluation
        cases.append((build_page_equations(argument_map), aside))
        expected.append([as_counts(weigh(evaluation, claim.id)) for claim in argument_map.claims])
    assert run_node(driver, cases) == expected


@needs_node
def test_answers_rank_the_same_in_what_ifs() -> None:
    driver = """
    import {readFileSync} from "node:fs";
    const [evaluate, ranking] = [process.argv[1], process.argv[5]];
    const {evaluateMap} = await import(evaluate);
    const {leadersOf, rankBy} = await import(ranking);
    const cases = JSON.parse(readFileSync(0, "utf8"));
    process.stdout.write(JSON.stringify(cases.map(([equations, setAside, answers]) => {
      const ranked = rankBy(equations, evaluateMap(equations, {setAside}).label, setAside)(answers);
      return [ranked, leadersOf(ranked)];
    })));
    """
    draw = random.Random(47)
    cases, expected = [], []
    for n in range(1_000):
        argument_map = draw_debate(draw, draw.choice(list(SHAPES)))
        if n % 2:
            argument_map = with_standards(draw, argument_map)
        before = evaluate(argument_map)
        ids = [*(c.id for c in argument_map.claims), *(a.id for a in argument_map.arguments)]
        aside = draw.sample(ids, min(len(ids), draw.choice([0, 1, 2])))
        ranking = rank_all(before.what_if(set_aside=aside).evaluation).get("q", Ranking(()))
        answers = [a.claim for a in rank_all(before)["q"].answers]
        cases.append((build_page_equations(argument_map), aside, answers))
        expected.append([[[a.claim, a.pro, a.con] for a in ranking.answers], [*ranking.leaders]])
    assert run_node(driver, cases) == expected


@needs_node
def test_counts_and_leaders_are_told_in_the_same_words() -> None:
    driver = """
    import {readFileSync} from "node:fs";
    const {tellLive} = await import(process.argv[3]);
    const {tellLeaders} = await import(process.argv[5]);
    const {counts, leaders} = JSON.parse(readFileSync(0, "utf8"));
    process.stdout.write(JSON.stringify({
      counts: counts.map(([record, weights]) => tellLive(record, weights)),
      leaders: leaders.map(titles => tellLeaders(titles)),
    }));
    """
    draw = random.Random(53)
    balances = [
        weigh(evaluation, claim.id)
        for shape in SHAPES
        for evaluation in [evaluate(draw_debate(draw, shape)) for _ in range(5)]
        for claim in evaluation.index.map.claims
    ]
    names = [["A “quoted” word"], ["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D"]]
    told = run_node(
        driver,
        {"counts": [(as_counts(b), [b.pro_low, b.con_low]) for b in balances], "leaders": names},
    )
    assert told["counts"] == [tell_counts(b) for b in balances]
    assert told["leaders"] == [tell_leaders([quoted(name) for name in each]) for each in names]


def as_counts(balance: Balance) -> dict[str, Any]:
    pros = (balance.pros, balance.unresolved_pros, balance.answered_pros)
    cons = (balance.cons, balance.unresolved_cons, balance.answered_cons)
    return {"word": balance.word.value, "pros": [*map(len, pros)], "cons": [*map(len, cons)]}


@needs_node
def test_the_words_are_those_of_the_table() -> None:
    driver = """
    import {readFileSync} from "node:fs";
    const {verdictWords} = await import(process.argv[4]);
    const {rules, cases} = JSON.parse(readFileSync(0, "utf8"));
    const told = ([record, titles, steps]) => verdictWords({
      verdictRules: rules,
      judge: null,
      nodes: new Map(Object.entries(titles).map(([id, title]) => [id, {title}])),
      steps: new Map(Object.entries(steps)),
    }, record);
    process.stdout.write(JSON.stringify(cases.map(told)));
    """
    cases, expected = [], []
    for case in CASES.values():
        evaluation = evaluate(case.argument_map)
        index = evaluation.index
        record: dict[str, Any] = {"id": case.id, "verdict": grounds(evaluation, case.id)}
        word = ""
        if case.id in index.claims:
            record |= {"kind": "claim", **as_counts(weigh(evaluation, case.id))}
            word = record["word"]
        titles = {claim.id: claim.label for claim in index.map.claims}
        steps = {a.id: {"premises": a.premises, "inferred": a.inferred} for a in index.map.arguments}
        cases.append((record, titles, steps))
        status = "" if word or case.note.startswith("blocked") else evaluation.status[case.id]
        expected.append(case.note.removeprefix(word).removeprefix(status).strip())
    assert run_node(driver, {"rules": build_verdict_rules(), "cases": cases}) == expected
