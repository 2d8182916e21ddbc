"""``argumap path``: what a person is told, and what a program gets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argumap.project import load
from argumap.query import path, to_json
from shell import ask, told

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param("path trade close", ["1. “Shops lose custom” objects to “Close the old town”"], id="path"),
        pytest.param("path trade clean", ["neither bears on the other"], id="path that turns"),
    ],
)
def test_a_person_is_told(call: str, words: list[str]) -> None:
    output = told(*call.split())
    for each in words:
        assert each in output


def test_a_program_gets_the_answer_of_python() -> None:
    index = load("town").index
    assert json.loads(ask(*["path", "trade-falls", "close-it"], "--json").stdout) == to_json(
        path(index, "trade-falls", "close-it")
    )


def test_quote_prints_the_words_of_passages(town: Path) -> None:
    (town / "column.md").rename(town.parent / "elsewhere.md")
    source = ["--source", str(town.parent / "elsewhere.md")]
    words = "Shops lose customers when cars are kept out."
    output = " ".join(ask(*["path", "trade", "close"], "--quote", *source).output.split())
    assert f"s2.p1.s1: “{words}”" in output
    found = json.dumps(json.loads(ask(*["path", "trade", "close"], "--quote", "--json", *source).stdout))
    assert f'"words": "{words}", "state": "exact"' in found
    assert '"words"' not in ask(*["path", "trade", "close"], "--json", *source).stdout


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param(
            "path closed-means closed-is-less",
            "“What ‘closed’ means” supports “‘Closed’ is less",
            id="marks in a chain",
        ),
        pytest.param("path lunn close-it", "2. That step undercuts", id="a step is told once"),
    ],
)
def test_the_shipped_map_reads_well(call: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(Path(__file__).parents[2])
    assert words in told(*call.split(), "-m", "old-town-cars")
