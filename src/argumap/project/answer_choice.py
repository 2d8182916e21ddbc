"""The question and its answers, which somebody chooses before all else: what leads is judged among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.model import ClaimType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.model import Claim, Index, Issue


@dataclass(frozen=True, slots=True)
class AnswerChoice:
    """A choice that a map lacks: its ``issue``, None where it asks nothing, and the ``claims`` that may answer.

    These bear on nothing themselves: first those in which the author says what they hold (*In my view …*), then
    those that propose something, then those with most on them.
    """

    issue: Issue | None
    claims: tuple[Claim, ...]


def find_answer_choice(index: Index) -> AnswerChoice | None:
    """What there is to choose; None for a map that has an answer, or no claim that may be one."""
    if any(index.answering[issue.id] for issue in index.map.issues):
        return None
    free = [claim for claim in index.map.claims if not index.with_premise[claim.id]]
    own = frozenset(_find_own_positions(index, free))
    free.sort(
        key=lambda claim: (claim.id not in own, claim.type is not ClaimType.POLICY, -len(index.on[claim.id]))
    )
    return AnswerChoice(next(iter(index.map.issues), None), tuple(free)) if free else None


def _find_own_positions(index: Index, claims: Sequence[Claim]) -> Iterator[str]:
    """The claims in which whoever wrote the text says what they hold, in the words of the map's language."""
    from argumap.draft import get_cue_words

    position = get_cue_words((index.map.language or "").partition("-")[0]).own_position
    authors = {source.author for source in index.map.sources}
    for claim in claims:
        own = authors.issuperset(said.by for said in index.voices[claim.id])
        if own and (position.match(claim.text) or any(map(position.match, _cues(index, claim.id)))):
            yield claim.id


def _cues(index: Index, claim: str) -> Iterator[str]:
    yield from (said.cue for said in index.voices[claim] if said.cue)
