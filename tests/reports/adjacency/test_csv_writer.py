from __future__ import annotations

import csv
import io
from collections import Counter

from argumap.reports import REPORTS, ReportInput
from maps import TAKEN_OVER, TOWN

KNOWN = ReportInput(
    TOWN,
    anchors={"close-it": [{"source": "column", "at": "s1.p1.s1", "state": "edited", "text": "Shut it."}]},
    evaluation={"close-it": {"status": "stands", "strength": 0.61}},
    coverage={"column#s1": {"cited": ["s1.p1.s1"], "open": ["s1.p1.s2"]}},
)


def written(suffix: str, given: ReportInput = KNOWN) -> str:
    return REPORTS["adjacency"].writers[suffix](given)


def test_the_table_has_a_row_for_every_claim_stakeholder_and_concept() -> None:
    rows = list(csv.DictReader(io.StringIO(written(".csv"))))
    assert Counter(row["kind"] for row in rows) == {"claim": 6, "stakeholder": 3, "concept": 2}
    shops = next(row for row in rows if row["id"] == "trade-falls")
    assert shops["said by"] == "shops argues via editor; editor concedes"
    assert shops["undercut by"] == "footfall-rose + rents-rose"
    assert shops["bears on"] == "attacks close-it; supports keep-open"


def test_what_nobody_has_seen_is_noted() -> None:
    table = REPORTS["adjacency"].writers[".csv"](ReportInput(TAKEN_OVER))
    notes = {row["id"]: row["note"] for row in csv.DictReader(io.StringIO(table)) if row["kind"] == "claim"}
    assert notes == {"free-day": "unsupported", "open-it": "unseen"}
