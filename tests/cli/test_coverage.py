"""``argumap coverage``: what it prints and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.cli import run
from places import MAP, write_map
from shell import data

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_coverage_fails_under_a_share(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_map(here / "graph" / "bridge", MAP.replace("    at: s3.p1.s3\n", ""))
    assert run(["coverage", "bridge", "--fail-under", "80"]) == 0
    assert run(["coverage", "bridge", "--fail-under", "95"]) == 1
    assert "s3.p1.s3" in capfd.readouterr().out
    told = data(["coverage", "bridge", "--json"], capfd)
    assert (told["cited"], told["skipped"], told["open"]) == (4, 1, 1)


def test_a_source_that_cannot_be_read_is_told_even_where_the_lock_would_do(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["source", "add", "bridge"]) == 0
    assert run(["coverage", "bridge", "--source", "nowhere.md"]) == 2
    assert "cannot read nowhere.md" in capfd.readouterr().err
