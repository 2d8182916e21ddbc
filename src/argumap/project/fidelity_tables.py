"""What each format keeps, as tables that can be read: one a family of formats, a sign for each feature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from argumap.formats import FORMATS, Family
from argumap.project.fidelity import FEATURES, Fidelity, measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MARKS: Final[Mapping[Fidelity, str]] = {Fidelity.KEPT: "●", Fidelity.PARTLY: "◐", Fidelity.LOST: "○"}
"""The sign of each fidelity."""
LEGEND: Final = "   ".join(f"{mark} {fidelity}" for fidelity, mark in MARKS.items())


@dataclass(frozen=True, slots=True)
class FidelityTable:
    """How much of each feature comes back through the ``formats`` of a family: a sign a format in each row."""

    family: Family
    formats: tuple[str, ...]
    rows: Sequence[tuple[str, tuple[str, ...]]]

    def split(self, width: int) -> Iterator[FidelityTable]:
        """The table as tables that are at most so many letters wide, each with one format at least."""
        first = max(len(feature) for feature, _ in self.rows)
        start, used = 0, first
        for n, name in enumerate(self.formats):
            if n > start and used + len(name) + 2 > width:
                yield self._part(start, n)
                start, used = n, first
            used += len(name) + 2
        yield self._part(start, len(self.formats))

    def _part(self, start: int, end: int) -> FidelityTable:
        rows = [(feature, marks[start:end]) for feature, marks in self.rows]
        return FidelityTable(self.family, self.formats[start:end], rows)


def build_fidelity_tables() -> list[FidelityTable]:
    """The tables of all formats that are both read and written."""
    measured = {name: found for name, plug_in in FORMATS.items() if (found := measure(plug_in))}
    tables = []
    for family in Family:
        names = tuple(name for name in measured if FORMATS[name].family is family)
        if names:
            rows = [(f, tuple(_mark(measured[name].get(f)) for name in names)) for f in FEATURES]
            tables.append(FidelityTable(family, names, rows))
    return tables


def _mark(fidelity: Fidelity | None) -> str:
    return "–" if fidelity is None else MARKS[fidelity]


def write_fidelity_tables(tables: Iterable[FidelityTable]) -> str:
    """Tables as Markdown, with the legend before them."""
    return "\n\n".join([LEGEND, *("\n".join(_write_table(table)) for table in tables)])


def _write_table(table: FidelityTable) -> Iterator[str]:
    yield f"| {table.family} | {' | '.join(f'`{name}`' for name in table.formats)} |"
    yield f"|:--|{':-:|' * len(table.formats)}"
    yield from (f"| {feature} | {' | '.join(marks)} |" for feature, marks in table.rows)
