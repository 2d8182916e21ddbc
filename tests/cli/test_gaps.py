"""``argumap gaps``: what a person is told, and what a program gets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shell import ask, told

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param(
            "gaps voiceless", ["Who has a stake and no voice: 1", "Schoolchildren", "clean air"], id="gaps"
        ),
        pytest.param(
            "gaps", ["Claims that no argument supports: 2", "Objections that nothing attacks: 1"], id="all gaps"
        ),
        pytest.param("gaps uncited", ["Sentences that no node cites: 1", "s2.p1.s2"], id="uncited sentences"),
    ],
)
def test_a_person_is_told(call: str, words: list[str]) -> None:
    output = told(*call.split())
    for each in words:
        assert each in output


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param("gaps unattacked", "[street-for-sale/charge-a-toll]", id="an objection has its id"),
    ],
)
def test_the_shipped_map_reads_well(call: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(Path(__file__).parents[2])
    assert words in told(*call.split(), "-m", "old-town-cars")


def test_gaps_of_some_kinds_are_those_kinds_alone() -> None:
    data = json.loads(ask("gaps", "voiceless", "uncited", "--json").stdout)
    assert list(data) == ["voiceless", "uncited"]
    assert data["uncited"][-1] == {"source": "column", "at": "s2.p1.s2", "quote": None}
