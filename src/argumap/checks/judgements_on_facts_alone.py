"""A judgement that rests on facts alone: what makes them count is not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import ClaimType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem


_JUDGEMENTS = frozenset({ClaimType.VALUE, ClaimType.POLICY})


def check(subject: Subject) -> Iterator[Problem]:
    claims = subject.index.claims
    for claim in subject.map.claims:
        reasons = subject.index.supporting(claim.id)
        if claim.type not in _JUDGEMENTS or not reasons:
            continue
        types = {claims[premise].type for reason in reasons for premise in reason.premises}
        if types == {ClaimType.FACT} and not any(reason.warrant for reason in reasons):
            message = f"{claim.id!r} is a {claim.type} and only facts support it; add the value that links them"
            yield subject.hint("AM322", message, "claims", claim.id)


PLUGIN = check
