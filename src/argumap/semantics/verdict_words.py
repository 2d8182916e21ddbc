"""Verdicts in words: notes for the pages and the script of the map page, sentences for the shell."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.model import Standard
from argumap.phrases import ENGLISH
from argumap.semantics.balance import ClaimWord, weigh
from argumap.semantics.node_wording import added_note, begun, called, is_added, name, status_verb
from argumap.semantics.verdict import VerdictReason, build_verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.model import Index
    from argumap.phrases import Phrases
    from argumap.semantics.balance import Balance
    from argumap.semantics.evaluation import Evaluation
    from argumap.semantics.verdict import Ground, Verdict

NAMED = 3
JOINER = "; "


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """How a sentence tells a reason, where it holds by one thing or by itself, and where by several.

    It goes on from "it is contested in this map:" and the like, and names up to three. ``{count}`` is how many
    there are, ``{all}`` the same as ``both`` or ``all 3``, ``{by}`` their names, ``{first}`` the first, ``{this}``
    what is judged, ``{objections}`` a form of `ObjectionForms`. How a note tells it stands among
    the phrases, as ``because.…``.
    """

    sentence: str
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
        VerdictReason.UNCHALLENGED: ReasonWords("nothing is said against it"),
        VerdictReason.ANSWERED: ReasonWords("{objections} is answered", "{objections} are answered"),
        VerdictReason.OBJECTION_UNSUPPORTED: ReasonWords(
            "{objections} lacks the support it needs: {by}", "{objections} lack the support they need: {by}"
        ),
        VerdictReason.OBJECTION_INCOMPLETE: ReasonWords(
            "{objections} needs a premise that the map lacks: {by}",
            "{objections} need premises that the map lacks: {by}",
        ),
        VerdictReason.CONTRARY_FALLS: ReasonWords(
            "what contradicts it falls: {by}", "{all} claims that contradict it fall: {by}"
        ),
        VerdictReason.SET_ASIDE: ReasonWords("it is set aside"),
        VerdictReason.OBJECTED: ReasonWords(
            "1 objection is unanswered: {by}", "{count} objections are unanswered: {by}"
        ),
        VerdictReason.CONTRADICTED: ReasonWords(
            "it is contradicted by what stands: {by}", "it is contradicted by {count} claims that stand: {by}"
        ),
        VerdictReason.UNSUPPORTED: ReasonWords("it lacks the support it needs"),
        VerdictReason.INCOMPLETE: ReasonWords("it needs a premise that the map lacks"),
        VerdictReason.PREMISE_FALLS: ReasonWords("its premise {by} falls", "{count} of its premises fall: {by}"),
        VerdictReason.UNDERCUT: ReasonWords("it is undercut by {by}", "it is undercut {count} times: {by}"),
        VerdictReason.OBJECTS_TO_ITSELF: ReasonWords("it objects to itself"),
        VerdictReason.CONFLICT: ReasonWords(
            "it and its objection {first} hold each other in check",
            "it and its objections hold each other in check: {by}",
        ),
        VerdictReason.RIVALRY: ReasonWords(
            "it and its rival {first} hold each other in check", "it and its rivals hold each other in check: {by}"
        ),
        VerdictReason.OPEN_OBJECTION: ReasonWords(
            "it hangs on an unresolved objection: {by}", "it hangs on {count} unresolved objections: {by}"
        ),
        VerdictReason.OPEN_SUPPORT: ReasonWords(
            "it hangs on support that is unresolved: {by}",
            "it hangs on {count} supports that are unresolved: {by}",
        ),
        VerdictReason.OPEN_PREMISE: ReasonWords(
            "it hangs on a premise that is unresolved: {by}",
            "it hangs on {count} premises that are unresolved: {by}",
        ),
        VerdictReason.OUTWEIGHED: ReasonWords(
            "it stands though 1 objection is unanswered: {by}",
            "it stands though {count} objections are unanswered: {by}",
        ),
        VerdictReason.NOT_OUTWEIGHED: ReasonWords(
            "it falls, as too little speaks for it against 1 unanswered objection: {by}",
            "it falls, as too little speaks for it against {count} unanswered objections: {by}",
        ),
        **{
            VerdictReason(f"by-{standard}"): ReasonWords(
                f"judged by the standard *{standard}* that the map writes"
            )
            for standard in Standard
        },
    }
)

_LEFT = VerdictReason.OUTWEIGHED
SENTENCE_OBJECTIONS = ObjectionForms(
    "the one objection to it",
    "{all} objections to it",
    "one objection to it",
    "{count} objections to it",
)


WORD_ORDER = (
    ClaimWord.UNCHALLENGED,
    ClaimWord.ANSWERED,
    ClaimWord.CONTESTED,
    ClaimWord.OPPOSED,
    ClaimWord.UNSUPPORTED,
    ClaimWord.UNRESOLVED,
    ClaimWord.SET_ASIDE,
)
"""The words in the order of a key, from what stands best to what is left out."""


def word_verb(word: str, phrases: Phrases = ENGLISH) -> str:
    """The word of a claim or the status of a step as what it does: it is contested, it applies."""
    return phrases.say(f"word-verb.{word}") if word in {*ClaimWord} else status_verb(word)


def tell_reasons(balance: Balance, phrases: Phrases = ENGLISH) -> str:
    """How many of the reasons for a claim stand; nothing where none is given and none is missed, or
    where it is set aside.

    ``views/map/claim-words.js`` tells the same in a browser.
    """
    live, answered, unresolved = len(balance.pros), len(balance.answered_pros), len(balance.unresolved_pros)
    count = live + answered + unresolved
    if balance.word is ClaimWord.SET_ASIDE:
        return ""
    if not count:
        return phrases.say("reasons.not-given") if balance.word in MISSING_REASONS else ""
    if live:
        return phrases.say("reasons.some-stand" if live < count else "reasons.stand", n=live, all=count)
    if answered == count:
        return phrases.say("reasons.answered", n=count)
    if unresolved == count:
        return phrases.say("reasons.unresolved", n=count)
    return phrases.say("reasons.none-stands", n=count)


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


def build_note(evaluation: Evaluation, node_id: str, phrases: Phrases = ENGLISH) -> VerdictNote:
    """The verdict on ``node_id`` as a note, a part for each ground; what follows another brings its own joiner."""
    verdict = build_verdict(evaluation, node_id)
    balance = weigh(evaluation, node_id) if node_id in evaluation.index.claims else None
    reasons = tell_reasons(balance, phrases) if balance else ""
    parts: list[NotePart] = []
    for ground in _worth_telling(balance, verdict):
        objections = _note_objections(verdict, ground, phrases)
        told = phrases.say(f"because.{ground.reason}", n=max(1, len(ground.by)), objections=objections)
        added = bool(ground.by) and is_added(evaluation.index, ground.by[0])
        joiner = JOINER if parts or reasons else ""
        after = f" ({phrases.say('step.added')})" if added else ""
        parts.append(NotePart(f"{joiner}{told}", _claims(evaluation.index, ground), after))
    if balance is None:
        return VerdictNote(verdict.status, reasons, tuple(parts))
    sides = (
        _count(
            phrases,
            stand=len(balance.pros),
            unresolved=len(balance.unresolved_pros),
            answered=len(balance.answered_pros),
        ),
        _count(
            phrases,
            open=len(balance.cons),
            unresolved=len(balance.unresolved_cons),
            answered=len(balance.answered_cons),
        ),
    )
    return VerdictNote(balance.word, reasons, tuple(parts), sides, tell_tally(balance, phrases), balance.bare)


def tell_tally(balance: Balance, phrases: Phrases = ENGLISH) -> str:
    """What is live on either side of a claim and what else was said, as "6 for, 1 against, 2 answered"."""
    return _count(
        phrases,
        pro=len(balance.pros),
        con=len(balance.cons),
        unresolved=len(balance.unresolved_pros) + len(balance.unresolved_cons),
        answered=len(balance.answered_pros) + len(balance.answered_cons),
    )


def _count(phrases: Phrases, **counts: int) -> str:
    return phrases.say("grammar.comma").join(
        phrases.say(f"tally.{what}", n=number) for what, number in counts.items() if number
    )


def tell_sentence(evaluation: Evaluation, node_id: str, verdict: Verdict, cycle: str = "") -> str:
    """The verdict on ``node_id`` in a sentence; ``cycle`` is what an undecided claim hangs on, already told."""
    index = evaluation.index
    this, subject = name(index, node_id), begun(called(index, node_id))
    balance = weigh(evaluation, node_id) if node_id in index.claims else None
    verb = word_verb(balance.word if balance else verdict.status)
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


def build_verdict_rules() -> dict[str, object]:
    """What a script needs to tell verdicts by the same rules, as plain data; the phrases it has from the page."""
    return {
        "words": [word.value for word in WORD_ORDER],
        "missingReasons": sorted(MISSING_REASONS),
        "saidByWord": dict(SAID_BY_WORD),
    }


def _say(index: Index, this: str, verdict: Verdict, ground: Ground) -> str:
    words = REASONS[ground.reason]
    named = [f"{name(index, node_id)}{added_note(index, node_id)}" for node_id in ground.by[:NAMED]]
    return (words.sentence_many if len(ground.by) > 1 else words.sentence).format(
        this=this,
        count=f"{len(ground.by):,}",
        all=_tell_all(ground),
        by=f"{'; '.join(named)}{'; …' if len(ground.by) > NAMED else ''}",
        first=named[0] if named else "",
        objections=_sentence_objections(verdict, ground),
    )


def _note_objections(verdict: Verdict, ground: Ground, phrases: Phrases) -> str:
    key = "because-of.some-objections" if _has_other_objections(verdict) else "because-of.all-objections"
    return phrases.say(key, n=max(1, len(ground.by)))


def _sentence_objections(verdict: Verdict, ground: Ground) -> str:
    several, forms = len(ground.by) > 1, SENTENCE_OBJECTIONS
    if _has_other_objections(verdict):
        form = forms.some if several else forms.one
    else:
        form = forms.all if several else forms.the_one
    return form.format(count=f"{len(ground.by):,}", all=_tell_all(ground))


def _tell_all(ground: Ground) -> str:
    return "both" if len(ground.by) == 2 else f"all {len(ground.by):,}"


def _has_other_objections(verdict: Verdict) -> bool:
    """Whether its grounds tell of different objections; those that are left unanswered are others as well."""
    return sum("{objections}" in REASONS[g.reason].sentence or g.reason == _LEFT for g in verdict.grounds) > 1


def _claims(index: Index, ground: Ground) -> tuple[str, ...]:
    """The claims that the first of what a ground holds by brings up."""
    if not ground.by:
        return ()
    first = ground.by[0]
    return index.arguments[first].premises if first in index.arguments else (first,)
