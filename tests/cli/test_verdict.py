"""``argumap verdict``: what it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run
from argumap.project import load
from places import MAP, write_map
from shell import data

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_person_reads_the_paragraph(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["verdict", "bridge", "-m", "bridge"]) == 0
    assert capfd.readouterr().out == load("bridge").verdict("bridge").text() + "\n"


def test_a_program_gets_the_same_as_json(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert (
        data(["verdict", "bridge", "-m", "bridge", "--json"], capfd) == load("bridge").verdict("bridge").to_dict()
    )


def test_without_an_issue_all_are_told(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["verdict", "-m", "bridge"]) == 0
    assert capfd.readouterr().out == load("bridge").verdict().text() + "\n"


def test_of_a_claim_its_word_is_told(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["verdict", "slower-trade", "-m", "bridge", "--standard", "reason"]) == 0
    out = capfd.readouterr().out
    assert out.startswith("“Deliveries take longer without the bridge” is opposed in this map")
    assert out.endswith("it does not hold.\n")


def test_an_issue_that_is_not_there_is_one_sentence(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["verdict", "brigde", "-m", "bridge"]) == 2
    err = capfd.readouterr().err
    assert err.startswith("argumap: no issue or claim is called 'brigde'; nearest: bridge (Should cars cross")
    assert err.count("\n") == 1


def test_no_control_sequence_of_a_map_reaches_the_terminal(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "bridge", MAP.replace("Cars should never", "Cars \u202eshould never"))
    run(["verdict", "bridge", "-m", "bridge", "--lights", "all"])
    assert "\u202e" not in capfd.readouterr().out
