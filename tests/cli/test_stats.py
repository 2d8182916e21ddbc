"""``argumap stats``: what a person is told, and what a program gets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argumap.project import load
from argumap.query import stats, to_json
from shell import ask, told

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param("stats", ["1 source", "3 claims", "Most contested", "Who speaks most"], id="stats"),
    ],
)
def test_a_person_is_told(call: str, words: list[str]) -> None:
    output = told(*call.split())
    for each in words:
        assert each in output


def test_a_program_gets_the_answer_of_python() -> None:
    index = load("town").index
    assert json.loads(ask(*["stats"], "--json").stdout) == to_json(stats(index))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param("stats", "0 against, up to 1 step away", id="one step"),
        pytest.param("stats", "unsupported, 51 unattacked,", id="only objections are unattacked"),
    ],
)
def test_the_shipped_map_reads_well(call: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(Path(__file__).parents[2])
    assert words in told(*call.split(), "-m", "open-vs-closed-ai")
