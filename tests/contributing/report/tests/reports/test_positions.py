from __future__ import annotations

from argumap.reports import ReportInput
from argumap.reports.positions import build_rows
from maps import TOWN


def test_a_position_has_its_question_and_its_counts() -> None:
    rows = build_rows(ReportInput(TOWN))
    assert {row.claim for row in rows} == {claim.id for claim in TOWN.claims if claim.answers}
    assert any(row.supports and row.attacks for row in rows)
