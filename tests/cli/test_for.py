"""``argumap for``: what a person is told, and what a program gets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argumap.project import load
from argumap.query import case_for, to_json
from shell import ask, told

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param(
            "for close", ["The case for “Close the old town”", "└── + Cleaner air [clean-air]"], id="for"
        ),
        pytest.param("for close --unattacked", ["1 point for it", "Cleaner air"], id="unattacked"),
    ],
)
def test_a_person_is_told(call: str, words: list[str]) -> None:
    output = told(*call.split())
    for each in words:
        assert each in output


def test_a_program_gets_the_answer_of_python() -> None:
    index = load("town").index
    assert json.loads(ask(*["for", "close-it", "--depth", "1"], "--json").stdout) == to_json(
        case_for(index, "close-it", 1)
    )
    assert json.loads(ask(*["for", "close-it", "--unattacked"], "--json").stdout) == to_json(
        case_for(index, "close-it").unattacked
    )


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param(
            "for close-it --flat",
            "[level-doubled] supports “Pupils breathe the fumes”",
            id="a list names what a point bears on",
        ),
    ],
)
def test_the_shipped_map_reads_well(call: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(Path(__file__).parents[2])
    assert words in told(*call.split(), "-m", "old-town-cars")
