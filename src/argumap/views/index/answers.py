"""The answers to a question on the front page, as they rank, each with what counts for it and against it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.page import Voice, build_voices
from argumap.semantics import ClaimWord, build_note, weigh
from argumap.verdicts import build_sentences, find_answers_to, tell_counts, tell_details, tell_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.model import Claim, Index, Issue
    from argumap.semantics import Balance, Evaluation, VerdictNote
    from argumap.verdicts import Answered, IssueSentences, IssueVerdict
    from argumap.views import ViewInput

UNTOLD = frozenset({ClaimWord.UNRESOLVED, ClaimWord.UNSUPPORTED})
"""The words whose grounds neither the counts nor the list of reasons tell."""

LIVE, UNRESOLVED, ANSWERED = "live", "unresolved", "answered"


@dataclass(frozen=True, slots=True)
class Consideration:
    """A reason or an objection: its premises, how it stands, and what answers it where it no longer counts.

    ``joined`` tells that it rests on a premise of the one before it.
    """

    premises: tuple[str, ...]
    state: str = LIVE
    added: bool = False
    contradicts: bool = False
    joined: bool = False
    answered: Answered | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """A claim with its word, what counts for and against it in words, and every reason and objection.

    ``in_full`` tells that its note says more than these do: what it hangs on, lacks, or is judged by.
    """

    claim: Claim
    note: VerdictNote | None
    counts: str
    details: tuple[str, ...]
    reasons: tuple[Consideration, ...]
    objections: tuple[Consideration, ...]
    in_full: bool


@dataclass(frozen=True, slots=True)
class Answer(Scored):
    """An answer with its ``place`` in a word and who speaks of it; ``leads`` also where several are level."""

    place: str
    leads: bool
    voices: tuple[Voice, ...]
    score: str = ""

    @property
    def unsaid(self) -> bool:
        """Whether nobody gives the answer, and the map makes it explicit."""
        return self.claim.implicit and not self.voices


@dataclass(frozen=True, slots=True)
class Question:
    """A debated question, what it comes to, and its answers, best first."""

    issue: Issue
    told: IssueSentences | None
    answers: tuple[Answer, ...]
    claims: int
    """How many claims bear on any of its answers, the answers included."""


def build_question(given: ViewInput, issue: Issue, claims: int) -> Question:
    """A question as the front page has it; without an evaluation its answers stand in the order of the debate."""
    verdict = given.verdicts.get(issue.id)
    return Question(
        issue,
        told=build_sentences(verdict, given.phrases) if verdict else None,
        answers=tuple(_answers(given, issue, verdict)),
        claims=claims,
    )


def _answers(given: ViewInput, issue: Issue, verdict: IssueVerdict | None) -> Iterator[Answer]:
    index = given.index
    if verdict is None:
        for claim in sorted(index.answering[issue.id], key=lambda claim: index.debate_order[claim.id]):
            yield _answer(given, claim)
        return
    ranking = verdict.ranking
    places = len(ranking.answers) > 1
    for ranked in ranking.answers:
        answer = _answer(given, index.claims[ranked.claim])
        leads = places and ranked.claim in ranking.leaders
        score = _tell_score(verdict.balances[ranked.claim])
        yield replace(
            answer, place=tell_place(ranking, ranked, given.phrases) if places else "", leads=leads, score=score
        )


def _tell_score(balance: Balance) -> str:
    return f"{len(balance.pros):,} : {len(balance.cons):,}"


def _answer(given: ViewInput, claim: Claim) -> Answer:
    scored = score(given.index, given.evaluation, claim)
    return Answer(
        claim=claim,
        note=scored.note,
        counts=scored.counts,
        details=scored.details,
        reasons=scored.reasons,
        objections=scored.objections,
        in_full=scored.in_full,
        place="",
        leads=False,
        voices=build_voices(given.index, claim.id),
    )


def score(index: Index, evaluation: Evaluation | None, claim: Claim) -> Scored:
    """What counts for a claim and against it, live ones first; all that is written where nothing was evaluated."""
    if evaluation is None:
        return Scored(
            claim,
            note=None,
            counts="",
            details=(),
            reasons=tuple(_points(index, [a.id for a in index.supporting(claim.id)])),
            objections=tuple(_points(index, [a.id for a in index.attacking(claim.id)])),
            in_full=False,
        )
    balance = weigh(evaluation, claim.id)
    return Scored(
        claim,
        note=build_note(evaluation, claim.id),
        counts=tell_counts(balance),
        details=tuple(tell_details(index, balance)),
        reasons=_side(evaluation, balance.pro_groups, balance.unresolved_pros, balance.answered_pros),
        objections=_side(evaluation, balance.con_groups, balance.unresolved_cons, balance.answered_cons),
        in_full=balance.word in UNTOLD or evaluation.node(claim.id) in evaluation.compiled.standards,
    )


def _side(
    evaluation: Evaluation, live: Iterable[Sequence[str]], unresolved: Sequence[str], answered: Sequence[str]
) -> tuple[Consideration, ...]:
    index = evaluation.index
    groups = sorted((_most_argued(index, group) for group in live), key=lambda group: _weight(index, group[0]))
    points = [replace(point, joined=n > 0) for group in groups for n, point in enumerate(_points(index, group))]
    points += _points(index, _most_argued(index, unresolved), UNRESOLVED)
    points += [
        replace(point, answered=find_answers_to(evaluation, node))
        for node in _most_argued(index, answered)
        for point in _points(index, [node], ANSWERED)
    ]
    return tuple(points)


def _points(index: Index, nodes: Iterable[str], state: str = LIVE) -> Iterator[Consideration]:
    for node in nodes:
        argument = index.arguments.get(node)
        if argument is None:
            yield Consideration((node,), state, contradicts=True)
        else:
            yield Consideration(argument.premises, state, added=node in index.added)


def _most_argued(index: Index, nodes: Iterable[str]) -> list[str]:
    return sorted(nodes, key=lambda node: _weight(index, node))


def _weight(index: Index, node: str) -> tuple[bool, int, int]:
    """The source's own first, then those on whose premises and step most bears, then in the debate's order."""
    added = node in index.added
    premises = index.arguments[node].premises if node in index.arguments else (node,)
    bearing = len(index.on[node]) + sum(len(index.on[p]) for p in premises if p != node)
    return added, -bearing, min((index.debate_order.get(p, 0) for p in premises), default=0)
