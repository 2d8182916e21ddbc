from __future__ import annotations

import json

from argumap.reports import REPORTS, ReportInput
from maps import TOWN

COVERAGE = {"column#s1": {"cited": ["s1.p1.s1"], "skipped": ["s1.p3.s1"], "open": ["s1.p2.s2"]}}


def test_the_coverage_report_counts_and_lists_what_is_open() -> None:
    text = REPORTS["coverage"].writers[".md"](ReportInput(TOWN, coverage=COVERAGE))
    assert "| column#s1 Why now | 3 | 1 | 1 | 1 |" in text
    assert "- column#s1: s1.p2.s2" in text


def test_without_the_text_coverage_is_said_to_be_unknown() -> None:
    assert "not at hand" in REPORTS["coverage"].writers[".md"](ReportInput(TOWN))
    assert json.loads(REPORTS["coverage"].writers[".json"](ReportInput(TOWN)))["sections"] is None
