"""A title that is too long for a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


LONGEST = 60


def check(subject: Subject) -> Iterator[Problem]:
    for claim in subject.map.claims:
        if claim.title is not None and len(claim.title) > LONGEST:
            message = f"the title has {len(claim.title)} characters, and a card has room for {LONGEST}; shorten it"
            yield subject.warning("AM318", message, "claims", claim.id, "title")


PLUGIN = check
