"""Who says what a map file gives to nobody: the one rule that the reader fills in and the writer leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import Act, Attribution

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.model import Passage


def default_attribution(
    of: str,
    at: Sequence[Passage],
    authors: Mapping[str, str | None],
    voices: Mapping[tuple[str, str], Act],
) -> Attribution | None:
    """A claim that stands in a source is its author's, in the voice of the section: ``asserts`` if it has none.

    ``authors`` are by source, ``voices`` by source and section.
    """
    author = authors.get(at[0].source) if at else None
    if author is None:
        return None
    return Attribution(author, voices.get((at[0].source, section_of(at[0].at)), Act.ASSERTS), of)


def section_of(locator: str) -> str:
    """The section that a locator begins in: ``s2`` of ``s2.p1.s1-s3``."""
    return locator.partition(".")[0].partition("-")[0]


def default_via(
    by: str, at: Sequence[Passage], authors: Mapping[str, str | None], sole: str | None
) -> tuple[str, ...]:
    """Whoever else speaks in a source is reported by its author; ``sole`` is the only source, if any."""
    author = authors.get(at[0].source if at else sole or "")
    return () if author is None or author == by else (author,)
