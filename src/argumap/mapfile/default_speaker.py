"""Who says what a map file gives to nobody: the one rule that the reader fills in and the writer leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import Act, Attribution, reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.model import Passage


def default_attribution(
    of: str,
    at: Sequence[Passage],
    authors: Mapping[str, str | None],
    voices: Mapping[tuple[str, str], Act],
) -> Attribution | None:
    """A claim that stands in a source is its author's, in the voice of the section: ``asserts`` if it has none.

    The passage that is read first decides, whatever the order of ``at``. ``authors`` are by source, of all sources
    in the order of the map, ``voices`` by source and section.
    """
    first = find_first(at, authors)
    author = authors.get(first.source) if first else None
    if first is None or author is None:
        return None
    return Attribution(author, voices.get((first.source, section_of(first.at)), Act.ASSERTS), of)


def find_first(at: Sequence[Passage], sources: Iterable[str]) -> Passage | None:
    """The passage that is read first; one that only its words find comes after those with a locator."""
    if len(at) < 2:
        return at[0] if at else None
    place = {source: n for n, source in enumerate(sources)}

    def order(passage: Passage) -> tuple[int, bool, tuple[int, ...], str]:
        within = reading_order(passage.at)
        words = passage.quote.exact if passage.quote else ""
        return place.get(passage.source, len(place)), not within, within, words

    return min(at, key=order)


def section_of(locator: str) -> str:
    """The section that a locator begins in: ``s2`` of ``s2.p1.s1-s3``."""
    return locator.partition(".")[0].partition("-")[0]


def default_via(
    by: str, at: Sequence[Passage], authors: Mapping[str, str | None], sole: str | None
) -> tuple[str, ...]:
    """Whoever else speaks in a source is reported by its author; ``sole`` is the only source, if any."""
    first = find_first(at, authors)
    author = authors.get(first.source if first else sole or "")
    return () if author is None or author == by else (author,)
