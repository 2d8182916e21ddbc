"""``argumap guard``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run
from places import ARTICLE
from shell import data

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_guard_finds_a_copied_run_in_any_file(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "page.md").write_text("One.\nEvery lorry that crosses widens them and the bridge.\n", encoding="utf-8")
    assert run(["guard", "bridge"]) == 0
    (here / "page.md").write_text(
        "One.\nTheir union argues that a closed bridge adds twenty minutes to all.\n", encoding="utf-8"
    )
    assert run(["guard", "bridge", "page.md"]) == 1
    assert "page.md:2: 10 words" in capfd.readouterr().out
    assert run(["guard", "bridge", "graph/bridge/bridge.md"]) == 0


def test_guard_shortens_a_long_run(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "page.md").write_text(ARTICLE, encoding="utf-8")
    assert run(["guard", "bridge", "page.md"]) == 1
    (line,) = capfd.readouterr().out.splitlines()
    assert " … " in line
    assert len(line.split()) < 40
    (copied,) = data(["guard", "bridge", "page.md", "--json"], capfd, 1)
    assert copied["words"] == len(copied["text"].split())
