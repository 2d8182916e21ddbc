"""``argumap export``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run
from places import ARTICLE
from shell import data

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_export_carries_passages_and_figures(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = data(["export", "bridge", "--to", "node-link", "-o", "-"], capfd)
    node = next(n for n in told["nodes"] if n["id"] == "claim:close-it")
    assert node["status"] == "stands"
    assert ARTICLE[node["anchors"][0]["start"] :].startswith("The Mill Bridge")
    plain = data(["export", "bridge", "--to", "node-link", "-o", "-", "--no-evaluate"], capfd)
    assert "status" not in next(n for n in plain["nodes"] if n["id"] == "claim:close-it")


def test_export_of_several_files_names_them_beside_each_other(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "bridge", "--to", "csv"]) == 0
    out, err = capfd.readouterr()
    assert out == "Wrote output/bridge/bridge.nodes.csv\nWrote output/bridge/bridge.edges.csv\n"
    assert "has no place for it" in err
    assert run(["export", "bridge", "--to", "csv", "--strict"]) == 1


def test_what_is_left_out_is_told_beside_what_is_printed(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "bridge", "--to", "kialo", "-o", "-"]) == 0
    out, err = capfd.readouterr()
    assert out.startswith("Discussion Title: ")
    assert err.startswith("Left out, as kialo has no place for it: ")
