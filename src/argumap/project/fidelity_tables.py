"""What each format keeps, as tables that can be read: one a family of formats, a sign for each feature."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from argumap.formats import FORMATS
from argumap.project.fidelity import FEATURES, Fidelity, measure
from argumap.project.format_choice import order_formats
from argumap.project.format_guide import sum_up_features

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.formats import Family

MARKS: Final[Mapping[Fidelity, str]] = {Fidelity.KEPT: "●", Fidelity.PARTLY: "◐", Fidelity.LOST: "○"}
"""The sign of each fidelity."""
_UNKNOWN = "–"
LEGEND: Final = "   ".join(f"{mark} {fidelity}" for fidelity, mark in MARKS.items())


@dataclass(frozen=True, slots=True)
class FidelityTable:
    """How much of each feature comes back through the ``formats`` of a family: a sign a format in each row.

    What becomes of a feature in all of them alike has no row: ``alike`` has those, by their sign.
    """

    family: Family
    formats: tuple[str, ...]
    rows: Sequence[tuple[str, tuple[str, ...]]]
    alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def tell_alike(self) -> list[str]:
        """What becomes of the features that have no row, a line a sign."""
        where = " in all of these:" if len(self.formats) > 1 else ""
        told = {mark: ", ".join(sum_up_features(features)) for mark, features in self.alike.items()}
        return [f"{mark}{where} {features}" for mark, features in told.items()]

    def split(self, width: int) -> Iterator[FidelityTable]:
        """The table as tables that are at most so many letters wide, each with one format at least."""
        first = max((len(feature) for feature, _ in self.rows), default=len(self.family))
        start, used = 0, first
        for n, name in enumerate(self.formats):
            if n > start and used + len(name) + 1 > width:
                yield self._part(start, n)
                start, used = n, first
            used += len(name) + 1
        yield self._part(start, len(self.formats))

    def _part(self, start: int, end: int) -> FidelityTable:
        rows = [(feature, marks[start:end]) for feature, marks in self.rows]
        alike = self.alike if end == len(self.formats) else {}
        return FidelityTable(self.family, self.formats[start:end], rows, alike)


def build_fidelity_tables() -> list[FidelityTable]:
    """The tables of all formats that are both read and written."""
    measured = {name: found for name in order_formats(FORMATS) if (found := measure(FORMATS[name]))}
    return [
        _build_table(family, {name: found for name, found in measured.items() if FORMATS[name].family is family})
        for family in dict.fromkeys(FORMATS[name].family for name in measured)
    ]


def _build_table(family: Family, measured: Mapping[str, Mapping[str, Fidelity]]) -> FidelityTable:
    rows: list[tuple[str, tuple[str, ...]]] = []
    alike: dict[str, list[str]] = {}
    for feature in FEATURES:
        marks = tuple(_mark(found.get(feature)) for found in measured.values())
        if len(set(marks)) > 1:
            rows.append((feature, marks))
        else:
            alike.setdefault(marks[0], []).append(feature)
    signs = [mark for mark in (*MARKS.values(), _UNKNOWN) if mark in alike]
    return FidelityTable(family, tuple(measured), rows, {mark: tuple(alike[mark]) for mark in signs})


def _mark(fidelity: Fidelity | None) -> str:
    return _UNKNOWN if fidelity is None else MARKS[fidelity]


def write_fidelity_tables(tables: Iterable[FidelityTable]) -> str:
    """Tables as Markdown, with the legend before them."""
    return "\n\n".join([LEGEND, *("\n".join(_write_table(table)) for table in tables)])


def _write_table(table: FidelityTable) -> Iterator[str]:
    yield f"| {table.family} | {' | '.join(f'`{name}`' for name in table.formats)} |"
    yield f"|:--|{':-:|' * len(table.formats)}"
    yield from (f"| {feature} | {' | '.join(marks)} |" for feature, marks in table.rows)
    yield from (f"\n{told}." for told in table.tell_alike())
