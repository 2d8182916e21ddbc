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
