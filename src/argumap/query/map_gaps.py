"""What is missing in a map: support, answers, voices, cells, sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argumap.model import Act, Bearing, Effect, Passage
from argumap.query.answer_records import AnswerNode, SourcePlace, Speaker, build_speaker, get_node, places
from argumap.query.answer_words import Telling, WordedAnswer, call_speaker, name_node, tell_opposing
from argumap.told_lines import heading, line, padded, write_as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from argumap.model import Argument, Index, Stakeholder
    from argumap.query.answer_words import PassageWords
    from argumap.told_lines import Line

_FEW = 10


@dataclass(frozen=True, slots=True)
class Objection:
    """An argument that attacks or undercuts; ``inferred`` where the map added it."""

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
class Gaps(WordedAnswer):
    """What a map lacks. ``uncited`` is None where nobody has looked at the article."""

    unsupported: tuple[AnswerNode, ...]
    unattacked: tuple[Objection, ...]
    voiceless: tuple[Voiceless, ...]
    cells: tuple[MissingCell, ...]
    uncited: tuple[SourcePlace, ...] | None

    def lines(
        self,
        find_words: Callable[[SourcePlace], PassageWords | None] | None = None,
        kinds: Sequence[str] = (),
    ) -> Iterator[Line]:
        """The answer line by line: the first of every kind of gap, or all of the ``kinds`` that are named."""
        telling = Telling(self.index, find_words)
        for n, kind in enumerate(kinds or _SECTIONS):
            title, tell = _SECTIONS[kind]
            missing: Sequence[object] | None = getattr(self, kind)
            if n:
                yield line("")
            count = "not known: no text and no lock at hand" if missing is None else str(len(missing) or "none")
            yield heading(f"{title}: {count}")
            shown = (missing or ())[: None if kinds else _FEW]
            for one in shown:
                yield from tell(telling, one)
            left = len(missing or ()) - len(shown)
            if left:
                yield padded(line((f"… and {left} more: argumap gaps {kind}", "dim")), 2)

    def text(self, *kinds: str) -> str:
        """The answer in the words that the command line has for it; all of the ``kinds`` that are named."""
        return write_as_text(self.lines(kinds=kinds))


def _tell_claim(telling: Telling, node: AnswerNode) -> Iterator[Line]:
    yield padded(line(*name_node(node), (f"  {telling.places(node.at)}", "cyan")), 2)
    yield from telling.quotes(node.at, 4)


def _tell_objection(telling: Telling, objection: Objection) -> Iterator[Line]:
    return tell_opposing(telling, objection, 2)


def _tell_voiceless(_telling: Telling, one: Voiceless) -> Iterator[Line]:
    yield padded(line((call_speaker(one.stakeholder), "bold"), (f" [{one.stakeholder.id}]", "dim")), 2)
    if one.interests:
        yield padded(line(f"interests: {', '.join(one.interests)}"), 6)
    for stake in one.stakes:
        yield padded(line(f"{_EFFECTS[stake.effect]}: ", *name_node(stake.claim)), 6)


_EFFECTS = {"benefits": "would benefit", "harms": "would be harmed", "wants": "wants this"}


def _tell_cell(_telling: Telling, cell: MissingCell) -> Iterator[Line]:
    yield padded(line(f"{cell.criterion.label} — {cell.concept.label}"), 2)


def _tell_uncited(telling: Telling, place: SourcePlace) -> Iterator[Line]:
    yield padded(line((telling.place(place), "cyan")), 2)
    yield from telling.quotes([place], 4)


# Any: each function takes what stands under its word in the answer, which no type of a mapping can say.
_SECTIONS: Mapping[str, tuple[str, Callable[[Telling, Any], Iterator[Line]]]] = {
    "unsupported": ("Claims that no argument supports", _tell_claim),
    "unattacked": ("Objections that nothing attacks", _tell_objection),
    "voiceless": ("Who has a stake and no voice", _tell_voiceless),
    "cells": ("Cells that the comparison lacks", _tell_cell),
    "uncited": ("Sentences that no node cites", _tell_uncited),
}


def gaps(index: Index, uncited: Iterable[Passage] | None = None) -> Gaps:
    """All that is missing. ``uncited`` are the open units of the coverage, where it is known."""
    return Gaps(
        _unsupported(index),
        _unattacked(index),
        _voiceless(index),
        _cells(index),
        None if uncited is None else places(uncited),
        index=index,
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
    return tuple(build_objection(index, a) for a in index.map.arguments if is_unattacked_objection(index, a))


def build_objection(index: Index, argument: Argument) -> Objection:
    """An argument that attacks or undercuts, with its premises and what it objects to by their names."""
    return Objection(
        argument.id,
        argument.bearing,
        tuple(get_node(index, premise) for premise in argument.premises),
        get_node(index, argument.target),
        argument.id in index.added,
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
