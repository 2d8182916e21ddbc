"""How much work is done may not creep up: evaluations, sweeps, cells, bytes, which no machine makes more or less.

Imports are counted in test_imports.py; how long the work takes is told by ``benchmarks/``.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING, Any

import pytest

import argumap.board
import argumap.semantics.evaluated_map as evaluated_map
import argumap.semantics.large_cycles as large_cycles
import argumap.text
from argumap import load
from argumap.model import Index
from argumap.project import build, build_map_card
from argumap.project.map_states import find_map_states
from argumap.semantics import GRADUAL
from argumap.views import VIEWS, ViewInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.model import ArgumentMap

ROOT = Path(__file__).parents[1]
TOWN = ROOT / "graph" / "old-town-cars"
GROWTH = 1.2
# Any: a script is no module, so what is in it has no type.
DRAWN: dict[str, Any] = run_path(str(ROOT / "benchmarks" / "maps.py"))


@pytest.fixture(scope="module")
def realistic() -> ArgumentMap:
    drawn: ArgumentMap = DRAWN["build_realistic_map"](2_000)
    return drawn


def counted(calls: Counter[str], name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def count(*arguments: Any, **options: Any) -> Any:
        calls[name] += 1
        return function(*arguments, **options)

    return count


def test_a_map_that_is_checked_and_built_is_evaluated_once_and_each_kept_state_of_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: Counter[str] = Counter()
    for name in ("compile_map", "label_grounded", "solve"):
        monkeypatch.setattr(evaluated_map, name, counted(calls, name, getattr(evaluated_map, name)))
    town = load(TOWN)
    town.check()
    build(town, tmp_path)
    once_each = 1 + len(find_map_states(town))
    assert calls == dict.fromkeys(("compile_map", "label_grounded", "solve"), once_each)


def test_a_build_of_several_maps_works_out_the_boards_and_guesses_the_language_once_a_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: Counter[str] = Counter()
    for room, name in ((argumap.board, "build_boards"), (argumap.text, "guess_language")):
        monkeypatch.setattr(room, name, counted(calls, name, getattr(room, name)))
    maps = [load(ROOT / "graph" / name) for name in ("old-town-cars", "open-vs-closed-ai")]
    for each in maps:
        build(each, tmp_path / each.name)
    assert all(build_map_card(each).question for each in maps)
    assert calls == {"build_boards": 2, "guess_language": 2}


SWEEPS = {"qe": 7, "dfquad": 9, "euler": 6, "euler_top": 5, "mlp": 7, "sd_dfquad": 6}


@pytest.mark.parametrize("semantics", GRADUAL)
def test_one_large_cycle_settles_in_few_sweeps(semantics: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: ArgumentMap = DRAWN["build_map"](4_000)
    calls: Counter[str] = Counter()
    cycle = large_cycles.LargeCycle
    for name in ("image", "settle_backwards", "_value"):
        monkeypatch.setattr(cycle, name, counted(calls, name, getattr(cycle, name)))
    evaluated_map.evaluate(Index(drawn), semantics)
    assert calls["settle_backwards"] == 1
    assert calls["image"] <= SWEEPS[semantics] * GROWTH
    # Those that go backwards are three at most, over as many nodes.
    each = calls["_value"] / (calls["image"] + 3)
    assert each <= 1_137 * GROWTH


def test_the_tables_of_a_large_map_are_bounded(realistic: ArgumentMap) -> None:
    page = VIEWS["matrix"].build(ViewInput(realistic, "drawn", Index(realistic)))
    assert len(re.findall("<t[dh][ >]", page)) <= 10_708 * GROWTH
    assert len(page) <= 1_900_000 * GROWTH


BYTES = {
    "adjacency.csv": 10_200,
    "adjacency.json": 39_100,
    "adjacency.md": 26_300,
    "changes.html": 110_000,
    "graph.json": 45_600,
    "index.html": 113_000,
    "map.html": 927_000,
    "matrix.html": 178_000,
    "outline.html": 126_000,
    "sections.html": 120_000,
    "snapshot.jsonl": 17_000,
}


def test_what_is_built_of_a_small_map_does_not_swell(tmp_path: Path) -> None:
    build(load(TOWN), tmp_path)
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert {name: size for name, size in sizes.items() if size > BYTES.get(name, size) * GROWTH} == {}
