"""A claim without ``said`` that stands where different people speak, or in different voices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """The passage that is read first decides who says it; the reader of the map may have meant another."""
    authors = {source.id: source.author for source in subject.map.sources}
    voices = {(section.source, section.at): section.voice for section in subject.map.sections}

    def voice_of(source: str, at: str) -> str:
        section = at.partition(".")[0].partition("-")[0]
        author = authors.get(source)
        return f"{author} {voices.get((source, section)) or Act.ASSERTS}" if author else "nobody"

    for claim in subject.map.claims:
        if len(claim.at) < 2:
            continue
        found = dict.fromkeys(voice_of(passage.source, passage.at) for passage in claim.at)
        path = ("claims", claim.id)
        # What is not written is shown at what is around it.
        if len(found) > 1 and subject.location((*path, "said")) == subject.location(path) is not None:
            voices_told = ", ".join(found)
            message = f"{claim.id!r} stands in passages of different voices ({voices_told}); add `said:`"
            yield subject.hint("AM328", message, *path)


PLUGIN = check
