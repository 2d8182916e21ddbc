"""A claim that attacks itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    for argument in subject.map.arguments:
        if argument.bearing is Bearing.ATTACKS and argument.target in argument.premises:
            message = f"{argument.target!r} attacks itself, so it can never stand; name another target"
            yield subject.warning("AM303", message, *subject.path(argument))


PLUGIN = check
