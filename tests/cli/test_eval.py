"""``argumap eval``: a draft scored by a gold map, at the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run
from places import MAP, write_map
from shell import data

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_draft_is_scored(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "draft", MAP.replace("    at: s3.p1.s3\n", ""))
    assert run(["eval", "draft", "bridge"]) == 0
    told = capfd.readouterr().out
    assert told.startswith("                ")
    assert "s3.p1.s3" in told
    assert run(["eval", "draft", "bridge", "--figures"]) == 0
    assert "s3.p1.s3" not in capfd.readouterr().out


def test_scores_as_data(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = data(["eval", "bridge", "bridge", "--json"], capfd)
    assert told["scores"]["attachment"]["f1"] == 1.0
    assert told["faults"]["given_to_somebody_who_says_nothing_there"]["count"] == 0
    assert told["misses"] == []
    assert "misses" not in data(["eval", "bridge", "bridge", "--json", "--figures"], capfd)


def test_maps_of_different_articles_are_refused(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    other = write_map(here / "graph" / "other")
    article = next(path for path in other.iterdir() if path.suffix in {".md", ".txt"})
    article.write_text("# The hill\n\nThe hill is high. It is green.\n", encoding="utf-8")
    assert run(["eval", "other", "bridge"]) == 2
    assert "the maps are of different articles" in capfd.readouterr().err


def test_a_map_with_errors_is_not_scored(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "draft", MAP + "nonsense: 1\n")
    assert run(["eval", "draft", "bridge"]) == 1
    assert "nonsense" in capfd.readouterr().err
