"""The adjacency report: for each claim what bears on it, what it bears on, who says it and where."""

from __future__ import annotations

from argumap.reports import Report
from argumap.reports.adjacency.csv_writer import write_table
from argumap.reports.adjacency.json_writer import write_json
from argumap.reports.adjacency.markdown_writer import write_markdown
from argumap.reports.adjacency.rows import Adjacency, ClaimRow, PositionTally, Tally, build_adjacency

__all__ = ["PLUGIN", "Adjacency", "ClaimRow", "PositionTally", "Tally", "build_adjacency"]

PLUGIN = Report(
    "What bears on what, who says it, and where",
    {".md": write_markdown, ".csv": write_table, ".json": write_json},
)
