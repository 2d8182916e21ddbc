"""Tables that compare: each row asks what holds of what stands over the columns, and each cell answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.model import Claim, Concept, Issue, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.text import Article, Block, Slugs, Unit

_CELL = re.compile(r"r(?P<row>\d+)\.c(?P<column>\d+)$")
# One column alone has nothing that it could be compared with.
_FEWEST_COLUMNS = 2
_MADE = "draft, by table"
# A cell with one of these says nothing.
_EMPTY = frozenset({"", "-", "–", "—", "?", "n/a", "n.a.", "k. a.", "k.a."})


@dataclass
class Comparisons:
    """What the tables of an article compare: concepts over the columns, an issue a row, a claim a cell."""

    concepts: list[Concept] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def read_tables(article: Article, source: str, slugs: Slugs) -> Comparisons:
    """The comparisons of an article; a table with one column, or without a head, compares nothing."""
    found = Comparisons()
    for section in article.sections:
        for block in section.blocks:
            if block.kind == "table":
                _read(block, source, slugs, found)
    return found


def _read(block: Block, source: str, slugs: Slugs, found: Comparisons) -> None:
    cells = {(row, column): unit for row, column, unit in _cells(block)}
    heads = {column: unit for (row, column), unit in cells.items() if row == 0 < column - 1}
    labels = {row: unit for (row, column), unit in sorted(cells.items()) if row and column == 1}
    if len(heads) < _FEWEST_COLUMNS or not labels:
        return
    concepts = {column: _concept(unit, source, slugs) for column, unit in heads.items()}
    found.concepts += concepts.values()
    compared = tuple(concept.id for concept in concepts.values())
    for row, label in labels.items():
        told = label.text.strip().rstrip("?:")
        at = (Passage(source, label.locator),)
        issue = Issue(slugs.make(told), f"{told}?", compares=compared, at=at, unseen=_MADE)
        found.issues.append(issue)
        for column, concept in concepts.items():
            if (row, column) in cells and (cell := cells[row, column]).text.strip().casefold() not in _EMPTY:
                found.claims.append(
                    Claim(
                        slugs.make(f"{concept.label} {told}"),
                        f"{concept.label}, {told}: {cell.text.strip()}.",
                        answers=(issue.id,),
                        about=(concept.id,),
                        at=(Passage(source, cell.locator),),
                        unseen=_MADE,
                    )
                )


def _concept(unit: Unit, source: str, slugs: Slugs) -> Concept:
    return Concept(slugs.make(unit.text), unit.text.strip(), at=(Passage(source, unit.locator),), unseen=_MADE)


def _cells(block: Block) -> Iterator[tuple[int, int, Unit]]:
    for unit in block.units:
        match = _CELL.search(unit.locator)
        if match:
            yield int(match["row"]), int(match["column"]), unit
