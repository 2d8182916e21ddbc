"""``argumap says``: what a person is told, and what a program gets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argumap.project import load
from argumap.query import says, to_json
from shell import ask, told

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param("says shops", ["On “Close the old town”: 1 point against", "− Shops lose custom"], id="says"),
        pytest.param("says shops --on close", ["The author disagrees: disputes"], id="does the author agree"),
        pytest.param(
            "says editor",
            ["On “Close the old town”: says so outright, 2 points for", "Disagrees with"],
            id="who disputes",
        ),
        pytest.param("says editor --via", ["Says nothing on that in this map."], id="nothing reported"),
    ],
)
def test_a_person_is_told(call: str, words: list[str]) -> None:
    output = told(*call.split())
    for each in words:
        assert each in output


def test_a_program_gets_the_answer_of_python() -> None:
    index = load("town").index
    assert json.loads(ask(*["says", "shops"], "--json").stdout) == to_json(says(index, "shops"))
    assert json.loads(ask(*["says", "shops", "--on", "close", "--via"], "--json").stdout) == to_json(
        says(index, "shops", on="close-it", via=True)
    )


def test_quote_prints_the_words_of_passages(town: Path) -> None:
    (town / "column.md").rename(town.parent / "elsewhere.md")
    source = ["--source", str(town.parent / "elsewhere.md")]
    words = "Shops lose customers when cars are kept out."
    output = " ".join(ask(*["says", "shops"], "--quote", *source).output.split())
    assert f"s2.p1.s1: “{words}”" in output
    found = json.dumps(json.loads(ask(*["says", "shops"], "--quote", "--json", *source).stdout))
    assert f'"words": "{words}", "state": "exact"' in found
    assert '"words"' not in ask(*["says", "shops"], "--json", *source).stdout


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param("says lunn", "+ The step from “Parking fines", id="a step begins a line"),
        pytest.param("says lunn", "  Besides, on a step:\n  + The step from “Parking", id="a step is no point"),
    ],
)
def test_the_shipped_map_reads_well(call: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(Path(__file__).parents[2])
    assert words in told(*call.split(), "-m", "old-town-cars")


def test_marks_stand_within_marks(town: Path) -> None:
    text = (town / "map.yaml").read_text("utf-8").replace('"Close the old town"', '"“Closed” to cars"')
    (town / "map.yaml").write_text(text, "utf-8")
    assert "On “‘Closed’ to cars”: 1 point against" in told("says", "shops")


def test_who_only_questions_agrees_with_nobody(town: Path) -> None:
    text = (town / "map.yaml").read_text("utf-8").replace("act: disputes", "act: questions")
    (town / "map.yaml").write_text(text, "utf-8")
    output = told("says", "editor", "--on", "close")
    assert "      takes no side itself\n      Shopkeepers' guild argues, as the author reports  s2.p1.s1" in output
    assert "Agrees with" not in output
    assert "Disagrees with" not in output
