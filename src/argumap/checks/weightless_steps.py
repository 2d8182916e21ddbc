"""A step of weight 0, which counts as if it were set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    for argument in subject.map.arguments:
        if argument.weight == 0:
            message = f"{argument.id!r} has weight 0 and counts as set aside; give it a weight, or delete it"
            yield subject.hint("AM327", message, *subject.path(argument))


PLUGIN = check
