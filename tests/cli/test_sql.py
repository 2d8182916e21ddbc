from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from argumap.cli import argumap, run

if TYPE_CHECKING:
    from pathlib import Path

MAP = """argumap: 1
title: "Who may drive?"
sources:
  column: {title: "A column", author: editor}
stakeholders:
  editor: {name: "The author", type: person}
claims:
  close-it:
    title: "=Close the old town"
    text: "The old town should be closed to private cars."
    at: s1.p1.s1
  trade-falls:
    text: "Shops lose customers when cars are kept out."
    at: s2.p1.s1
    attacks: close-it
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "town.yaml").write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def ask(*arguments: str) -> Result:
    result = CliRunner().invoke(argumap, ("sql", *arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def test_a_table_is_told_to_a_person() -> None:
    output = ask("select id, status from claims order by id").output
    assert [row.split() for row in output.splitlines()] == [
        ["id", "status"],
        ["close-it", "falls"],
        ["trade-falls", "stands"],
        ["2", "rows"],
    ]


def test_json_keeps_kinds_of_values() -> None:
    rows = json.loads(ask("select id, implicit, date from claims order by id limit 1", "--json").stdout)
    assert rows == [{"id": "close-it", "implicit": 0, "date": None}]


def test_csv_is_inert_in_a_spreadsheet() -> None:
    rows = list(csv.reader(io.StringIO(ask("select title, -1 as n from claims order by id", "--csv").stdout)))
    assert rows == [["title", "n"], ["'=Close the old town", "-1"], ["", "-1"]]


def test_figures_can_be_left_out() -> None:
    query = "select count(status), count(strength) from claims"
    assert json.loads(ask(query, "--json").stdout) == [{"count(status)": 2, "count(strength)": 2}]
    assert json.loads(ask(query, "--json", "--no-evaluate").stdout) == [{"count(status)": 0, "count(strength)": 0}]


def test_the_semantics_of_strength_is_chosen() -> None:
    query = "select strength from claims where strength <> 0.5"
    asked = [json.loads(ask(query, "--json", "--semantics", name).stdout) for name in ("qe", "dfquad")]
    assert asked[0]
    assert asked[0] != asked[1]


def test_a_long_answer_is_cut_and_says_so() -> None:
    query = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) select i from n"
    result = ask(query, "--csv")
    assert len(result.stdout.splitlines()) == 10_001
    assert "only the first 10,000 rows are shown" in result.stderr


@pytest.mark.parametrize(
    "query", ["delete from claims_rows", "attach 'x' as x", "who argues what", "", "pragma user_version = 3"]
)
def test_what_is_no_select_gets_one_line_and_exit_2(
    query: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(path for path in here.rglob("*") if "cache" not in path.parts)
    assert run(["sql", query]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("argumap: ")
    assert told.err.count("\n") == 1
    assert sorted(path for path in here.rglob("*") if "cache" not in path.parts) == before


def test_a_second_question_takes_the_same_index(here: Path) -> None:
    ask("select 1")
    ask("select 2")
    assert len(list((here / "cache" / "argumap").glob("*.sqlite"))) == 1
