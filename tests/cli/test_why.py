"""``argumap why``: the verdict on a claim, and what leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run
from argumap.project import load
from places import MAP, write_map
from shell import data

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_person_reads_what_answers_the_objection(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["why", "close-it", "-m", "bridge"]) == 0
    out = capfd.readouterr().out
    assert out.startswith(
        "“Cars should never cross the bridge again” stands answered in this map: 1 reason stands; "
    )
    assert "The ring road replaces the bridge" in out


def test_a_program_gets_what_python_explains(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = data(["why", "close-it", "-m", "bridge", "--json"], capfd)
    assert told == load("bridge").evaluate().explain("close-it").to_dict()


def test_the_case_of_somebody_weighs_with_their_stances(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    own = data(["why", "slower-trade", "-m", "bridge", "--json"], capfd)
    union = data(["why", "slower-trade", "-m", "bridge", "--as", "union", "--json"], capfd)
    assert union["strength"] > own["strength"]


def test_strict_fails_only_where_a_strength_does_not_come_to_rest(here: Path) -> None:
    assert run(["why", "close-it", "-m", "bridge", "--strict"]) == 0


def test_no_control_sequence_of_a_map_reaches_the_terminal(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "bridge", MAP.replace("Cars should never", "Cars \u202eshould never"))
    run(["why", "close-it", "-m", "bridge"])
    assert "\u202e" not in capfd.readouterr().out
