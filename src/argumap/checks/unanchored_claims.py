"""A claim that is said to be explicit and stands nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem
    from argumap.model import ArgumentMap


def check(subject: Subject) -> Iterator[Problem]:
    """A map without a source is an outline of a debate, and nothing in it can be anchored."""
    if not subject.map.sources or _only_links(subject.map):
        return
    for claim in subject.map.claims:
        if not claim.at and not claim.implicit:
            message = f"{claim.id!r} stands nowhere; add `at:`, or `implicit: true` if no source says it"
            yield subject.warning("AM308", message, "claims", claim.id)


def _only_links(record: ArgumentMap) -> bool:
    """Whether a map came from another tool with addresses for sources, and no place in any of them."""
    linked = all(source.url and not source.file for source in record.sources)
    return record.origin is not None and linked and not any(claim.at for claim in record.claims)


PLUGIN = check
