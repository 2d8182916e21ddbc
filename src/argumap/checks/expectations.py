"""What a map expects of itself: who holds a claim, and how it ends up."""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argumap.checks import Subject
    from argumap.errors import Problem
    from argumap.model import Claim, Expectation
    from argumap.semantics import Evaluation


def _is_about(strength: float, expected: float) -> bool:
    return abs(strength - expected) < 0.005  # strengths are shown with two digits


_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": _is_about,
}


def check(subject: Subject) -> Iterator[Problem]:
    for claim in subject.map.claims:
        if claim.expect is not None:
            yield from _check_voices(subject, claim, claim.expect)
            if subject.evaluation is not None:
                yield from _check_outcome(subject, subject.evaluation, claim, claim.expect)


def _check_voices(subject: Subject, claim: Claim, expect: Expectation) -> Iterator[Problem]:
    holders = {voice.by for voice in subject.index.voices[claim.id] if voice.act.commits}
    for n, expected in enumerate(expect.said_by):
        if expected not in holders:
            told = ", ".join(sorted(holders)) or "nobody"
            message = f"{expected!r} is expected to hold {claim.id!r}; those who do: {told}"
            yield subject.error("AM401", message, "claims", claim.id, "expect", "said_by", n)


def _check_outcome(
    subject: Subject, evaluation: Evaluation, claim: Claim, expect: Expectation
) -> Iterator[Problem]:
    status = evaluation.status[claim.id]
    if expect.status is not None and status != expect.status:
        standard = evaluation.written_standard(claim.id)
        judged = f" by the standard {standard.value!r} that the map writes" if standard else ""
        message = (
            f"{claim.id!r} is expected as {expect.status!r} and is {status!r}{judged}; `argumap why` tells how"
        )
        yield subject.error("AM402", message, "claims", claim.id, "expect", "status")
    if expect.strength is not None:
        sign, number = re.findall(r"[<>=]+|[\d.]+", expect.strength)
        strength = evaluation.strength[claim.id]
        if not _COMPARE[sign](strength, float(number)):
            message = f"the strength of {claim.id!r} is expected to be {expect.strength}, and is {strength:.2f}"
            yield subject.error("AM403", message, "claims", claim.id, "expect", "strength")


PLUGIN = check
