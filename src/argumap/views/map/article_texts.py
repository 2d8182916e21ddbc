"""The articles of a map as its page carries them: once, and each passage as its place among their sentences."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.text import Article, Unit

LARGEST_TEXT = 400_000
"""Of a longer article the page carries the passages alone."""


class ArticleTexts:
    """The articles at hand that a page carries, and where among their units a passage stands."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        carried = {source: a for source, a in articles.items() if 0 < len(a.text) <= LARGEST_TEXT}
        self._units = {source: list(_read_on(article)) for source, article in carried.items()}
        self._ends = {source: [unit.end for unit in units] for source, units in self._units.items()}
        self.blocks = {source: list(_read_blocks(article)) for source, article in carried.items()}

    def find(self, anchor: Mapping[str, object]) -> tuple[int, int] | None:
        """The first and the last unit of a passage, counted from 0; None where the page has not its text."""
        source = str(anchor.get("source") or "")
        if source not in self._units or "start" not in anchor:
            return None
        units, start, end = self._units[source], int(str(anchor["start"])), int(str(anchor["end"]))
        first = bisect_left(self._ends[source], start + 1)
        last = first - 1
        while last + 1 < len(units) and units[last + 1].start < end:
            last += 1
        return (first, last) if last >= first else None


def _read_on(article: Article) -> Iterator[Unit]:
    for section in article.sections:
        if section.heading:
            yield section.heading
        for block in section.blocks:
            yield from block.units


def _read_blocks(article: Article) -> Iterator[list[str]]:
    """Each heading, paragraph, list and table: its kind, then its units."""
    for section in article.sections:
        if section.heading:
            yield ["heading", section.heading.text]
        for block in section.blocks:
            yield [block.kind, *(unit.text for unit in block.units)]
