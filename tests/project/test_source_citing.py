"""Sources are filled in from citations; what somebody wrote stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap import load
from argumap.errors import CallError
from argumap.project import cite_sources

if TYPE_CHECKING:
    from pathlib import Path

MAP = """argumap: 1
sources:
  column:
    title: "The Night Ferry"  # as printed
    published: "2030"
  report:
    title: "A report"
claims:
  a:
    text: "The ferry is old."
    at: column#s1.p1.s1
"""
BIB = """@article{column, title={Night Ferry}, author={Ana Brook and Leo Marsh}, year=2031, doi={10.1234/x}}
@book{other, title={A REPORT}, publisher={Hus}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ferry").mkdir()
    (tmp_path / "ferry/map.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    return tmp_path


def test_what_is_missing_is_filled_in_and_nothing_else_touched(folder: Path) -> None:
    cited = cite_sources(load(folder / "ferry"), {"": folder / "refs.bib"})
    assert cited.filled == {
        "column": {"authors": "Ana Brook; Leo Marsh", "doi": "10.1234/x"},
        "report": {"publisher": "Hus"},
    }
    assert cited.kept == {"column": {"title": "Night Ferry", "published": "2031"}, "report": {"title": "A REPORT"}}
    written = (folder / "ferry/map.yaml").read_text(encoding="utf-8")
    assert [line for line in written.splitlines() if line not in MAP.splitlines()] == [
        '    authors: ["Ana Brook", "Leo Marsh"]',
        '    doi: "10.1234/x"',
        '    publisher: "Hus"',
    ]
    column, report = load(folder / "ferry").record.sources
    assert (column.authors, column.doi, column.published) == ("Ana Brook; Leo Marsh", "10.1234/x", "2030")
    assert report.publisher == "Hus"


def test_a_second_time_changes_nothing(folder: Path) -> None:
    cite_sources(load(folder / "ferry"), {"": folder / "refs.bib"})
    before = (folder / "ferry/map.yaml").read_bytes()
    assert cite_sources(load(folder / "ferry"), {"": folder / "refs.bib"}).written == ()
    assert (folder / "ferry/map.yaml").read_bytes() == before


def test_a_named_source_takes_the_only_entry_or_the_one_of_its_name(folder: Path) -> None:
    assert cite_sources(load(folder / "ferry"), {"column": folder / "refs.bib"}).filled["column"]["doi"]
    with pytest.raises(CallError, match=r"several entries \(column and other\) and none is called report"):
        cite_sources(load(folder / "ferry"), {"report": folder / "refs.bib"})
    with pytest.raises(CallError, match="has no source 'letter'; it has column and report"):
        cite_sources(load(folder / "ferry"), {"letter": folder / "refs.bib"})


def test_entries_of_nothing_in_the_map_are_refused_whole(folder: Path) -> None:
    (folder / "refs.bib").write_text("@book{x, title={Another}}", encoding="utf-8")
    before = (folder / "ferry/map.yaml").read_bytes()
    with pytest.raises(CallError, match="cannot be told: call an entry by its source's id"):
        cite_sources(load(folder / "ferry"), {"": folder / "refs.bib"})
    assert (folder / "ferry/map.yaml").read_bytes() == before
