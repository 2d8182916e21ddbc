"""An implicit claim that stands in a source after all, or that neither argument nor issue needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """An answer to an issue is needed there, though nobody gives it: the question leaves room for it."""
    for claim in subject.map.claims:
        if not claim.implicit:
            continue
        if claim.at:
            message = f"{claim.id!r} is implicit and yet stands in a source; delete `at:` or `implicit:`"
            yield subject.warning("AM309", message, "claims", claim.id, "implicit")
        if not subject.index.with_premise[claim.id] and not claim.answers:
            message = f"no argument uses {claim.id!r}, and nobody says it; make it a premise or delete it"
            yield subject.warning("AM310", message, "claims", claim.id, "implicit")


PLUGIN = check
