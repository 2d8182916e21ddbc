"""Somebody who holds a claim and what attacks it: both may be true, and then it is a tension, no attack."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from argumap.model import Act, Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """An objection that is conceded, or whose step is denied, is left alone: there the clash is dealt with."""
    voices = subject.index.voices

    @cache
    def held_by(claim: str) -> frozenset[str]:
        return frozenset(v.by for v in voices[claim] if v.act.commits and v.act is not Act.CONCEDES)

    for argument in subject.map.arguments:
        if argument.bearing is not Bearing.ATTACKS or argument.target in argument.premises:
            continue
        both = held_by(argument.target).intersection(*map(held_by, argument.premises))
        if not both or subject.index.undercutting(argument.id):
            continue
        for holder in sorted(both):
            objection = " with ".join(map(repr, argument.premises))
            message = (
                f"{holder!r} holds {argument.target!r} and the objection {objection}: attack or tension? "
                "Take the attack out, if both can be true"
            )
            yield subject.hint("AM325", message, *subject.path(argument))


PLUGIN = check
