"""``argumap find``: what a person is told, and what a program gets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from argumap.project import load
from argumap.query import Filters, find, to_json
from shell import TOWN, ask, told

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param("find CUSTOM", ["1 node found", "Shops lose custom [trade-falls] objection"], id="find"),
        pytest.param(
            "find --unattacked --position close", ["Speaking for it (1)", "Speaking against it (1)"], id="by side"
        ),
        pytest.param("find nothingness", ["Nothing found"], id="nothing found"),
    ],
)
def test_a_person_is_told(call: str, words: list[str]) -> None:
    output = told(*call.split())
    for each in words:
        assert each in output


def test_a_program_gets_the_answer_of_python() -> None:
    index = load("town").index
    assert json.loads(ask(*["find", "shops"], "--json").stdout) == to_json(find(index, "shops"))
    assert json.loads(ask(*["find", "--by", "shops", "--unsupported"], "--json").stdout) == to_json(
        find(index, "", Filters(by="shops", unsupported=True))
    )


def test_quote_prints_the_words_of_passages(town: Path) -> None:
    (town / "column.md").rename(town.parent / "elsewhere.md")
    source = ["--source", str(town.parent / "elsewhere.md")]
    words = "Shops lose customers when cars are kept out."
    output = " ".join(ask(*["find", "custom"], "--quote", *source).output.split())
    assert f"s2.p1.s1: “{words}”" in output
    found = json.dumps(json.loads(ask(*["find", "custom"], "--quote", "--json", *source).stdout))
    assert f'"words": "{words}", "state": "exact"' in found
    assert '"words"' not in ask(*["find", "custom"], "--json", *source).stdout


def test_several_maps_are_asked_as_one(town: Path) -> None:
    other = town.parent / "harbour.yaml"
    other.write_text(TOWN.replace("column.md", "none.md"), encoding="utf-8")
    assert "harbour#trade-falls" in ask("says", "shops").output
    assert "harbour#" not in ask("says", "shops", "-m", "town").output
    assert [f["node"]["id"] for f in json.loads(ask("find", "custom", "--json").stdout)] == [
        "harbour#trade-falls",
        "town#trade-falls",
    ]


def test_markup_in_a_title_is_text(town: Path) -> None:
    (town / "map.yaml").write_text(TOWN.replace("Shops lose custom", "[bold]red[/bold] :smile:"), encoding="utf-8")
    assert "[bold]red[/bold] :smile: [trade-falls]" in ask("find", "red").output


@pytest.mark.parametrize("call", ["find", "for close-it", "gaps"])
def test_what_nothing_attacks_is_found_by_its_old_name_too(call: str) -> None:
    new, old = ("unattacked", "unanswered") if call == "gaps" else ("--unattacked", "--unanswered")
    assert told(*call.split(), old) == told(*call.split(), new)
    assert "unanswered" not in told(*call.split(), "--help")
