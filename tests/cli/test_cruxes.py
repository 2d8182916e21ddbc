"""``argumap cruxes``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_cruxes_name_what_would_turn_a_verdict(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["cruxes", "close-it", "-m", "bridge"]) == 0
    assert "The ring road replaces the bridge" in capfd.readouterr().out
    assert run(["cruxes", "author", "union", "-m", "bridge"]) == 0
