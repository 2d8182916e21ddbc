"""One text read by two rules: what has the words of a passage when its units are counted in the other way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.anchoring.anchor_states import AnchorState, SourceCheck
from argumap.anchoring.citing_places import Citation, find_citations
from argumap.anchoring.drift import Drift, Fate, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argumap.model import ArgumentMap
    from argumap.text import Article, Unit


def recount_anchors(
    argument_map: ArgumentMap, old: Mapping[str, Article], new: Mapping[str, Article]
) -> list[AnchorState]:
    """Where each anchor on a source in ``new`` stands there; ``old`` is the same text as its locators count it.

    An anchor is ``exact`` where it names the same words, and ``merged`` where it names more, as its sentence is a
    part of a longer one now; where its words are no one passage any more it is ``ambiguous``.
    """
    checks = {source: _Recount(old[source], article) for source, article in new.items()}
    return [checks[c.source].state(c) for c in find_citations(argument_map) if c.source in checks]


def recount_places(old: Article, new: Article, ats: Iterable[str]) -> dict[str, str | None]:
    """The locators in ``new`` of what some name in ``old``, the same text; None where that is no one passage."""
    recount = _Recount(old, new)
    return {at: recount.state(Citation("", "place", "", at)).now for at in ats}


class _Recount:
    def __init__(self, old: Article, new: Article) -> None:
        self.old = old
        self.new = new
        self.fates = tuple(map(self._find_fate, old.units, _find_places(old, new)))
        self.check = SourceCheck(new, Drift(self.fates), old.index)

    def _find_fate(self, unit: Unit, places: tuple[int, ...]) -> Fate:
        same = [(self.new.units[j].start, self.new.units[j].end) for j in places] == [(unit.start, unit.end)]
        return Fate(State.EXACT if same else State.MOVED, places)

    def state(self, citation: Citation) -> AnchorState:
        state = self.check.state(citation)
        covered = self.old.covered(citation.at) if state.known else ()
        if len(covered) == 1 and len(units := self._become(citation.at)) == 1:
            (unit,) = units
            state = replace(state, now=unit.locator, start=unit.start, end=unit.end, text=unit.text)
        if state.start is None or state.end is None or not covered:
            return state
        if state.start > covered[0].start or state.end < covered[-1].end:
            # Its words stand in several paragraphs by the other rules, and no locator names them all.
            return replace(state, now=None, start=None, end=None, text="", state=State.AMBIGUOUS)
        more = state.start < covered[0].start or state.end > covered[-1].end
        return replace(state, state=State.MERGED if more else State.EXACT)

    def _become(self, at: str) -> list[Unit]:
        return [self.new.units[j] for n in self.old.index.covered(at) for j in self.fates[n].now]


def _find_places(old: Article, new: Article) -> Iterator[tuple[int, ...]]:
    """For each old unit the new ones that have a part of its words. Both stand in the order of the text."""
    first = 0
    for unit in old.units:
        while first < len(new.units) and new.units[first].end <= unit.start:
            first += 1
        last = first
        while last < len(new.units) and new.units[last].start < unit.end:
            last += 1
        yield tuple(range(first, last))
