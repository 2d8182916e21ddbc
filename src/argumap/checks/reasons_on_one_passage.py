"""Two arguments for one claim that rest on the same passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem
    from argumap.model import Argument


def check(subject: Subject) -> Iterator[Problem]:
    for claim in subject.map.claims:
        seen: dict[tuple[str, str], str] = {}
        for reason in subject.index.supporting(claim.id):
            passages = _passages(subject, reason)
            if twice := next((p for p in passages if p in seen), None):
                message = f"{seen[twice]!r} and {reason.id!r} rest on one passage, {twice[1]}; link or merge them"
                yield subject.hint("AM323", message, *subject.path(reason))
            seen.update(dict.fromkeys(passages, reason.id))


def _passages(subject: Subject, reason: Argument) -> list[tuple[str, str]]:
    claims = subject.index.claims
    return [(p.source, p.at) for premise in reason.premises for p in claims[premise].at if p.at]


PLUGIN = check
