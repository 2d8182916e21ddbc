"""Verdicts in words: one table for the shell, the pages and the script of the map page."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.model import ADDED_STEP, Standard
from argumap.semantics.balance import ClaimWord, weigh
from argumap.semantics.node_wording import added_note, begun, called, name, status_verb
from argumap.semantics.verdict import VerdictReason, build_verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.model import Index
    from argumap.semantics.balance import Balance
    from argumap.semantics.evaluation import Evaluation
    from argumap.semantics.verdict import Ground, Verdict

NAMED = 3
JOINER = "; "


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """How a reason is told, where it holds by one thing or by itself, and where by several.

    A note stands beside the status and goes on with the first thing by which the reason holds. A sentence
    goes on from "it is contested in this map:" and the like, and names up to three. ``{count}`` is how many there
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
        VerdictReason.UNCHALLENGED: ReasonWords("nothing is said against it", "nothing is said against it"),
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
            "1 objection is open:",
            "1 objection is open: {by}",
            "{count} objections are open, first:",
            "{count} objections are open: {by}",
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
        VerdictReason.OBJECTS_TO_ITSELF: ReasonWords("objects to itself", "it objects to itself"),
        VerdictReason.CONFLICT: ReasonWords(
            "in check with its objection:",
            "it and its objection {first} hold each other in check",
            "in check with {count} objections, first:",
            "it and its objections hold each other in check: {by}",
        ),
        VerdictReason.RIVALRY: ReasonWords(
            "in check with its rival:",
            "it and its rival {first} hold each other in check",
            "in check with {count} rivals, first:",
            "it and its rivals hold each other in check: {by}",
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
        VerdictReason.OUTWEIGHED: ReasonWords(
            "stands though 1 objection is open:",
            "it stands though 1 objection is open: {by}",
            "stands though {count} objections are open, first:",
            "it stands though {count} objections are open: {by}",
        ),
        VerdictReason.NOT_OUTWEIGHED: ReasonWords(
            "falls, as too little speaks for it against 1 open objection:",
            "it falls, as too little speaks for it against 1 open objection: {by}",
            "falls, as too little speaks for it against {count} open objections, first:",
            "it falls, as too little speaks for it against {count} open objections: {by}",
        ),
        **{
            VerdictReason(f"by-{standard}"): ReasonWords(
                f"by the standard {standard}", f"judged by the standard *{standard}* that the map writes"
            )
            for standard in Standard
        },
    }
)

_LEFT = VerdictReason.OUTWEIGHED
NOTE_OBJECTIONS = ObjectionForms("its objection", "all {count} objections", "one objection", "{count} objections")
SENTENCE_OBJECTIONS = ObjectionForms(
    "the one objection to it",
    "all {count} objections to it",
    "one objection to it",
    "{count} objections to it",
)


@dataclass(frozen=True, slots=True)
class WordForms:
    """How the word of a claim goes on from its name in a sentence, and what it means."""

    verb: str
    meaning: str


WORD_FORMS: Mapping[ClaimWord, WordForms] = MappingProxyType(
    {
        ClaimWord.UNCHALLENGED: WordForms("stands unchallenged", "nothing here is said against it"),
        ClaimWord.ANSWERED: WordForms("stands answered", "every objection to it here is answered"),
        ClaimWord.CONTESTED: WordForms("is contested", "reasons for it stand, and objections to it are open"),
        ClaimWord.OPPOSED: WordForms("is opposed", "objections to it are open, and no reason for it stands"),
        ClaimWord.UNSUPPORTED: WordForms("is unsupported", "it needs support, and no reason for it stands"),
        ClaimWord.UNRESOLVED: WordForms("is unresolved", "it and its objections hold each other in check"),
        ClaimWord.SET_ASIDE: WordForms("is set aside", "it counts as if nobody had said it"),
    }
)
"""The words in the order of a key, from what stands best to what is left out."""


