"""A stakeholder who holds and disputes one claim in the same passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem
    from argumap.model import Attribution


def check(subject: Subject) -> Iterator[Problem]:
    """In different passages, or at different dates, it may be a change of mind."""
    for claim in subject.map.claims:
        voices = subject.index.voices[claim.id]
        disputing = [voice for voice in voices if voice.act is Act.DISPUTES]
        for voice in disputing:
            if any(other.act.commits and _same_moment(voice, other) for other in voices):
                message = f"{voice.by!r} holds and disputes {claim.id!r} in one passage; keep one, or add `at:`"
                yield subject.warning("AM311", message, "claims", claim.id, "said")


def _same_moment(one: Attribution, other: Attribution) -> bool:
    return (one.by, one.at, one.date) == (other.by, other.at, other.date)


PLUGIN = check
