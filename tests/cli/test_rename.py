"""``argumap rename``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run
from places import MAP
from shell import data

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_rename_tells_what_it_wrote(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["rename", "slower-trade", "slower", "-m", "bridge"]) == 0
    out, _ = capfd.readouterr()
    assert out == "Wrote graph/bridge/map.yaml\nThe claim slower-trade is now called slower: 2 places in 1 file.\n"
    after = (here / "graph/bridge/map.yaml").read_text(encoding="utf-8")
    assert after == MAP.replace("slower-trade", "slower")


def test_rename_tells_it_as_json(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = data(["rename", "union", "carters", "-m", "bridge", "--json"], capfd)
    assert told == {
        "kind": "stakeholder",
        "old": "union",
        "new": "carters",
        "files": ["graph/bridge/map.yaml"],
        "places": 2,
    }


def test_a_name_that_is_taken_is_one_sentence(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["rename", "slower-trade", "ring-road", "-m", "bridge"]) == 2
    assert "taken by claim 'ring-road'" in capfd.readouterr().err


def test_a_map_with_errors_is_not_renamed_in(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = here / "graph/bridge/map.yaml"
    path.write_text(MAP.replace("attacks: slower-trade", "attacks: nothing"), encoding="utf-8")
    assert run(["rename", "slower-trade", "slower", "-m", "bridge"]) == 1
    assert "AM112" in capfd.readouterr().err
