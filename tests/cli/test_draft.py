"""``argumap draft``: what it tells, and what it leaves alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from argumap.cli import run


@pytest.fixture
def column(here: Path) -> str:
    text = (
        "Close the square?\n\nThe guild says that trade would suffer. That is not true.\n\nThank you for this.\n"
    )
    (here / "column.txt").write_text(text, encoding="utf-8")
    return "column.txt"


def test_it_tells_what_came_out_and_what_is_open(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", column]) == 0
    out = capfd.readouterr().out
    assert "2 claims, of which 1 is said by 1 named voice" in out
    assert "2 sentences left out as stating nothing: 1 formula and 1 headline" in out
    assert "argumap review graph/column" in out
    assert run(["check", "graph/column"]) == 0


def test_json_has_the_figures(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", column, "--as", "square", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["claims"], told["attributions"], told["arguments"]) == (2, 1, 1)
    assert set(told["left_out"].values()) == {"headline", "formula"}


def test_a_map_of_that_name_is_left_alone(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", column]) == 0
    assert run(["draft", column]) == 2
    assert "choose another name" in capfd.readouterr().err


@pytest.mark.parametrize("content", [b"", b"  \n\n", b"\x00\x01\x02"])
def test_a_file_without_text_is_one_sentence(
    content: bytes, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (here / "a.txt").write_bytes(content)
    assert run(["draft", "a.txt"]) == 2
    assert capfd.readouterr().err.count("\n") == 1
    assert [path.name for path in Path("graph").iterdir()] == ["bridge"]


def test_an_article_comes_from_standard_input(here: Path) -> None:
    text = "The guild says that trade would suffer."
    ran = subprocess.run(
        [sys.executable, "-m", "argumap", "draft", "-", "--as", "piped"],
        input=text,
        text=True,
        check=False,
        cwd=here,
    )
    assert ran.returncode == 0
    assert run(["check", "graph/piped"]) == 0
    assert (here / "graph/piped/.argumap/article.md").read_text(encoding="utf-8") == text


def test_standard_input_wants_a_name(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "-"]) == 2
    assert "--as NAME" in capfd.readouterr().err
    assert sorted(path.name for path in here.iterdir()) == ["graph"]


def test_more_of_a_map_is_drafted(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", column]) == 0
    assert run(["review", "column", "--do", "drop trade-suffer"]) in {0, 2}
    capfd.readouterr()
    assert run(["draft", "--more", "graph/bridge", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["map"], told["claims"], told["open_sentences"]) == ("bridge", [], 0)
    assert run(["draft", "--more", "bridge"]) == 0
    assert capfd.readouterr().out == "0 claims added to bridge, nothing else touched.\n"


@pytest.mark.parametrize("more", [["--more", "bridge", "--as", "x"], ["column.txt", "--source", "column.txt"]])
def test_options_of_a_new_map_and_of_one_that_is_there_do_not_mix(
    more: list[str], column: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["draft", *more]) == 2
    assert "--more" in capfd.readouterr().err