def word_verb(word: str) -> str:
    """The word of a claim or the status of a step as what it does: it is contested, it applies."""
    return WORD_FORMS[ClaimWord(word)].verb if word in WORD_FORMS else status_verb(word)


@dataclass(frozen=True, slots=True)
class CountForms:
    """How many of the reasons for a claim stand: all of one or of several, some, or none and why."""

    one: str
    all: str
    some: str
    answered_one: str
    answered_all: str
    unresolved_one: str
    unresolved_all: str
    none: str
    nothing: str


REASON_COUNTS = CountForms(
    one="1 reason stands",
    all="{count} reasons stand",
    some="{live} of {count} reasons stand",
    answered_one="the one reason for it is answered",
    answered_all="all {count} reasons for it are answered",
    unresolved_one="the one reason for it is unresolved",
    unresolved_all="all {count} reasons for it are unresolved",
    none="none of the {count} reasons for it stands",
    nothing="no reason is given for it",
)


def tell_reasons(balance: Balance) -> str:
    """How many of the reasons for a claim stand; nothing where none is given and none is missed, or
    where it is set aside.

    ``views/map/claim-words.js`` tells the same in a browser.
    """
    live, answered, unresolved = len(balance.pros), len(balance.answered_pros), len(balance.unresolved_pros)
    count = live + answered + unresolved
    forms = REASON_COUNTS
    if balance.word is ClaimWord.SET_ASIDE:
        return ""
    if not count:
        return forms.nothing if balance.word in MISSING_REASONS else ""
    if live:
        form = forms.some if live < count else forms.all if count > 1 else forms.one
    elif answered == count:
        form = forms.answered_all if count > 1 else forms.answered_one
    elif unresolved == count:
        form = forms.unresolved_all if count > 1 else forms.unresolved_one
    else:
        form = forms.none
    return form.format(live=f"{live:,}", count=f"{count:,}")


MISSING_REASONS = frozenset({ClaimWord.OPPOSED, ClaimWord.UNSUPPORTED})
"""The words beside which a reader asks what speaks for the claim, even where nothing does."""


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
    """A verdict as it stands on a page: the word of a claim or the status of a step, and what that holds by.

    ``reasons`` tells how many reasons for a claim stand, ``parts`` what stands against it or answers that;
    ``sides`` count both sides by what became of them, ``tally`` does it in one. ``bare`` tells that nothing stands
    for the claim and nothing against it.
    """

    word: str
    reasons: str
    parts: tuple[NotePart, ...]
    sides: tuple[str, str] = ("", "")
    tally: str = ""
    bare: bool = False

    @property
    def named(self) -> bool:
        """Whether it names a claim."""
        return any(part.named for part in self.parts)


def build_note(evaluation: Evaluation, node_id: str) -> VerdictNote:
    """The verdict on ``node_id`` as a note, a part for each ground; what follows another brings its own joiner."""
    verdict = build_verdict(evaluation, node_id)
    balance = weigh(evaluation, node_id) if node_id in evaluation.index.claims else None
    reasons = tell_reasons(balance) if balance else ""
    parts: list[NotePart] = []
    for ground in _worth_telling(balance, verdict):
        words = REASONS[ground.reason]
        text = words.note_many if len(ground.by) > 1 else words.note
        filled = text.format(objections=_objections(NOTE_OBJECTIONS, verdict, ground), count=f"{len(ground.by):,}")
        after = added_note(evaluation.index, ground.by[0]) if ground.by else ""
        joiner = JOINER if parts or reasons else ""
        parts.append(NotePart(f"{joiner}{filled}", _claims(evaluation.index, ground), after))
    if balance is None:
        return VerdictNote(verdict.status, reasons, tuple(parts))
    sides = _count_side(balance.pros, balance.unresolved_pros, balance.answered_pros, "stand")
    against = _count_side(balance.cons, balance.unresolved_cons, balance.answered_cons, "open")
    return VerdictNote(balance.word, reasons, tuple(parts), (sides, against), tell_tally(balance), balance.bare)


