"""What a broken map file would have said of its speakers, so that nobody is taken for another by default."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.mapfile.default_speaker import find_first, section_of
from argumap.mapfile.entries import LIKENESS, SECTIONS
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from argumap.mapfile.locations import Location, Locations, ValuePath
    from argumap.model import Passage

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_OF_SOURCE = (
    *("title", "author", "authors", "published", "publisher", "doi", "url", "file", "skip", "language", "origin"),
    "unseen",
)
_OF_SECTION = ("title", "voice")


@dataclass(slots=True)
class LostSpeech:
    """The lines on which an author or a voice stands that cannot be read.

    ``authors`` are by source, ``voices`` by source and section. ``somewhere`` is the line of a voice of which it
    cannot be read which section it is of: it may be that of any section that is not in ``sections``, those read.
    """

    authors: dict[str, int] = field(default_factory=dict)
    voices: dict[tuple[str, str], int] = field(default_factory=dict)
    somewhere: int | None = None
    sections: set[tuple[str, str]] = field(default_factory=set)

    def find_line(self, at: Sequence[Passage], sources: Collection[str]) -> int | None:
        """The line that keeps it open whose a claim at these passages is by default; None where nothing does."""
        first = find_first(at, sources)
        if first is None:
            return None
        for passage in at:
            if passage.source in self.authors and (passage is first or passage.source not in sources):
                return self.authors[passage.source]
        place = (first.source, section_of(first.at))
        return self.voices.get(place, None if place in self.sections else self.somewhere)

    def lose_authors(
        self, authors: Mapping[str, str | None], written: Iterable[str], locations: Locations
    ) -> None:
        """Note the sources whose author is written and cannot be read, or that cannot be read at all."""
        for source in written:
            path: ValuePath = ("sources", source)
            if source not in authors:
                place: Location | None = locations.key(path)
            elif authors[source] is None:
                empty = locations.text((*path, "author")) in _NULL
                place = None if empty else _find_key(locations, path, "author", _OF_SOURCE)
            else:
                continue
            if place is not None:
                self.authors[source] = place.line

    def lose_section(self, locations: Locations, key: str, section: tuple[str, str] | None) -> None:
        """Note that the voice of a section cannot be read, if one is written; None where it is not known which."""
        place = _find_key(locations, ("sections", key), "voice", _OF_SECTION)
        if place is not None and section is not None:
            self.voices[section] = place.line
        elif place is not None:
            self.somewhere = place.line

    def lose_sections(self, locations: Locations, read: Collection[str]) -> None:
        """Note sections that were left out whole, and a key that most likely stands for that of all sections."""
        for table in locations.tables:
            for key, entry in (table.children(0) if table.keys else {}).items():
                if key == "sections":
                    left = [at for section, at in table.children(entry).items() if section not in read]
                elif isinstance(key, str) and key not in SECTIONS and _is_meant(key, "sections", SECTIONS):
                    left = [entry]
                else:
                    continue
                for at in left[:1]:
                    self.somewhere = table.key_location(at).line


def _find_key(locations: Locations, path: ValuePath, meant: str, known: Sequence[str]) -> Location | None:
    """Where a key stands beneath ``path`` that is ``meant``, or that most likely stands for it."""
    for step in locations.steps(path):
        if isinstance(step, str) and (step == meant or (step not in known and _is_meant(step, meant, known))):
            return locations.key((*path, step))
    return None


def _is_meant(word: str, meant: str, known: Iterable[str]) -> bool:
    return suggest(word, known, "{}", likeness=LIKENESS) == meant
