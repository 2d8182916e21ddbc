"""A position with nothing for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    for position in subject.index.positions:
        if not subject.index.supporting(position.id):
            message = f"nothing supports the position {position.id!r}; `supports: {position.id}` on a claim would"
            yield subject.hint("AM316", message, "claims", position.id)


PLUGIN = check
