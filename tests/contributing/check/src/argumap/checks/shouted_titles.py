"""A title all in capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem

# Up to four letters may be an abbreviation.
LONGEST = 4


def check(subject: Subject) -> Iterator[Problem]:
    for claim in subject.map.claims:
        if claim.title is not None and claim.title.isupper() and len(claim.title) > LONGEST:
            message = f"the title {claim.title!r} shouts; write it in small letters"
            yield subject.hint("AM399", message, "claims", claim.id, "title")


PLUGIN = check
