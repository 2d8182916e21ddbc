"""An article as its readers hand it over: sections of blocks of units, every unit with a locator."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, TypeAlias

from argumap.text.languages import get_language
from argumap.text.normalisation import normalise
from argumap.text.sentence_splitter import ENGLISH, get_splitter
from argumap.text.source_facts import SourceFacts
from argumap.text.unit_index import UnitIndex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.errors import Problem
    from argumap.model import Locator
    from argumap.text.languages import Language
    from argumap.text.sentence_splitter import Splitter


LanguageOrigin: TypeAlias = Literal["given", "guessed", "assumed", "locked"]

# So many sentences tell the language of a text.
_TELLING = 200
_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest thing that can be cited.

    ``kind`` is ``heading``, ``sentence`` (of a paragraph or a list item), ``header`` (a cell of a table's
    header row) or ``cell``. ``start`` and ``end`` are code points of the file's text as given; ``text`` is
    what a reader sees there, without marks and line ends. ``lead`` marks a phrase that opens a paragraph.
    """

    locator: str
    kind: str
    start: int
    end: int
    text: str
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list or table in reading order; ``locator`` names it as a whole (``s2.p1``)."""

    kind: str
    locator: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class ArticleSection:
    """What stands under one heading, up to the next of any level; ``s0`` has none. ``level`` is 1 to 6."""

    locator: str
    heading: Unit | None
    level: int
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        return self.heading.text if self.heading else ""


@dataclass(frozen=True)
class Article:
    """A text with its sections, its units in reading order, and what the reader stumbled over.

    ``splitter`` are the rules and the language that it was read by. ``language_by`` says how the language is
    known: somebody named it (``given``), it was told by the text (``guessed``), the text was too short for that
    (``assumed``), or it is read as it was ``locked``.

    Where the ``text`` was extracted from a ``document`` (``pdf``, ``docx``, ``captions``, or ``html`` for a saved
    page), ``facts`` are what the file says of it, ``left_out`` the pieces that are no part of it, each with what
    it is, and ``fragments`` where in the file the text stands from a place on.
    """

    text: str
    sections: tuple[ArticleSection, ...]
    warnings: tuple[Problem, ...] = ()
    splitter: Splitter = field(default_factory=get_splitter, repr=False)
    language_by: LanguageOrigin = "assumed"
    document: str = ""
    facts: SourceFacts = field(default_factory=SourceFacts, repr=False)
    left_out: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    fragments: tuple[tuple[int, str], ...] = field(default=(), repr=False)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        found: list[Unit] = []
        for section in self.sections:
            if section.heading:
                found.append(section.heading)
            for block in section.blocks:
                found.extend(block.units)
        return tuple(found)

    @cached_property
    def language(self) -> Language:
        """The language of its words, also where its sentences are counted by the first splitter, as English."""
        if self.splitter.version > 1:
            return self.splitter.language
        from argumap.text.language_guess import guess_language

        return get_language(guess_language(" ".join(unit.text for unit in self.units[:_TELLING])) or ENGLISH)

    @cached_property
    def normal_forms(self) -> tuple[str, ...]:
        """The text of each unit in the form that is compared (`normalise`), in reading order."""
        return tuple([normalise(unit.text) for unit in self.units])

    def unit(self, locator: str) -> Unit | None:
        """The unit that has exactly this locator."""
        return self._by_locator.get(locator)

    @property
    def text_suffix(self) -> str:
        """The ending of a file that holds the extracted ``text`` and is read as this article."""
        return ".txt" if self.document == "captions" else ".md"

    def fragment_of(self, unit: Unit) -> str:
        """Where in its file a unit begins, as an address names it: ``page=2``, ``t=75``; "" if unknown."""
        n = bisect_right(self.fragments, unit.start, key=itemgetter(0))
        return self.fragments[n - 1][1] if n else ""

    def unit_near(self, line: int) -> Unit | None:
        """The first unit that begins in a line of the file, else the last before it, else the first of all."""
        starts = [0, *(match.end() for match in _LINE_END.finditer(self.text)), len(self.text)]
        start, end = (starts[min(n, len(starts) - 1)] for n in (line - 1, line))
        within = next((unit for unit in self.units if start <= unit.start < end), None)
        before = [unit for unit in self.units if unit.start < start]
        return within or (before[-1] if before else next(iter(self.units), None))

    def covered(self, locator: Locator | str) -> tuple[Unit, ...]:
        """The units that a locator names, in reading order: one, a range, or all beneath it."""
        return tuple([self.units[n] for n in self.index.covered(locator)])

    def normal_of(self, locator: Locator | str) -> str:
        """The text of what a locator names, its units read on, in the form that is compared (`normalise`)."""
        covered = self.index.covered(locator)
        if len(covered) == 1:
            return self.normal_forms[covered[0]]
        return normalise(" ".join(self.units[n].text for n in covered))

    @cached_property
    def _by_locator(self) -> Mapping[str, Unit]:
        return {unit.locator: unit for unit in self.units}

    @cached_property
    def index(self) -> UnitIndex:
        """Which units stand beneath a locator, as indices into ``units``."""
        return UnitIndex(unit.locator for unit in self.units)
