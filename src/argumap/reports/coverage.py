"""The coverage report: which units of the text a map cites, which it marks as not argumentative, which neither."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from argumap.graph import write_csv
from argumap.reports import Report, in_markdown

if TYPE_CHECKING:
    from argumap.reports import ReportInput

_COLUMNS = ("section", "title", "units", "cited", "skipped", "open", "open units")


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section (``column#s2``) with the locators of its units."""

    section: str
    title: str
    cited: tuple[str, ...]
    skipped: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def units(self) -> int:
        return len(self.cited) + len(self.skipped) + len(self.open)


def build_rows(given: ReportInput) -> tuple[SectionRow, ...]:
    """The sections in the order of the coverage given; none where the text is not at hand."""
    titles = {f"{section.source}#{section.at}": section.title or "" for section in given.map.sections}
    return tuple(
        SectionRow(
            section,
            titles.get(section, ""),
            tuple(units.get("cited", ())),
            tuple(units.get("skipped", ())),
            tuple(units.get("open", ())),
        )
        for section, units in (given.coverage or {}).items()
    )


def write_markdown(given: ReportInput) -> str:
    """A table of sections, then the units that still wait for a claim."""
    rows = build_rows(given)
    blocks = [f"# What the map covers: {in_markdown(given.map.title)}"]
    if not rows:
        blocks.append("The text is not at hand, so its coverage is not known.")
    else:
        blocks.append(_table(rows))
        waiting = [f"- {in_markdown(row.section)}: {', '.join(row.open)}" for row in rows if row.open]
        blocks += ["## Not taken up", "\n".join(waiting) or "Each unit is cited or set aside."]
    return "\n\n".join(blocks) + "\n"


def _table(rows: tuple[SectionRow, ...]) -> str:
    lines = ["| Section | Units | Cited | Set aside | Not taken up |", "|:--|--:|--:|--:|--:|"]
    for row in rows:
        name = in_markdown(f"{row.section} {row.title}".strip())
        lines.append(f"| {name} | {row.units} | {len(row.cited)} | {len(row.skipped)} | {len(row.open)} |")
    cited, skipped, waiting = (sum(len(getattr(r, s)) for r in rows) for s in ("cited", "skipped", "open"))
    total = sum(row.units for row in rows)
    return "\n".join([*lines, f"| **Together** | {total} | {cited} | {skipped} | {waiting} |"])


def write_table(given: ReportInput) -> str:
    """One row a section, as CSV."""
    return write_csv(
        _COLUMNS,
        (
            {
                "section": row.section,
                "title": row.title,
                "units": row.units,
                "cited": len(row.cited),
                "skipped": len(row.skipped),
                "open": len(row.open),
                "open units": "; ".join(row.open),
            }
            for row in build_rows(given)
        ),
    )


def write_json(given: ReportInput) -> str:
    """The sections with their units, as JSON; ``sections`` is null where the text is not at hand."""
    sections = None if given.coverage is None else [asdict(row) for row in build_rows(given)]
    return json.dumps({"title": given.map.title, "sections": sections}, ensure_ascii=False, indent=1) + "\n"


PLUGIN = Report("What the map covers", {".md": write_markdown, ".csv": write_table, ".json": write_json})
