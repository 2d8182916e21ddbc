"""``argumap what-if``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell import data

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_what_if_leaves_the_map_alone(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = (here / "graph/bridge/map.yaml").read_bytes()
    told = data(["what-if", "--set-aside", "ring-road", "-m", "bridge", "--json"], capfd)
    assert {"id": "close-it", "before": "stands", "after": "falls"} in told["status"]
    assert (here / "graph/bridge/map.yaml").read_bytes() == before
