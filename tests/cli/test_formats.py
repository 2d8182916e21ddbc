"""``argumap formats``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run
from shell import data

if TYPE_CHECKING:
    import pytest


def test_formats_says_what_each_loses(capfd: pytest.CaptureFixture[str]) -> None:
    rows = data(["formats", "--json"], capfd)
    assert {row["name"] for row in rows} >= {"node-link", "graphml", "csv"}
    assert run(["formats"]) == 0


def test_formats_shows_what_comes_back_in_tables_that_fit_the_terminal(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    assert run(["formats", "--features"]) == 0
    shown = capfd.readouterr().out.splitlines()
    assert max(map(len, shown)) <= 44
    assert shown[0].split()[:3] == ["argument", "maps", "aif"]
    assert shown[-1] == "● kept   ◐ in part   ○ lost"


def test_what_keeps_little_says_what_it_keeps(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert run(["formats"]) == 0
    assert "all but claims" in capfd.readouterr().out
