"""A claim that is said to be explicit and stands nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """A map without a source is an outline of a debate, and nothing in it can be anchored."""
    if not subject.map.sources:
        return
    for claim in subject.map.claims:
        if not claim.at and not claim.implicit:
            message = f"{claim.id!r} stands nowhere; add `at:`, or `implicit: true` if no source says it"
            yield subject.warning("AM308", message, "claims", claim.id)


PLUGIN = check
