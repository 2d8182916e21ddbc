"""A reason that is its own conclusion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    for argument in subject.map.arguments:
        if argument.bearing is Bearing.SUPPORTS and argument.target in argument.premises:
            message = f"{argument.target!r} is a reason for itself; name another premise or delete the step"
            yield subject.error("AM301", message, *subject.path(argument))


PLUGIN = check
