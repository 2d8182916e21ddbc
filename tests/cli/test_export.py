"""``argumap export``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.cli import run
from places import ARTICLE
from shell import data

if TYPE_CHECKING:
    from pathlib import Path


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
    assert err.startswith("csv has no place for these, where the map has them: expectations, ")
    assert run(["export", "bridge", "--to", "csv", "--strict"]) == 1


def test_what_is_left_out_is_told_beside_what_is_printed(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "bridge", "--to", "kialo", "-o", "-"]) == 0
    out, err = capfd.readouterr()
    assert out.startswith("Discussion Title: ")
    assert err.startswith("Left out, as kialo has no place for it: ")


def test_a_folder_takes_the_file_under_the_maps_name(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "out").mkdir()
    assert run(["export", "bridge", "--to", "aif", "-o", "out"]) == 0
    assert capfd.readouterr().out == "Wrote out/bridge.aif.json\n"
    assert run(["export", "bridge", "--to", "csv", "-o", "out/"]) == 0
    assert capfd.readouterr().out == "Wrote out/bridge.nodes.csv\nWrote out/bridge.edges.csv\n"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        pytest.param(
            ["--to", "argdwn"], "argumap: no format is called 'argdwn'. Did you mean argdown? `", id="slip"
        ),
        pytest.param(["--to", "aif", "-o", ""], "-o names no file", id="no name"),
        pytest.param(
            ["--to", "aif", "-o", "file/x"],
            "argumap: cannot write file/x: file is a file and no folder\n",
            id="in a file",
        ),
        pytest.param(
            ["--to", "csv", "-o", "file/x"],
            "argumap: cannot write file: it is a file and no folder\n",
            id="two in a file",
        ),
        pytest.param(
            ["--to", "obsidian", "-o", "file"],
            "argumap: cannot write file: it is a file and no folder\n",
            id="no folder",
        ),
        pytest.param(["--to", "csv", "-o", "-"], "argumap: csv takes 2 files; name one with -o", id="two to one"),
        pytest.param(
            ["--to", "obsidian", "-o", "-"], "argumap: obsidian takes a folder; name one with -o", id="notes"
        ),
    ],
)
def test_a_wrong_call_is_told_with_its_remedy(
    call: list[str], told: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (here / "file").write_text("mine", encoding="utf-8")
    assert run(["export", "bridge", *call]) == 2
    assert told in capfd.readouterr().err
    assert (here / "file").read_text(encoding="utf-8") == "mine"


def test_an_address_that_a_format_has_no_use_for_is_told_to_be_left_aside(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    base = ["--base", "https://example.org/maps/bridge", "-o", "-"]
    assert run(["export", "bridge", "--to", "argdown", *base]) == 0
    assert "--base is left aside: argdown writes no addresses." in capfd.readouterr().err
    assert run(["export", "bridge", "--to", "turtle", *base]) == 0
    assert "--base" not in capfd.readouterr().err
