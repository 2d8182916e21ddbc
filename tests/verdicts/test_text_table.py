"""Rows of words under each other."""

from __future__ import annotations

from argumap.verdicts.text_table import align


def test_a_column_is_as_wide_as_its_widest_cell_and_no_line_ends_in_blanks() -> None:
    assert list(align([("issue", "leads", ""), ("q", "x", "")], indent=2)) == ["  issue  leads", "  q      x"]
    assert list(align([])) == []
