"""A claim that stands in a source where nobody says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    for claim in subject.map.claims:
        if claim.at and not subject.index.voices[claim.id] and not subject.index.unreadable[claim.id]:
            message = f"nobody says {claim.id!r}, which stands in a source; add `said:` or the source's `author:`"
            yield subject.hint("AM307", message, "claims", claim.id)


PLUGIN = check
