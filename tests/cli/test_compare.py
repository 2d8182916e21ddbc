"""``argumap compare``: what a person is told, and what a program gets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argumap.project import load
from argumap.query import compare, to_json
from shell import ask, told

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param(
            "compare editor shops", ["They differ on", "the author against, Shopkeepers' guild for"], id="compare"
        ),
        pytest.param(
            "compare editor shops", ["They speak for opposite sides of", "+3", "−1"], id="opposite sides"
        ),
    ],
)
def test_a_person_is_told(call: str, words: list[str]) -> None:
    output = told(*call.split())
    for each in words:
        assert each in output


def test_a_program_gets_the_answer_of_python() -> None:
    index = load("town").index
    assert json.loads(ask(*["compare", "editor", "shops"], "--json").stdout) == to_json(
        compare(index, "editor", "shops")
    )


def test_quote_prints_the_words_of_passages(town: Path) -> None:
    (town / "column.md").rename(town.parent / "elsewhere.md")
    source = ["--source", str(town.parent / "elsewhere.md")]
    words = "Shops lose customers when cars are kept out."
    output = " ".join(ask(*["compare", "editor", "shops"], "--quote", *source).output.split())
    assert f"s2.p1.s1: “{words}”" in output
    found = json.dumps(json.loads(ask(*["compare", "editor", "shops"], "--quote", "--json", *source).stdout))
    assert f'"words": "{words}", "state": "exact"' in found
    assert '"words"' not in ask(*["compare", "editor", "shops"], "--json", *source).stdout


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param(
            "compare varga rask",
            "oppose each other on “Close the old town to private cars” and “Keep the gates open to all”, "
            "and never take a side on the same claim.",
            id="who passes whom by",
        ),
    ],
)
def test_the_shipped_map_reads_well(call: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(Path(__file__).parents[2])
    assert words in told(*call.split(), "-m", "old-town-cars")
