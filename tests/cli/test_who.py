"""``argumap who``: what a person is told, and what a program gets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argumap.project import load
from argumap.query import to_json, who
from shell import ask, told

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param(
            "who trade", ["Shopkeepers' guild argues, as the author reports", "(“said so”)", "s2.p1.s1"], id="who"
        ),
        pytest.param("who trade", ["The author disputes"], id="who disputes"),
    ],
)
def test_a_person_is_told(call: str, words: list[str]) -> None:
    output = told(*call.split())
    for each in words:
        assert each in output


def test_a_program_gets_the_answer_of_python() -> None:
    index = load("town").index
    assert json.loads(ask(*["who", "trade-falls"], "--json").stdout) == to_json(who(index, "trade-falls"))


def test_quote_prints_the_words_of_passages(town: Path) -> None:
    (town / "column.md").rename(town.parent / "elsewhere.md")
    source = ["--source", str(town.parent / "elsewhere.md")]
    words = "Shops lose customers when cars are kept out."
    output = " ".join(ask(*["who", "trade"], "--quote", *source).output.split())
    assert f"s2.p1.s1: “{words}”" in output
    found = json.dumps(json.loads(ask(*["who", "trade"], "--quote", "--json", *source).stdout))
    assert f'"words": "{words}", "state": "exact"' in found
    assert '"words"' not in ask(*["who", "trade"], "--json", *source).stdout


def test_quoting_without_the_article_says_what_is_missing(town: Path) -> None:
    (town / "column.md").unlink()
    result = ask("who", "trade", "--quote")
    assert "no article is at hand; give it with --source FILE" in result.stderr
    assert "s2.p1.s1" in result.stdout