def tell_tally(balance: Balance) -> str:
    """What is live on either side of a claim and what else was said, as "6 for, 1 against, 2 answered"."""
    unresolved = len(balance.unresolved_pros) + len(balance.unresolved_cons)
    answered = len(balance.answered_pros) + len(balance.answered_cons)
    return _count(
        (len(balance.pros), "for"),
        (len(balance.cons), "against"),
        (unresolved, "unresolved"),
        (answered, "answered"),
    )


def _count_side(live: Sequence[str], unresolved: Sequence[str], answered: Sequence[str], word: str) -> str:
    stand = "stands" if word == "stand" and len(live) == 1 else word
    return _count((len(live), stand), (len(unresolved), "unresolved"), (len(answered), "answered"))


def _count(*counts: tuple[int, str]) -> str:
    return ", ".join(f"{number:,} {word}" for number, word in counts if number)


def tell_sentence(evaluation: Evaluation, node_id: str, verdict: Verdict, cycle: str = "") -> str:
    """The verdict on ``node_id`` in a sentence; ``cycle`` is what an undecided claim hangs on, already told."""
    index = evaluation.index
    this, subject = name(index, node_id), begun(called(index, node_id))
    balance = weigh(evaluation, node_id) if node_id in index.claims else None
    verb = WORD_FORMS[balance.word].verb if balance else status_verb(verdict.status)
    told = [
        tell_reasons(balance) if balance else "",
        *(_say(index, this, verdict, ground) for ground in _worth_telling(balance, verdict)),
        cycle and f"the circle: {cycle}",
    ]
    ending = JOINER.join(filter(None, told))
    return f"{subject} {verb} in this map{ending and f': {ending}'}."


def _worth_telling(balance: Balance | None, verdict: Verdict) -> Iterator[Ground]:
    """The grounds that say more than the word of the claim does."""
    said = SAID_BY_WORD.get(balance.word) if balance else None
    return (ground for ground in verdict.grounds if ground.reason is not said)


SAID_BY_WORD: Mapping[ClaimWord, VerdictReason] = MappingProxyType(
    {
        ClaimWord.UNCHALLENGED: VerdictReason.UNCHALLENGED,
        ClaimWord.UNSUPPORTED: VerdictReason.UNSUPPORTED,
        ClaimWord.SET_ASIDE: VerdictReason.SET_ASIDE,
    }
)
"""The reasons that are told by the word alone."""


def build_verdict_table() -> dict[str, object]:
    """The words of notes as plain data, for a script that tells verdicts by the same rules."""
    return {
        "reasons": {reason.value: [words.note, words.note_many] for reason, words in REASONS.items()},
        "objections": [NOTE_OBJECTIONS.the_one, NOTE_OBJECTIONS.all, NOTE_OBJECTIONS.one, NOTE_OBJECTIONS.some],
        "joiner": JOINER,
        "added": f"({ADDED_STEP})",
        "words": [[word.value, forms.meaning] for word, forms in WORD_FORMS.items()],
        "counts": asdict(REASON_COUNTS),
        "missingReasons": sorted(MISSING_REASONS),
        "saidByWord": dict(SAID_BY_WORD),
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
    # Those that are left unanswered are others as well.
    others = sum("{objections}" in REASONS[g.reason].note or g.reason == _LEFT for g in verdict.grounds) > 1
    form = (forms.some if several else forms.one) if others else (forms.all if several else forms.the_one)
    return form.format(count=f"{len(ground.by):,}")


def _claims(index: Index, ground: Ground) -> tuple[str, ...]:
    """The claims that the first of what a ground holds by brings up."""
    if not ground.by:
        return ()
    first = ground.by[0]
    return index.arguments[first].premises if first in index.arguments else (first,)
