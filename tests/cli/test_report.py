"""``argumap report``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_report_prints_one_format_or_writes_all(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "adjacency", "bridge", "--format", "md"]) == 0
    assert "Cars should never cross" in capfd.readouterr().out
    assert run(["report", "adjacency", "bridge", "--to", "here"]) == 0
    assert capfd.readouterr().out.count("Wrote here/adjacency.") == 3
