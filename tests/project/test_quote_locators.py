from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.project import load
from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path


def test_a_quote_that_stands_once_is_as_good_as_a_locator(tmp_path: Path) -> None:
    text = MAP.replace("at: s3.p1.s3", 'quote: "the new ring road opens"')
    opened = load(write_map(tmp_path / "bridge", text))
    assert [p.at for p in opened.index.claims["ring-road"].at] == ["s3.p1.s3"]
    assert opened.coverage is not None
    assert opened.coverage.open == 0


def test_a_quote_that_is_not_there_is_a_located_problem(tmp_path: Path) -> None:
    text = MAP.replace("at: s3.p1.s3", 'quote: "the old ring road opens"')
    (problem,) = [p for p in load(write_map(tmp_path / "bridge", text)).check() if p.code == "AM201"]
    assert "ring-road:" in MAP.splitlines()[problem.line - 1]
