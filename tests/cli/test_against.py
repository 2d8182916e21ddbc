"""``argumap against``: what a person is told, and what a program gets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argumap.project import load
from argumap.query import case_against, to_json
from shell import ask, told

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param("against close", ["└── − Shops lose custom", "Shopkeepers' guild argues"], id="against"),
        pytest.param("against close --flat", ["  − Shops lose custom"], id="flat"),
        pytest.param("against clean", ["Nothing in this map."], id="no case"),
    ],
)
def test_a_person_is_told(call: str, words: list[str]) -> None:
    output = told(*call.split())
    for each in words:
        assert each in output


def test_a_program_gets_the_answer_of_python() -> None:
    index = load("town").index
    assert json.loads(ask(*["against", "close-it"], "--json").stdout) == to_json(case_against(index, "close-it"))


def test_quote_prints_the_words_of_passages(town: Path) -> None:
    (town / "column.md").rename(town.parent / "elsewhere.md")
    source = ["--source", str(town.parent / "elsewhere.md")]
    words = "Shops lose customers when cars are kept out."
    output = " ".join(ask(*["against", "close"], "--quote", *source).output.split())
    assert f"s2.p1.s1: “{words}”" in output
    found = json.dumps(json.loads(ask(*["against", "close"], "--quote", "--json", *source).stdout))
    assert f'"words": "{words}", "state": "exact"' in found
    assert '"words"' not in ask(*["against", "close"], "--json", *source).stdout


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param(
            "against close-it --flat",
            "undercuts the step from “No bus, no way in” against “Close the old town to private cars”",
            id="a list names the step that is undercut",
        ),
    ],
)
def test_the_shipped_map_reads_well(call: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(Path(__file__).parents[2])
    assert words in told(*call.split(), "-m", "old-town-cars")
