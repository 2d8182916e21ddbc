from __future__ import annotations

from argumap.reports import ReportInput
from argumap.reports.adjacency import PositionTally, build_adjacency
from maps import TOWN

KNOWN = ReportInput(
    TOWN,
    anchors={"close-it": [{"source": "column", "at": "s1.p1.s1", "state": "edited", "text": "Shut it."}]},
    evaluation={"close-it": {"status": "stands", "strength": 0.61}},
    coverage={"column#s1": {"cited": ["s1.p1.s1"], "open": ["s1.p1.s2"]}},
)


def test_figures() -> None:
    figures = build_adjacency(KNOWN).figures
    assert figures.roles == {"position": 2, "supporting point": 1, "objection": 1, "rebuttal": 2}
    assert (figures.claims, figures.arguments, figures.unsupported) == (6, 4, 4)
    assert (figures.objections, figures.unattacked) == (2, 1)
    assert figures.positions == (PositionTally("close-it", 1, 1), PositionTally("keep-open", 1, 0))
    assert figures.coverage == {"cited": 1, "skipped": 0, "open": 1}


def test_rows_say_what_has_no_support_and_no_answer() -> None:
    rows = {row.beside.claim.id: row for row in build_adjacency(KNOWN).rows}
    assert {node_id for node_id, row in rows.items() if row.unattacked} == {"footfall-rose", "rents-rose"}
    assert not rows["close-it"].unsupported
    assert (rows["close-it"].status, rows["close-it"].strength) == ("stands", 0.61)
