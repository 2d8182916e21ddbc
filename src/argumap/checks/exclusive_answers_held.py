"""Somebody who holds two answers of which only one can hold."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """A claim that is only conceded, or that says the other in other words, is no second answer."""
    for issue in subject.map.issues:
        if not issue.exclusive:
            continue
        held: dict[str, list[str]] = {}
        for claim in subject.index.answering[issue.id]:
            for holder in _holders(subject, claim.id):
                held.setdefault(holder, []).append(claim.id)
        for holder, claims in held.items():
            for one, other in combinations(claims, 2):
                if other in subject.index.contradicting[one]:
                    message = (
                        f"{holder!r} holds {one!r} and {other!r}, though only one answer to {issue.id!r} "
                        "can hold; correct `said:`, or take out `exclusive: true`"
                    )
                    yield subject.hint("AM326", message, "claims", other)


def _holders(subject: Subject, claim: str) -> dict[str, None]:
    voices = subject.index.voices[claim]
    return {v.by: None for v in voices if v.act.commits and v.act is not Act.CONCEDES}


PLUGIN = check
