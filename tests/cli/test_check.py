"""``argumap check``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run
from places import MAP, write_map
from shell import data

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_check_prints_problems_as_editors_read_them(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "bridge", MAP.replace("attacks: slower-trade", "atacks: slower-trade"))
    assert run(["check"]) == 1
    out, err = capfd.readouterr()
    assert "graph/bridge/map.yaml:32:5: error AM101" in out
    assert "did you mean 'attacks'" in out
    assert "1 error" in err


def test_check_tells_the_same_as_json_and_sarif(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = data(["check", "bridge", "--json"], capfd)
    assert {row["code"] for row in rows} >= {"AM219"}
    assert set(rows[0]) == {"file", "line", "column", "severity", "code", "message", "at"}
    sarif = data(["check", "bridge", "--format", "sarif"], capfd)
    results = sarif["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [row["code"] for row in rows]
    assert {result["level"] for result in results} <= {"note", "warning", "error"}


def test_strict_fails_on_hints_and_quiet_leaves_them_out(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "bridge", "--strict"]) == 1
    assert run(["check", "bridge", "--quiet", "--strict"]) == 0


def test_what_a_map_accepts_is_shown_and_counted_and_fails_no_strict_check(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    accepted = 'accepted: {code: AM219, at: article, reason: "The column is still being written."}\n'
    write_map(here / "graph" / "bridge", MAP.replace("sources:\n", accepted + "sources:\n", 1))
    assert run(["check", "bridge", "--strict"]) == 0
    out, err = capfd.readouterr()
    assert "hint AM219" in out
    assert "(accepted: The column is still being written.)" in out
    assert err.endswith("1 map checked: nothing wrong, 1 accepted.\n")
