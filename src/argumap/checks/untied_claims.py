"""A claim that bears on nothing and answers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import ClaimType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Definitions may stand alone; a claim that others bear on heads a debate of its own."""
    index = subject.index
    rephrased = {general for claim in subject.map.claims for general in claim.rephrases}
    for claim in subject.map.claims:
        tied = (
            claim.answers
            or claim.rephrases
            or claim.type is ClaimType.DEFINITION
            or claim.id in rephrased
            or index.with_premise[claim.id]
            or index.on[claim.id]
            or index.contradicting[claim.id]
        )
        if not tied and not claim.implicit:
            message = f"{claim.id!r} bears on nothing; add `supports:`, `attacks:` or `answers:`"
            yield subject.hint("AM314", message, "claims", claim.id)


PLUGIN = check
