"""Claims that support each other in a circle: allowed, but nothing in it stands on ground."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from argumap.mapfile import find_cycles
from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    supported: defaultdict[str, list[str]] = defaultdict(list)
    for argument in subject.map.arguments:
        if argument.bearing is Bearing.SUPPORTS:
            for premise in argument.premises:
                supported[premise].append(argument.target)
    for loop in find_cycles(supported):
        if len(loop) > 1:
            way = " → ".join((*loop, loop[0]))
            message = f"these claims support each other in a circle: {way}; cut it, or say what carries it"
            yield subject.warning("AM302", message, "claims", loop[0])


PLUGIN = check
