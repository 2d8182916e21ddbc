"""A question where a statement should stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    for claim in subject.map.claims:
        if claim.text.rstrip().rstrip("\"'”’»)").endswith(("?", "？")):
            message = f"{claim.id!r} asks; state its answer as a claim, or make it an issue"
            yield subject.warning("AM317", message, "claims", claim.id, "text")


PLUGIN = check
