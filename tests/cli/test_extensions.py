"""``argumap extensions``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run
from shell import data

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_extensions_lists_as_many_positions_as_asked(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = data(["extensions", "--semantics", "stable", "--expand", "1", "-m", "bridge", "--json"], capfd)
    assert told["expanded"] == [["close-it", "new-cracks", "ring-road"]]


def test_positions_are_told_by_titles(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["extensions", "--expand", "1", "-m", "bridge"]) == 0
    out = capfd.readouterr().out
    assert "  Cars should never cross the bridge again. [close-it]\n" in out
    assert "1. Cars should never cross the bridge again.; " in out


def test_the_map_may_be_named_as_it_is_to_check(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["extensions", "bridge"]) == 0
    assert "Cars should never cross the bridge again. [close-it]" in capfd.readouterr().out
    assert run(["extensions", "nowhere"]) == 2
