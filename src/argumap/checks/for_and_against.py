"""One claim that both supports and attacks another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Linked premises are left alone: what speaks for a claim alone may speak against it in company."""
    single = [a for a in subject.map.arguments if len(a.premises) == 1]
    supports = {(a.premises[0], a.target) for a in single if a.bearing is Bearing.SUPPORTS}
    for argument in single:
        premise = argument.premises[0]
        if argument.bearing is Bearing.ATTACKS and (premise, argument.target) in supports:
            message = f"{premise!r} both supports and attacks {argument.target!r}; keep the one that is meant"
            yield subject.warning("AM304", message, *subject.path(argument))


PLUGIN = check
