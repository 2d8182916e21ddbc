"""``argumap extensions``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell import data

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_extensions_lists_as_many_positions_as_asked(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = data(["extensions", "--semantics", "stable", "--expand", "1", "-m", "bridge", "--json"], capfd)
    assert told["expanded"] == [["close-it", "new-cracks", "ring-road"]]
