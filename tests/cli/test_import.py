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


def test_a_folder_among_the_files_is_told_and_the_rest_goes_on(capfd: pytest.CaptureFixture[str]) -> None:
    Path("more").mkdir()
    assert run(["import", "more", "dam.json"]) == 2
    told = capfd.readouterr()
    assert "more is a folder; name the files in it: more/*" in told.err
    assert "1 file taken over, 1 not." in told.out
    assert Path("graph/dam/map.yaml").exists()


def test_strict_fails_where_something_is_lost(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "half.json", "--strict"]) == 1
    assert "leave --strict out to go on" in capfd.readouterr().err
    assert run(["import", "dam.json", "--strict"]) == 0


def test_what_columns_are_for_is_told_before_anything_is_written(capfd: pytest.CaptureFixture[str]) -> None:
    Path("pond.csv").write_text("what,said,to\nDrain it.,Ann,\nIt leaks.,Bob,Drain it.\n", encoding="utf-8")
    assert run(["import", "pond.csv", "--dry-run"]) == 2
    refused = capfd.readouterr()
    assert "of a table say what its columns are for: --columns" in refused.err
    assert "Nothing was written" not in refused.out
    call = ["import", "pond.csv", "--columns", "text=what,who=2"]
    assert run([*call, "--dry-run"]) == 0
    told = capfd.readouterr().out
    assert "columns: text = what, who = said, parent = to." in told
    assert "Nothing was written; leave --dry-run out to take it over." in told
    assert not Path("graph").exists()
    assert run(call) == 0
    assert "2 claims, 0 steps, 2 statements by 2 speakers." in capfd.readouterr().out
    assert Path("graph/pond/map.yaml").exists()


def test_a_newer_table_needs_its_columns_said_no_second_time(capfd: pytest.CaptureFixture[str]) -> None:
    Path("pond.csv").write_text("what,said\nDrain it.,Ann\n", encoding="utf-8")
    assert run(["import", "pond.csv", "--columns", "text=what", "--columns", "who=said"]) == 0
    Path("pond.csv").write_text("what,said\nDrain it.,Ann\nIt leaks.,Bob\n", encoding="utf-8")
    assert run(["import", "pond.csv"]) == 0
    assert "2 added, 0 changed, 0 taken out" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (["pond.csv", "--columns", "words=what"], "no column is for 'words'; it may be for "),
        (["pond.csv", "--columns", "speaker=said"], "no column is for 'speaker'; did you mean who?"),
        (["dam.json", "--columns", "text=what"], "has no columns"),
        (["pond.csv", "--columns", "text=waht"], "no column is called 'waht'; there are 'text', 'said'"),
        (["pond.csv", "--columns", "text=what,text=said"], "'text' stands twice; name one column for it"),
        (["pond.csv", "--columns", "what"], "'what' says no use; write text=what"),
    ],
)
def test_columns_that_cannot_be_are_refused(call: list[str], told: str, capfd: pytest.CaptureFixture[str]) -> None:
    Path("pond.csv").write_text("text,said\nDrain it.,Ann\n", encoding="utf-8")
    assert run(["import", *call]) == 2
    assert told in capfd.readouterr().err


@pytest.mark.parametrize(
    ("call", "told"),
    [
        pytest.param(
            ["nowhere.json"], "nowhere.json: there is no such file; name one that is there\n", id="no such file"
        ),
        pytest.param(["dam.jsn"], "dam.jsn: there is no such file; did you mean dam.json?\n", id="a slip"),
        pytest.param(["."], ". is a folder; name the files in it: ./*\n", id="a folder"),
        pytest.param(
            ["dam.json", "--as", ""], "argumap: '' is no name for a map; choose a plain one\n", id="no name"
        ),
        pytest.param(
            ["dam.json", "half.json", "--from", "Excel"],
            "argumap: no format is called 'Excel'. Did you mean table or xlsx? `argumap formats` lists ",
            id="a tool for a format, told once",
        ),
        pytest.param(
            ["dam.json", "--from", ""], "argumap: no format is called ''. `argumap formats` lists ", id="no format"
        ),
        pytest.param(
            ["dam.json", "--columns", "text=1"],
            "dam.json: aif has no columns; leave --columns out\n",
            id="columns",
        ),
        pytest.param(
            ["t.csv", "--columns", "parents=1"],
            "argumap: no column is for 'parents'; did you mean parent? it may be for relation, ",
            id="a use that no column has",
        ),
        pytest.param(
            ["t.csv", "--columns", "header=maybe"],
            "argumap: header is yes or no, and 'maybe' is neither\n",
            id="header",
        ),
    ],
)
def test_a_wrong_call_is_told_with_its_remedy_and_nothing_is_written(
    call: list[str], told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("t.csv").write_text("text,parent\nThe dam leaks.,\n", encoding="utf-8")
    assert run(["import", *call]) == 2
    assert told in f"{capfd.readouterr().err}"
    assert not Path("graph").exists()


def test_columns_without_a_word_are_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "dam.json", "--columns", ""]) == 2
    assert "it says nothing; write text=Statement" in capfd.readouterr().err


def test_a_damaged_file_beside_the_map_is_not_taken_for_the_file_that_was_named(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert run(["import", "dam.json"]) == 0
    records = Path("graph/dam/origin.jsonl")
    records.write_bytes(records.read_bytes()[:-40])
    assert run(["import", "dam.json"]) == 2
    assert capfd.readouterr().err.startswith("dam.json: graph/dam/origin.jsonl is damaged in line ")
    assert run(["export", "dam", "--to", "aif"]) == 2
    assert capfd.readouterr().err.startswith("argumap: graph/dam/origin.jsonl is damaged in line ")


def test_every_line_whose_side_is_none_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"Maybe,Point {n} is open.\n" for n in range(5))
    Path("odd.csv").write_text(f"Side,Argument\nPro,The dam leaks.\n{rows}", encoding="utf-8")
    assert run(["import", "odd.csv"]) == 0
    told = "5 × a row whose side is none ('Maybe'), held as a claim that bears on nothing (lines 3, 4, 5, 6, 7)"
    assert told in " ".join(capfd.readouterr().out.split())
