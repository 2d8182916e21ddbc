"""Verdicts in words: one table for the shell, the pages and the script of the map page."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.model import ADDED_STEP
from argumap.semantics.node_wording import added_note, begun, called, name, status_verb
from argumap.semantics.verdict import VerdictReason, build_verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.model import Index
    from argumap.semantics.evaluation import Evaluation
    from argumap.semantics.verdict import Ground, Verdict

NAMED = 3
JOINER = "; "


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """How a reason is told, where it holds by one thing or by itself, and where by several.

    A note stands beside the status and goes on with the first thing by which the reason holds. A sentence
    goes on from "it stands in this map:" and the like, and names up to three. ``{count}`` is how many there
    are, ``{by}`` their names, ``{first}`` the first, ``{this}`` what is judged, ``{objections}`` a form of
    `ObjectionForms`.
    """

    note: str
    sentence: str
    note_many: str = ""
    sentence_many: str = ""


@dataclass(frozen=True, slots=True)
class ObjectionForms:
    """The objections that a reason speaks of: ``the_one`` or ``all`` there are, else ``one`` or ``some``."""

    the_one: str
    all: str
    one: str
    some: str


REASONS: Mapping[VerdictReason, ReasonWords] = MappingProxyType(
    {
        VerdictReason.UNCHALLENGED: ReasonWords("unchallenged here", "it is unchallenged here"),
        VerdictReason.ANSWERED: ReasonWords(
            "{objections} is answered by",
            "{objections} is answered",
            "{objections} are answered, the first by",
            "{objections} are answered",
        ),
        VerdictReason.OBJECTION_UNSUPPORTED: ReasonWords(
            "{objections} lacks the support it needs:",
            "{objections} lacks the support it needs: {by}",
            "{objections} lack the support they need, first:",
            "{objections} lack the support they need: {by}",
        ),
        VerdictReason.OBJECTION_INCOMPLETE: ReasonWords(
            "{objections} needs a premise that the map lacks:",
            "{objections} needs a premise that the map lacks: {by}",
            "{objections} need premises that the map lacks, first:",
            "{objections} need premises that the map lacks: {by}",
        ),
        VerdictReason.CONTRARY_FALLS: ReasonWords(
            "what contradicts it falls:",
            "what contradicts it falls: {by}",
            "all {count} claims that contradict it fall, first:",
            "all {count} claims that contradict it fall: {by}",
        ),
        VerdictReason.SET_ASIDE: ReasonWords("set aside, as if nobody had said it", "it is set aside"),
        VerdictReason.OBJECTED: ReasonWords(
            "has an unanswered objection:",
            "it has an unanswered objection: {by}",
            "has {count} unanswered objections, first:",
            "it has {count} unanswered objections: {by}",
        ),
        VerdictReason.CONTRADICTED: ReasonWords(
            "contradicted by what stands:",
            "it is contradicted by what stands: {by}",
            "contradicted by {count} claims that stand, first:",
            "it is contradicted by {count} claims that stand: {by}",
        ),
        VerdictReason.UNSUPPORTED: ReasonWords("lacks the support it needs", "it lacks the support it needs"),
        VerdictReason.INCOMPLETE: ReasonWords(
            "blocked: it needs a premise that the map lacks", "it needs a premise that the map lacks"
        ),
        VerdictReason.PREMISE_FALLS: ReasonWords(
            "blocked by a premise that falls:",
            "its premise {by} falls",
            "blocked by {count} premises that fall, first:",
            "{count} of its premises fall: {by}",
        ),
        VerdictReason.UNDERCUT: ReasonWords(
            "blocked by an undercut:",
            "it is undercut by {by}",
            "blocked by {count} undercuts, first:",
            "it is undercut {count} times: {by}",
        ),
        VerdictReason.OBJECTS_TO_ITSELF: ReasonWords("objects to itself", "unresolved: {this} objects to itself"),
        VerdictReason.CONFLICT: ReasonWords(
            "unresolved ⇄", "unresolved: {this} ⇄ {first}", "unresolved ⇄", "unresolved: {this} ⇄ {first}"
        ),
        VerdictReason.RIVALRY: ReasonWords(
            "unresolved ⇄", "unresolved: {first} ⇄ {this}", "unresolved ⇄", "unresolved: {first} ⇄ {this}"
        ),
        VerdictReason.OPEN_OBJECTION: ReasonWords(
            "hangs on an unresolved objection:",
            "it hangs on an unresolved objection: {by}",
            "hangs on {count} unresolved objections, first:",
            "it hangs on {count} unresolved objections: {by}",
        ),
        VerdictReason.OPEN_SUPPORT: ReasonWords(
            "hangs on support that is unresolved:",
            "it hangs on support that is unresolved: {by}",
            "hangs on {count} supports that are unresolved, first:",
            "it hangs on {count} supports that are unresolved: {by}",
        ),
        VerdictReason.OPEN_PREMISE: ReasonWords(
            "hangs on a premise that is unresolved:",
            "it hangs on a premise that is unresolved: {by}",
            "hangs on {count} premises that are unresolved, first:",
            "it hangs on {count} premises that are unresolved: {by}",
        ),
    }
)

NOTE_OBJECTIONS = ObjectionForms("its objection", "all {count} objections", "one objection", "{count} objections")
SENTENCE_OBJECTIONS = ObjectionForms(
    "the one objection to it",
    "all {count} objections to it",
    "one objection to it",
    "{count} objections to it",
)

STATUS_MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "stands": "no objection here is left unanswered",
        "undecided": "it and its objections hold each other in check",
        "falls": "an objection here is unanswered, or it lacks the support it needs",
    }
)
"""What the status of a claim means."""


@dataclass(frozen=True, slots=True)
class NotePart:
    """A piece of a note: words, then the claims that they end with, which links may lead to.

    ``after`` stands behind them where they are the premises of a step that the map added.
    """

    words: str
    named: tuple[str, ...] = ()
    after: str = ""


@dataclass(frozen=True, slots=True)
class VerdictNote:
    """A verdict as it stands on a page, beside the word and the sign of its status."""

    status: str
    parts: tuple[NotePart, ...]

    @property
    def named(self) -> bool:
        """Whether it names a claim."""
        return any(part.named for part in self.parts)


def build_note(evaluation: Evaluation, node_id: str) -> VerdictNote:
    """The verdict on ``node_id`` as a note, a part for each ground; what follows another brings its own joiner."""
    verdict = build_verdict(evaluation, node_id)
    parts: list[NotePart] = []
    for ground in verdict.grounds:
        words = REASONS[ground.reason]
        text = words.note_many if len(ground.by) > 1 else words.note
        filled = text.format(objections=_objections(NOTE_OBJECTIONS, verdict, ground), count=f"{len(ground.by):,}")
        after = added_note(evaluation.index, ground.by[0]) if ground.by else ""
        parts.append(NotePart(f"{JOINER if parts else ''}{filled}", _claims(evaluation.index, ground), after))
    return VerdictNote(verdict.status, tuple(parts))


def tell_sentence(index: Index, node_id: str, verdict: Verdict, cycle: str = "") -> str:
    """The verdict on ``node_id`` in a sentence; ``cycle`` is what an undecided claim hangs on, already told."""
    this, subject = name(index, node_id), begun(called(index, node_id))
    reasons = "; and ".join(_say(index, this, verdict, ground) for ground in verdict.grounds)
    ending = f"{reasons}{f'; unresolved: {cycle}' if cycle else ''}"
    opening = f"{subject} {status_verb(verdict.status)} in this map"
    if verdict.status == "undecided":
        return f"{opening}; {ending}."
    return f"{opening}: {ending}."


def build_verdict_table() -> dict[str, object]:
    """The words of notes and statuses as plain data, for a script that tells verdicts by the same rules."""
    return {
        "reasons": {reason.value: [words.note, words.note_many] for reason, words in REASONS.items()},
        "objections": [NOTE_OBJECTIONS.the_one, NOTE_OBJECTIONS.all, NOTE_OBJECTIONS.one, NOTE_OBJECTIONS.some],
        "joiner": JOINER,
        "added": f"({ADDED_STEP})",
        "statuses": dict(STATUS_MEANINGS),
    }


def _say(index: Index, this: str, verdict: Verdict, ground: Ground) -> str:
    words = REASONS[ground.reason]
    named = [f"{name(index, node_id)}{added_note(index, node_id)}" for node_id in ground.by[:NAMED]]
    return (words.sentence_many if len(ground.by) > 1 else words.sentence).format(
        this=this,
        count=f"{len(ground.by):,}",
        by=f"{'; '.join(named)}{'; …' if len(ground.by) > NAMED else ''}",
        first=named[0] if named else "",
        objections=_objections(SENTENCE_OBJECTIONS, verdict, ground),
    )


def _objections(forms: ObjectionForms, verdict: Verdict, ground: Ground) -> str:
    several = len(ground.by) > 1
    others = sum("{objections}" in REASONS[g.reason].note for g in verdict.grounds) > 1
    form = (forms.some if several else forms.one) if others else (forms.all if several else forms.the_one)
    return form.format(count=f"{len(ground.by):,}")


def _claims(index: Index, ground: Ground) -> tuple[str, ...]:
    """The claims that the first of what a ground holds by brings up."""
    if not ground.by:
        return ()
    first = ground.by[0]
    return index.arguments[first].premises if first in index.arguments else (first,)
