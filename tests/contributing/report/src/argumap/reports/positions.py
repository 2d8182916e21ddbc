"""Which positions answer which question, and how many arguments bear on each."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from argumap.graph import write_csv
from argumap.model import Index
from argumap.reports import Report, in_markdown

if TYPE_CHECKING:
    from argumap.reports import ReportInput


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A position with the question that it answers."""

    question: str
    claim: str
    text: str
    supports: int
    attacks: int


def build_rows(given: ReportInput) -> list[PositionRow]:
    index = Index(given.map)
    return [
        PositionRow(
            question, claim.id, claim.label, len(index.supporting(claim.id)), len(index.attacking(claim.id))
        )
        for claim in given.map.claims
        for question in claim.answers
    ]


def write_markdown(given: ReportInput) -> str:
    lines = [f"| {r.question} | {in_markdown(r.text)} | {r.supports} | {r.attacks} |" for r in build_rows(given)]
    head = ["| Question | Position | For | Against |", "|:--|:--|--:|--:|"]
    return "\n".join([f"# Positions: {in_markdown(given.map.title)}", "", *head, *lines, ""])


def write_table(given: ReportInput) -> str:
    return write_csv(("question", "claim", "text", "supports", "attacks"), map(asdict, build_rows(given)))


def write_json(given: ReportInput) -> str:
    rows = [asdict(row) for row in build_rows(given)]
    return json.dumps({"title": given.map.title, "positions": rows}, ensure_ascii=False, indent=1) + "\n"


PLUGIN = Report("Positions", {".md": write_markdown, ".csv": write_table, ".json": write_json})
