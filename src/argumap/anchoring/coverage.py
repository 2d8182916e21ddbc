"""What of a source the map has taken up: which units are cited, which are set aside, which neither."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.anchoring.citing_places import find_citations
from argumap.anchoring.lock_file import Lock, SourceLock
from argumap.model import Locator
from argumap.text import UnitIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argumap.model import ArgumentMap
    from argumap.text import Article


@dataclass(frozen=True, slots=True)
class SectionCoverage:
    """The sentences and cells of one section, as locators in reading order; a cited one is never skipped."""

    source: str
    section: str
    cited: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return len(self.cited) + len(self.skipped) + len(self.open)

    @property
    def share(self) -> float:
        """The part that is cited or skipped, 0 to 1; a section without sentences is covered."""
        return 1 - len(self.open) / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """All sections of all sources of a map, and for every unit (headings too) the nodes that cite it."""

    sections: tuple[SectionCoverage, ...]
    citing: Mapping[tuple[str, str], tuple[str, ...]]

    @property
    def cited(self) -> int:
        return sum(len(section.cited) for section in self.sections)

    @property
    def skipped(self) -> int:
        return sum(len(section.skipped) for section in self.sections)

    @property
    def open(self) -> int:
        return sum(len(section.open) for section in self.sections)

    @property
    def total(self) -> int:
        return sum(section.total for section in self.sections)

    @property
    def share(self) -> float:
        """The part of all units that is cited or skipped, 0 to 1."""
        return 1 - self.open / self.total if self.total else 1.0

    def to_dict(self) -> dict[str, object]:
        """The counts and, section by section, the locators, as plain data; the share to six places."""
        return {
            "cited": self.cited,
            "skipped": self.skipped,
            "open": self.open,
            "share": round(self.share, 6),
            "sections": [
                {
                    "source": part.source,
                    "section": part.section,
                    "cited": list(part.cited),
                    "skipped": list(part.skipped),
                    "open": list(part.open),
                }
                for part in self.sections
            ],
        }


def build_coverage(argument_map: ArgumentMap, units: Lock | Mapping[str, Article | SourceLock]) -> Coverage:
    """What the map cites and skips of the sources that ``units`` knows: a lock, or texts and locks by source id.

    Sentences and table cells count. Headings and header cells may be cited and skipped but are never missed.
    A map's locators are those of the lock, so with an article that has drifted the lock tells the truth.
    """
    locators = dict(_locators(argument_map, units))
    beneath = {source: UnitIndex(listed) for source, listed in locators.items()}
    citing: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    skipped: set[tuple[str, str]] = set()
    for citation in find_citations(argument_map):
        for locator in _covered(beneath, locators, citation.source, citation.at):
            if citation.kind == "skip":
                skipped.add((citation.source, locator))
            elif citation.kind != "section" and citation.node not in citing[citation.source, locator]:
                citing[citation.source, locator].append(citation.node)
    sections = [
        section
        for source, listed in locators.items()
        for section in _sections(source, listed, {at for s, at in citing if s == source}, skipped)
    ]
    return Coverage(tuple(sections), {key: tuple(nodes) for key, nodes in citing.items()})


def _locators(
    argument_map: ArgumentMap, units: Lock | Mapping[str, Article | SourceLock]
) -> Iterator[tuple[str, list[str]]]:
    known = units.sources if isinstance(units, Lock) else units
    for source in argument_map.sources:
        match known.get(source.id):
            case SourceLock() as locked:
                yield source.id, [unit.at for unit in locked.units]
            case None:
                continue
            case article:
                yield source.id, [unit.locator for unit in article.units]


def _covered(
    beneath: Mapping[str, UnitIndex], locators: Mapping[str, list[str]], source: str, at: str
) -> Iterable[str]:
    if source not in beneath:
        return []
    try:
        return [locators[source][n] for n in beneath[source].covered(at)]
    except ValueError:  # a locator that cannot be read is the reader's problem to tell
        return []


def _sections(
    source: str, locators: Iterable[str], cited: set[str], skipped: set[tuple[str, str]]
) -> Iterator[SectionCoverage]:
    parts: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for locator in locators:
        part = parts.setdefault(Locator.parse(locator).section, ([], [], []))
        if counts(locator):
            part[0 if locator in cited else 1 if (source, locator) in skipped else 2].append(locator)
    for section, (taken, aside, missed) in parts.items():
        yield SectionCoverage(source, section, tuple(taken), tuple(aside), tuple(missed))


def counts(locator: str) -> bool:
    """Whether a unit is one that a map should cite or skip: a sentence or a cell, no heading or header."""
    return not locator.endswith(".h") and ".r0." not in locator
