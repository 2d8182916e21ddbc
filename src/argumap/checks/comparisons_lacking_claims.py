"""A comparison that has no claim for one of its concepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    for issue in subject.index.criteria:
        filled = {concept for claim in subject.index.answering[issue.id] for concept in claim.about}
        for n, concept in enumerate(issue.compares):
            if concept not in filled:
                message = f"nothing says how {concept!r} answers {issue.id!r}; add a claim, if the source has one"
                yield subject.hint("AM313", message, "issues", issue.id, "compares", n)


PLUGIN = check
