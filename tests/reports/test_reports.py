"""What holds for every report; each asks the registry, so that a new one is tried as well."""

from __future__ import annotations

import csv
import io
import json

import pytest
from markdown_it import MarkdownIt

from argumap.model import ArgumentMap, Claim, Stakeholder
from argumap.reports import REPORTS, ReportInput, in_markdown
from maps import HOSTILE, MAPS

COVERAGE = {"column#s1": {"cited": ["s1.p1.s1"], "skipped": ["s1.p3.s1"], "open": ["s1.p2.s2"]}}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_every_writer_gives_the_same_twice(name: str, argument_map: ArgumentMap) -> None:
    given = ReportInput(argument_map, coverage=COVERAGE)
    for write in REPORTS[name].writers.values():
        assert write(given) == write(given)
        assert write(given).endswith("\n")


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_json_is_json_and_names_the_map(name: str, argument_map: ArgumentMap) -> None:
    report = json.loads(REPORTS[name].writers[".json"](ReportInput(argument_map)))
    assert report["title"] == argument_map.title


@pytest.mark.parametrize("name", REPORTS)
def test_no_cell_of_a_table_starts_a_formula(name: str) -> None:
    sly = ArgumentMap(
        claims=(Claim("a", "=1+1", title="@SUM(A1)"),), stakeholders=(Stakeholder("s", "+49", role="-1"),)
    )
    for row in csv.reader(io.StringIO(REPORTS[name].writers[".csv"](ReportInput(sly, coverage=COVERAGE)))):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize("name", REPORTS)
def test_hostile_text_stays_text_in_markdown(name: str) -> None:
    text = REPORTS[name].writers[".md"](ReportInput(HOSTILE, coverage=COVERAGE))
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert "<script" not in html
    assert "javascript:" not in html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain words", "plain words", id="plain text is left alone"),
        pytest.param("two\nlines\u2028here", "two lines here", id="one line"),
        pytest.param("# no heading", "# no heading", id="no heading"),
        pytest.param("1. no list", "1. no list", id="no list"),
        pytest.param("- no list", "- no list", id="no bullet"),
        pytest.param("+ no list", "+ no list", id="no plus bullet"),
        pytest.param("a *b* _c_ `d` [e](f)", "a *b* _c_ `d` [e](f)", id="no emphasis, code or link"),
        pytest.param("<b>x</b> &amp; y", "&lt;b&gt;x&lt;/b&gt; &amp;amp; y", id="no tags or entities"),
    ],
)
def test_a_text_shows_as_it_is(text: str, shown: str) -> None:
    assert MarkdownIt("commonmark").render(in_markdown(text)) == f"<p>{shown}</p>\n"
