"""The small records that answers are made of, and their shape as JSON."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from argumap.model import ADDED_STEP, Act, StakeholderType, quoted, tell_voice_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.model import Argument, Attribution, Index, Passage, VoiceKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """A stakeholder in an answer. One that the map names and does not define has its id for a name."""

    id: str
    name: str
    type: StakeholderType


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """Where something is said: a locator in a source, or only the words that find it (``quote``)."""

    source: str
    at: str
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerNode:
    """A claim, argument, issue, stakeholder or concept in an answer; ``label`` is its short wording.

    ``text`` is a claim's statement or an argument's warrant. ``at`` is where it stands; an argument without
    passages of its own stands where its premises do. ``inferred`` is an argument that the map added.
    ``unreadable`` are the lines of the map's file on which it says who speaks to it in a way that cannot be read.
    """

    id: str
    kind: str
    label: str
    text: str = ""
    at: tuple[SourcePlace, ...] = ()
    inferred: bool = False
    unreadable: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """Who does what with a claim or argument, in whose voice and where: reads "by act of".

    ``via`` are the reporters, the source's author first; empty is the speaker's own voice. ``at`` is where
    this is said: the attribution's own passages, else those of what it is of (an argument without passages
    has those of its premises).
    """

    by: Speaker
    act: Act
    of: str
    via: tuple[Speaker, ...] = ()
    loosely: bool = False
    cue: str | None = None
    date: str | None = None
    at: tuple[SourcePlace, ...] = ()

    @property
    def reported(self) -> bool:
        return bool(self.via)

    @property
    def voice(self) -> VoiceKind:
        """In whose voice it is said."""
        return tell_voice_kind(self.act, reported=self.reported)


def to_json(answer: object) -> object:
    """``answer`` as plain dictionaries, lists, strings and numbers: every field under its name, in order.

    A field that is not shown, as the maps that an answer is of, is no data.
    """
    if is_dataclass(answer) and not isinstance(answer, type):
        return {field.name: to_json(getattr(answer, field.name)) for field in fields(answer) if field.repr}
    if isinstance(answer, StrEnum):
        return answer.value
    if isinstance(answer, dict):
        return {str(key): to_json(value) for key, value in answer.items()}
    if isinstance(answer, (tuple, list)):
        return [to_json(item) for item in answer]
    return answer


def build_speaker(index: Index, node_id: str) -> Speaker:
    stakeholder = index.stakeholders.get(node_id)
    if stakeholder is None:
        return Speaker(node_id, node_id, StakeholderType.UNSPECIFIED)
    return Speaker(node_id, stakeholder.name, stakeholder.type)


def get_node(index: Index, node_id: str) -> AnswerNode:
    if (claim := index.claims.get(node_id)) is not None:
        return AnswerNode(
            node_id, "claim", claim.label, claim.text, places(claim.at), unreadable=_lines(index, node_id)
        )
    if (argument := index.arguments.get(node_id)) is not None:
        label, warrant = step_label(index, argument), argument.warrant or ""
        return AnswerNode(
            node_id,
            "argument",
            label=label,
            text=warrant,
            at=places(passages_of(index, node_id)),
            inferred=node_id in index.added,
            unreadable=_lines(index, node_id),
        )
    if (issue := index.issues.get(node_id)) is not None:
        return AnswerNode(node_id, "issue", issue.question, "", places(issue.at))
    if (stakeholder := index.stakeholders.get(node_id)) is not None:
        return AnswerNode(node_id, "stakeholder", stakeholder.name)
    if (concept := index.concepts.get(node_id)) is not None:
        return AnswerNode(node_id, "concept", concept.label, "", places(concept.at))
    return AnswerNode(node_id, "unknown", node_id)


def _lines(index: Index, node_id: str) -> tuple[int, ...]:
    lost = index.unreadable.get(node_id)
    return tuple(u.line for u in lost) if lost else ()


def build_stance(index: Index, attribution: Attribution) -> Stance:
    via = attribution.via
    return Stance(
        build_speaker(index, attribution.by),
        attribution.act,
        attribution.of,
        via=tuple([build_speaker(index, reporter) for reporter in via]) if via else (),
        loosely=attribution.loosely,
        cue=attribution.cue,
        date=attribution.date,
        at=places(attribution.at or passages_of(index, attribution.of)),
    )


def build_stances(index: Index, node: str) -> tuple[Stance, ...]:
    """Everyone's stance on a claim or argument, in the order of the map."""
    voices = index.voices.get(node)
    return tuple([build_stance(index, attribution) for attribution in voices]) if voices else ()


def places(passages: Iterable[Passage]) -> tuple[SourcePlace, ...]:
    return (
        tuple([SourcePlace(p.source, p.at, p.quote.exact if p.quote else None) for p in passages])
        if passages
        else ()
    )


def passages_of(index: Index, node: str) -> tuple[Passage, ...]:
    """Where a node stands; an argument without passages of its own stands where its premises do."""
    if (claim := index.claims.get(node)) is not None:
        return claim.at
    if (argument := index.arguments.get(node)) is not None:
        if argument.at:
            return argument.at
        premises = (index.claims.get(premise) for premise in argument.premises)
        return tuple(passage for premise in premises if premise for passage in premise.at)
    record = index.issues.get(node) or index.concepts.get(node)
    return record.at if record else ()


_TOWARDS = {"supports": "for", "attacks": "against", "undercuts": "against the step"}


def step_label(index: Index, argument: Argument) -> str:
    """An argument in words: the step from “…” and “…” against “…”, and whose it is where the map added it."""
    premises = " and ".join(quoted(_label(index, premise)) for premise in argument.premises)
    target = index.arguments.get(argument.target)
    end = quoted(_label(index, argument.target)) if target is None else argument.target
    return f"the step from {premises} {_TOWARDS[argument.bearing]} {end}{added_note(index, argument.id)}"


def added_note(index: Index, argument: str) -> str:
    """What stands behind a step that the map added, so that it is nobody else's; else nothing."""
    return f" ({ADDED_STEP})" if argument in index.added else ""


def _label(index: Index, claim: str) -> str:
    record = index.claims.get(claim)
    return claim if record is None else record.label
