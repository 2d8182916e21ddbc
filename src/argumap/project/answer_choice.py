"""The question and its answers, which somebody chooses before all else: what leads is judged among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.model import ClaimType

if TYPE_CHECKING:
    from argumap.model import Claim, Index, Issue

_MOST = 8


@dataclass(frozen=True, slots=True)
class AnswerChoice:
    """A choice that a map lacks: its ``issue``, None where it asks nothing, and the ``claims`` that may answer.

    These bear on nothing themselves: those that propose something first, then those with most on them.
    """

    issue: Issue | None
    claims: tuple[Claim, ...]


def find_answer_choice(index: Index) -> AnswerChoice | None:
    """What there is to choose; None for a map that has an answer, or no claim that may be one."""
    if any(index.answering[issue.id] for issue in index.map.issues):
        return None
    free = [claim for claim in index.map.claims if not index.with_premise[claim.id]]
    free.sort(key=lambda claim: (claim.type is not ClaimType.POLICY, -len(index.on[claim.id])))
    return AnswerChoice(next(iter(index.map.issues), None), tuple(free[:_MOST])) if free else None
