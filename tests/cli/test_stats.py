"""``argumap stats``: what a person is told, and what a program gets."""

from __future__ import annotations

import json

import pytest

from argumap.project import load
from argumap.query import stats, to_json
from shell import ask, told

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param(
            "stats",
            ["1 source", "3 claims", "Who leads on each issue", "Who speaks most"],
            id="stats",
        ),
        pytest.param("stats", ["1 claim for, 1 against, up to 1 step away"], id="one step"),
        pytest.param("stats", ["2 unsupported, 2 unattacked,"], id="only objections are unattacked"),
    ],
)
def test_a_person_is_told(call: str, words: list[str]) -> None:
    output = told(*call.split())
    for each in words:
        assert each in output


def test_the_map_may_be_named_as_it_is_to_check() -> None:
    assert told("stats", "town") == told("stats", "-m", "town")


def test_a_program_gets_the_answer_of_python() -> None:
    index = load("town").index
    assert json.loads(ask(*["stats"], "--json").stdout) == to_json(stats(index))
