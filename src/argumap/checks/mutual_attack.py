"""Two claims that attack each other, which `contradicts` says once for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    attacks = {
        (a.premises[0], a.target): a
        for a in subject.map.arguments
        if len(a.premises) == 1 and a.bearing is Bearing.ATTACKS
    }
    for (claim, other), argument in attacks.items():
        if claim < other and (other, claim) in attacks:
            message = f"{claim!r} and {other!r} attack each other; `contradicts: {other}` says both at once"
            yield subject.hint("AM305", message, *subject.path(argument))


PLUGIN = check
