"""``argumap new``: it begins a map and says how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_new_map_says_what_to_run_next_and_that_runs(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "ferry", "--title", "The ferry", "--source", "graph/bridge/bridge.md"]) == 0
    out = capfd.readouterr().out
    assert out.startswith("Wrote graph/ferry/map.yaml\n")
    assert "then run: argumap build graph/ferry --source graph/bridge/bridge.md" in out
    assert 'title: "The ferry"' in (here / "graph/ferry/map.yaml").read_text(encoding="utf-8")
    assert run(["build", "graph/ferry", "--source", "graph/bridge/bridge.md"]) == 0


def test_a_map_that_is_there_is_left_alone(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = (here / "graph/bridge/map.yaml").read_bytes()
    assert run(["new", "bridge"]) == 2
    assert "graph/bridge" in capfd.readouterr().err
    assert (here / "graph/bridge/map.yaml").read_bytes() == before
