"""``argumap who``: what a person is told, and what a program gets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from argumap.cli import argumap
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
    assert "town: column.md, which the map names as the text of column, is not there" in result.stderr
    assert "s2.p1.s1" in result.stdout


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(argumap, arguments, catch_exceptions=False)


BROKEN = {
    "who trade-falls": "Shops lose custom [trade-falls]  said: unreadable (line ",
    "says children": "May speak to, for it cannot be read who does",
    "find shops": "said: unreadable",
    "why trade-falls": "in this map",
    "for close-it": "Cleaner air",
    "stats": "claims",
    "compare shops editor": "Shopkeepers",
    "cruxes shops editor": "the author",
    "gaps voiceless": "Schoolchildren",
    "path trade-falls close-it": "objects to",
}


@pytest.mark.parametrize(("call", "words"), BROKEN.items(), ids=BROKEN)
def test_broken_speech_is_nobodys_and_what_touches_it_exits_with_1(call: str, words: str, town: Path) -> None:
    text = (town / "map.yaml").read_text("utf-8").replace("act: argues", "act: says")
    (town / "map.yaml").write_text(text.replace("act: disputes", "act: denies"), "utf-8")
    result, as_json = invoke(*call.split()), invoke(*call.split(), "--json")
    touched = call != "for close-it"
    assert words in result.stdout
    assert (result.exit_code, as_json.exit_code) == (int(touched), int(touched))
    assert ("trade-falls; see argumap check" in result.stderr) is touched
    assert json.loads(as_json.stdout)
    assert "argues" not in result.stdout


def test_other_claims_of_a_map_with_broken_speech_are_answered_as_ever(town: Path) -> None:
    text = (town / "map.yaml").read_text("utf-8").replace("act: argues", "act: says")
    (town / "map.yaml").write_text(text, "utf-8")
    assert invoke("who", "clean-air").exit_code == 0
    assert "disputes" in invoke("who", "trade-falls").stdout
    assert invoke("sql", "select id from claims").exit_code == 0
    assert invoke("sql", "select * from attributions").exit_code == 1
