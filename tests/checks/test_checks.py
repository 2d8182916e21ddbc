from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from argumap.checks import CHECKS, Subject, find_problems
from argumap.errors import Severity
from argumap.mapfile import parse_map, write_map
from argumap.model import ArgumentMap, Index
from argumap.semantics import evaluate
from maps import MAPS, TOWN, random_maps

ROOT = Path(__file__).parents[2]


def subject(argument_map: ArgumentMap) -> Subject:
    index = Index(argument_map)
    return Subject(argument_map, index, lambda _: None, evaluate(index))


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_checks_of_one_map_give_the_same_twice(argument_map: ArgumentMap) -> None:
    assert find_problems(subject(argument_map)) == find_problems(subject(argument_map))


@settings(deadline=None)
@given(random_maps())
def test_every_check_copes_with_every_map_and_places_its_problems(argument_map: ArgumentMap) -> None:
    reading = parse_map(write_map(argument_map))
    index = Index(reading.map)
    for problem in find_problems(Subject(reading.map, index, reading.locations.nearest)):
        assert problem.line > 0, problem
        assert problem.code.startswith(("AM3", "AM4"))


def test_the_town_earns_only_what_it_lacks() -> None:
    assert [(p.code, p.severity) for p in find_problems(subject(TOWN))] == [
        ("AM313", Severity.HINT),
        ("AM322", Severity.HINT),
    ]


def test_a_check_needs_only_its_file() -> None:
    files = {path.stem for path in (ROOT / "src/argumap/checks").glob("[a-z]*.py")}
    assert {name.replace("-", "_") for name in CHECKS} == files


def test_every_code_has_a_broken_map_that_earns_it() -> None:
    """All but those of evaluation (AM5…): what does not come to rest takes more than a small map."""
    rooms = [*(ROOT / "src/argumap/checks").glob("*.py"), *(ROOT / "src/argumap/mapfile").glob("*.py")]
    codes = {code for file in rooms for code in re.findall(r'"(AM[0-4]\d{2})"', file.read_text(encoding="utf-8"))}
    earned = {
        code
        for file in (ROOT / "tests/defects/broken").glob("*/expected.txt")
        for code in re.findall(r" (AM\d{3}) ", file.read_text(encoding="utf-8"))
    }
    assert codes - earned == set()
