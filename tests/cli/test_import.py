"""``argumap import``: what it tells a person and a program, and the codes that it leaves with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aif_files import DAM, aif
from argumap.cli import run
from shell import data


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("dam.json").write_text(json.dumps(aif()), encoding="utf-8")
    Path("half.json").write_text(json.dumps(aif("1 I A\n2 RA x", "1>2")), encoding="utf-8")
    Path("bad.json").write_text('{"nodes": [', encoding="utf-8")


def test_a_person_learns_what_came_and_what_did_not(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "dam.json", "half.json"]) == 0
    told = capfd.readouterr().out
    assert "dam.json → graph/dam (aif:" in told
    assert "5 claims, 3 steps, 6 statements by 3 speakers." in told
    assert "Not in the map, kept aside in origin.jsonl:" in told
    assert "1 × an inference without conclusion (2)" in told
    assert "2 files taken over, 0 not." in told


def test_a_program_learns_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    told = data(["import", "dam.json", "--as", "pond", "--json"], capfd)
    [row] = told["maps"]
    assert (row["map"], row["claims"], row["losses"]) == ("graph/pond", 5, [])


def test_an_update_says_what_it_did(capfd: pytest.CaptureFixture[str]) -> None:
    run(["import", "dam.json"])
    run(["import", "dam.json"])
    assert "Nothing has changed in it since it was taken over." in capfd.readouterr().out
    Path("dam.json").write_text(
        json.dumps(aif(DAM.replace("1 I The dam leaks", "1 I The dam drips"))), encoding="utf-8"
    )
    assert run(["import", "dam.json"]) == 0
    assert "Worked into the map that was there: 0 added, 1 changed, 0 taken out" in capfd.readouterr().out


def test_a_broken_file_is_told_with_its_line_and_the_call_fails(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "bad.json"]) == 2
    told = capfd.readouterr().err
    assert told.startswith("bad.json:1: no JSON")
    assert not Path("graph").exists()


def test_strict_fails_where_something_is_lost(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "half.json", "--strict"]) == 1
    assert "leave --strict out to go on" in capfd.readouterr().err
    assert run(["import", "dam.json", "--strict"]) == 0
