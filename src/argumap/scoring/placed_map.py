"""Two maps of one text, their claims and what is said placed in the sentences that they share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from textwrap import shorten
from typing import TYPE_CHECKING

from argumap.anchoring import counts
from argumap.errors import NotAtHand, OtherText
from argumap.model import quoted
from argumap.text import UnitIndex
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.anchoring import Lock, SourceLock
    from argumap.model import Attribution, Claim, Index, Passage


_LONGEST = 80


@dataclass(frozen=True)
class SharedText:
    """The units that two maps share, counted through over all sources; ``names`` are their locators in the gold.

    ``sentences`` are those that a map should cite or set aside: sentences and cells, no heading.
    """

    names: Sequence[str]

    @cached_property
    def sentences(self) -> frozenset[int]:
        return frozenset(unit for unit, name in enumerate(self.names) if counts(name))

    def name(self, units: Iterable[int]) -> str:
        """The locators of units, in reading order."""
        return ", ".join(self.names[unit] for unit in sorted(units))


@dataclass(frozen=True)
class PlacedMap:
    """A map, and in ``beneath`` for each of its sources the units there and the number of the first."""

    index: Index
    text: SharedText
    beneath: Mapping[str, tuple[UnitIndex, int]]

    @cached_property
    def passages(self) -> Mapping[str, tuple[frozenset[int], ...]]:
        """The units of each passage of each claim; a passage that names none is left out."""
        return {
            claim.id: tuple(units for passage in claim.at if (units := self._cover(passage)))
            for claim in self.index.map.claims
        }

    @cached_property
    def units(self) -> Mapping[str, frozenset[int]]:
        """The units of each claim."""
        return {claim: frozenset().union(*passages) for claim, passages in self.passages.items()}

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """The claims that stand somewhere; another map cannot be seen to have one that does not."""
        return [claim for claim in self.index.map.claims if self.units[claim.id]]

    @cached_property
    def positions(self) -> Sequence[Claim]:
        """Those of them that answer a question under debate."""
        return [claim for claim in self.index.positions if self.units[claim.id]]

    @cached_property
    def said(self) -> Sequence[tuple[Attribution, frozenset[int]]]:
        """What is said of claims, each with its sentences: its own passage, or else that of the claim."""
        placed = []
        for attribution in self.index.map.attributions:
            if attribution.of in self.index.claims:
                own = frozenset().union(*map(self._cover, attribution.at))
                units = own if attribution.at else self.units[attribution.of]
                placed.append((attribution, units & self.text.sentences))
        return placed

    @cached_property
    def cited(self) -> frozenset[int]:
        """The sentences that state a claim, or where somebody stands on one."""
        own = (passage for passages in self.passages.values() for passage in passages)
        return self.text.sentences.intersection(frozenset().union(*own, *(units for _, units in self.said)))

    @cached_property
    def authors(self) -> Mapping[int, str]:
        """Who wrote each unit, where the map says so."""
        return {
            first + n: source.author
            for source in self.index.map.sources
            if source.author is not None
            for units, first in [self.beneath[source.id]]
            for n in range(len(units))
        }

    def call(self, claim: str) -> str:
        """A claim by its title, or by the beginning of its text."""
        return quoted(shorten(self.index.claims[claim].label, _LONGEST, placeholder=" …"))

    def _cover(self, passage: Passage) -> frozenset[int]:
        if not passage.at or passage.source not in self.beneath:
            return frozenset()
        units, first = self.beneath[passage.source]
        try:
            return frozenset(first + n for n in units.covered(passage.at))
        except ValueError:  # what is no locator is told by the reader of the map
            return frozenset()


def place_maps(draft: Index, draft_lock: Lock, gold: Index, gold_lock: Lock) -> tuple[PlacedMap, PlacedMap]:
    """Both maps over the text that they share.

    Raises `NotAtHand` where the text of a source is known to neither lock nor command, `OtherText` where a source
    of one map is none of the other.
    """
    ours, theirs = _find_units("the draft", draft, draft_lock), _find_units("the gold map", gold, gold_lock)
    twins = {source: _find_twin(source, locked, ours) for source, locked in theirs.items()}
    if lone := joined(sorted(set(ours) - set(twins.values()))):
        raise OtherText(f"the gold map has no source with the text of {lone}; compare maps of the same articles")
    alone = len(theirs) == 1
    text = SharedText(
        [u.at if alone else f"{source}#{u.at}" for source, locked in theirs.items() for u in locked.units]
    )
    starts = accumulate((len(locked.units) for locked in theirs.values()), initial=0)
    beneath = {
        source: (UnitIndex(unit.at for unit in locked.units), first)
        for (source, locked), first in zip(theirs.items(), starts, strict=False)
    }
    return (
        PlacedMap(draft, text, {twins[source]: there for source, there in beneath.items()}),
        PlacedMap(gold, text, beneath),
    )


def _find_units(whose: str, index: Index, lock: Lock) -> dict[str, SourceLock]:
    if not index.sources:
        raise NotAtHand(f"{whose} has no source, so its claims cannot be placed in an article")
    unknown = [source for source in index.sources if source not in lock.sources]
    if unknown:
        raise NotAtHand(
            f"the text of {joined(unknown)} in {whose} is not known; "
            f"lock it with argumap source add MAP --source FILE"
        )
    return {source: lock.sources[source] for source in index.sources}


def _find_twin(source: str, locked: SourceLock, others: Mapping[str, SourceLock]) -> str:
    """The source among ``others`` that has the very text, in the same units."""
    text = [(unit.at, unit.exact_hash) for unit in locked.units]
    for other, there in others.items():
        if [(unit.at, unit.exact_hash) for unit in there.units] == text:
            return other
    shared = {other: _count_shared(locked, there) for other, there in others.items()}
    nearest = max(shared, key=shared.__getitem__)
    raise OtherText(_tell_difference(source, locked, nearest, others[nearest], shared[nearest]))


def _count_shared(one: SourceLock, other: SourceLock) -> int:
    return len({unit.exact_hash for unit in one.units} & {unit.exact_hash for unit in other.units})


def _tell_difference(source: str, locked: SourceLock, other: str, there: SourceLock, shared: int) -> str:
    if locked.splitter != there.splitter and shared:
        return (
            f"the sentences of {source} are counted by splitter {locked.splitter} in the gold map and by "
            f"{there.splitter} in the draft; renumber one with argumap anchor relocate MAP --splitter N"
        )
    of = counted(len(locked.units), "sentence, cell and heading", "sentences, cells and headings")
    if shared * 5 < len(locked.units):
        return f"the maps are of different articles: {other} of the draft has {shared} of the {of} of {source}"
    return (
        f"the maps are of two versions of an article: {other} of the draft has {shared} of the {of} of {source}; "
        f"bring both to one text with argumap anchor relocate"
    )
