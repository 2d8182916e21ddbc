"""``argumap timeline``: what it prints of one map and of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run
from places import write_map
from shell import data

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_one_map_or_all_are_told(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "second")
    assert run(["snapshot", "save", "bridge", "--date", "2027-05"]) == 0
    capfd.readouterr()
    assert run(["timeline", "bridge"]) == 0
    assert capfd.readouterr().out.startswith("The Mill Bridge\nMay 2027\n")
    assert run(["timeline"]) == 0
    assert "argumap snapshot save graph/second makes one" in capfd.readouterr().out
    told = data(["timeline", "-m", "bridge", "--json"], capfd)
    assert [state["date"] for state in told[0]["states"]] == ["2027-05"]
