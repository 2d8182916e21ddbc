"""Claims that support each other in a cycle: allowed, but nothing in it stands on ground."""

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
    for cycle in find_cycles(supported):
        if len(cycle) > 1:
            way = " → ".join((*cycle, cycle[0]))
            message = f"these claims support each other in a circle: {way}; cut it, or say what carries it"
            yield subject.warning("AM302", message, "claims", cycle[0])


PLUGIN = check
