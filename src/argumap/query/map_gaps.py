"""What is missing in a map: support, answers, voices, cells, sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.model import Act, Bearing, Effect, Passage
from argumap.query.answer_records import AnswerNode, SourcePlace, Speaker, build_speaker, get_node, places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.model import Argument, Index, Stakeholder


@dataclass(frozen=True, slots=True)
class Objection:
    """An argument that attacks or undercuts, and that nothing attacks; ``inferred`` where the map added it."""

    argument: str
    bearing: Bearing
    premises: tuple[AnswerNode, ...]
    target: AnswerNode
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Stake:
    """A claim that touches somebody's interest."""

    claim: AnswerNode
    effect: Effect


@dataclass(frozen=True, slots=True)
class Voiceless:
    """A stakeholder who has a stake (a claim concerns them, or interests are named) and says nothing."""

    stakeholder: Speaker
    interests: tuple[str, ...]
    stakes: tuple[Stake, ...]


@dataclass(frozen=True, slots=True)
class MissingCell:
    """A cell that a comparison lacks: no claim answers the criterion and is about the concept."""

    criterion: AnswerNode
    concept: AnswerNode


@dataclass(frozen=True, slots=True)
class Gaps:
    """What a map lacks. ``uncited`` is None where nobody has looked at the article."""

    unsupported: tuple[AnswerNode, ...]
    unattacked: tuple[Objection, ...]
    voiceless: tuple[Voiceless, ...]
    cells: tuple[MissingCell, ...]
    uncited: tuple[SourcePlace, ...] | None


def gaps(index: Index, uncited: Iterable[Passage] | None = None) -> Gaps:
    """All that is missing. ``uncited`` are the open units of the coverage, where it is known."""
    return Gaps(
        _unsupported(index),
        _unattacked(index),
        _voiceless(index),
        _cells(index),
        None if uncited is None else places(uncited),
    )


def is_unsupported(index: Index, claim: str) -> bool:
    """Whether no argument supports the claim."""
    return not any(a.bearing is Bearing.SUPPORTS for a in index.on[claim])


def is_challenged(index: Index, claim: str) -> bool:
    """Whether an argument attacks the claim or undercuts one of the steps taken from it."""
    return _is_attacked(index, claim) or any(a.id in index.on for a in index.with_premise[claim])


def _is_attacked(index: Index, claim: str) -> bool:
    return any(argument.bearing is Bearing.ATTACKS for argument in index.on[claim])


def is_unattacked(index: Index, claim: str) -> bool:
    """Whether the claim bears on something and nothing attacks it or undercuts a step from it."""
    return bool(index.with_premise[claim]) and not is_challenged(index, claim)


def is_contested(index: Index, claim: str) -> bool:
    """Whether there is something on both sides: a supporting argument or somebody committed to the claim,
    and an attacking argument or somebody who disputes it.
    """
    acts = {a.act for a in index.voices[claim]}
    backed = not is_unsupported(index, claim) or any(act.commits for act in acts)
    return backed and (_is_attacked(index, claim) or Act.DISPUTES in acts)


def _unsupported(index: Index) -> tuple[AnswerNode, ...]:
    """Claims that ask for support come first, then those that something attacks, then the rest."""

    def rank(claim: str) -> int:
        if index.claims[claim].requires_support:
            return 0
        return 1 if index.on[claim] else 2

    found = [claim for claim in index.claims if is_unsupported(index, claim)]
    return tuple(get_node(index, claim) for claim in sorted(found, key=rank))


def is_unattacked_objection(index: Index, argument: Argument) -> bool:
    """Whether an argument attacks or undercuts, nothing undercuts it and nothing attacks one of its premises."""
    if argument.bearing is Bearing.SUPPORTS or index.on[argument.id]:
        return False
    return not any(_is_attacked(index, premise) for premise in argument.premises)


def find_bystanders(index: Index) -> tuple[Stakeholder, ...]:
    """The stakeholders who are named and neither speak nor have a stake, in the order of the map."""
    return tuple(s for s in index.map.stakeholders if not index.speech[s.id] and not _has_stake(index, s))


def _has_stake(index: Index, stakeholder: Stakeholder) -> bool:
    return bool(stakeholder.interests or index.concerning[stakeholder.id])


def _unattacked(index: Index) -> tuple[Objection, ...]:
    return tuple(
        Objection(
            argument.id,
            argument.bearing,
            tuple(get_node(index, premise) for premise in argument.premises),
            get_node(index, argument.target),
            argument.inferred,
        )
        for argument in index.map.arguments
        if is_unattacked_objection(index, argument)
    )


def _voiceless(index: Index) -> tuple[Voiceless, ...]:
    stakes: dict[str, list[Stake]] = {}
    for claim in index.map.claims:
        for concern in claim.concerns:
            stakes.setdefault(concern.stakeholder, []).append(Stake(get_node(index, claim.id), concern.effect))
    return tuple(
        Voiceless(build_speaker(index, s.id), s.interests, tuple(stakes.get(s.id, ())))
        for s in index.map.stakeholders
        if not index.speech[s.id] and _has_stake(index, s)
    )


def _cells(index: Index) -> tuple[MissingCell, ...]:
    return tuple(
        MissingCell(get_node(index, criterion.id), get_node(index, concept))
        for criterion in index.criteria
        for concept in criterion.compares
        if not any(concept in claim.about for claim in index.answering[criterion.id])
    )
