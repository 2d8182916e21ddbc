"""A claim that contradicts what it only says in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    rephrases = {(claim.id, general) for claim in subject.map.claims for general in claim.rephrases}
    for claim in subject.map.claims:
        for other in claim.contradicts:
            if (claim.id, other) in rephrases or (other, claim.id) in rephrases:
                message = f"{claim.id!r} and {other!r} cannot both rephrase and contradict each other; keep one"
                yield subject.error("AM306", message, "claims", claim.id)


PLUGIN = check
