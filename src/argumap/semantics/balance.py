"""What is live for and against a claim: one word for it, counts, sums, and the standards of proof it meets.

A reason or an objection is *live* where it applies (a live objection is *open*, for nothing answers it),
*unresolved* where it is undecided, *answered* where it is blocked: then it counts nothing. A claim that
contradicts another is its *rival*, no objection: it decides what became of it, and is not counted. What is set
aside, a step of weight 0 too, is as if nobody had said it: it is neither live nor answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from argumap.errors import NotFound
from argumap.model import Standard
from argumap.semantics.grounded_labelling import IN, OUT, UNDECIDED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from argumap.semantics.compiled_map import CompiledMap
    from argumap.semantics.evaluation import Evaluation

Outcome: TypeAlias = Literal["holds", "fails", "open"]
STRICT_FIRST = (Standard.BACKED, Standard.UNANSWERED, Standard.CLEAR, Standard.BALANCE, Standard.REASON)
"""The standards from strict to lax: what meets one meets all that follow."""
DIGITS = 9


class ClaimWord(StrEnum):
    """What became of a claim, in one word; the first that fits.

    It is set aside; its status is unresolved; nothing was said against it; all that was is answered; it lacks the
    support it needs; there are live reasons on both sides; there are live objections alone.
    """

    SET_ASIDE = "set-aside"
    UNRESOLVED = "unresolved"
    UNCHALLENGED = "unchallenged"
    ANSWERED = "answered"
    UNSUPPORTED = "unsupported"
    CONTESTED = "contested"
    OPPOSED = "opposed"


@dataclass(frozen=True, slots=True)
class Sums:
    """The weights of what speaks for and against a claim: ``low`` what is live, ``high`` what is unresolved as
    well.
    """

    pro_low: float
    pro_high: float
    con_low: float
    con_high: float

    @property
    def margin(self) -> float:
        """By how much what is live for the claim outweighs what is live against it."""
        return round(self.pro_low - self.con_low, DIGITS)


@dataclass(frozen=True, slots=True)
class Balance(Sums):
    """What speaks for and against ``claim``, as ids of arguments in the order of the map.

    ``pros`` and ``cons`` are live, ``unresolved_pros`` and ``unresolved_cons`` undecided, ``answered_pros`` and
    ``answered_cons`` blocked. ``rivals`` are the claims that contradict it and stand, ``unresolved_rivals`` those
    that are undecided, ``answered_rivals`` those that fall: no sum has them. ``pro_groups`` and ``con_groups``
    part the live ones into those that rest on a common premise, directly or through others. ``needs_support``
    tells whether the claim needs a reason to stand.
    """

    claim: str
    word: ClaimWord
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    unresolved_pros: tuple[str, ...]
    unresolved_cons: tuple[str, ...]
    answered_pros: tuple[str, ...]
    answered_cons: tuple[str, ...]
    pro_groups: tuple[tuple[str, ...], ...]
    con_groups: tuple[tuple[str, ...], ...]
    rivals: tuple[str, ...] = ()
    unresolved_rivals: tuple[str, ...] = ()
    answered_rivals: tuple[str, ...] = ()
    needs_support: bool = False

    def holds(self, standard: Standard | str) -> Outcome:
        """Whether the claim ``holds`` by ``standard``, ``fails``, or stays ``open``; all else is as in the map.

        By ``unanswered`` this is its status, in a map that writes no standard: a rival that stands weighs as an
        objection of weight 1 here. Raises `ValueError` for a word that is no standard.
        """
        if self.word is ClaimWord.SET_ASIDE:
            return "fails"
        low, high = len(self.rivals), len(self.rivals) + len(self.unresolved_rivals)
        sums = Sums(self.pro_low, self.pro_high, self.con_low + low, self.con_high + high)
        return find_outcome(Standard(standard), sums, needs_support=self.needs_support)

    @property
    def bare(self) -> bool:
        """Whether the claim is unchallenged and nothing stands for it either."""
        return self.word is ClaimWord.UNCHALLENGED and not self.pros

    @property
    def argued(self) -> bool:
        """Whether anything is said for the claim or against it, were it answered."""
        pros = self.pros or self.unresolved_pros or self.answered_pros
        return bool(pros or self.cons or self.unresolved_cons or self.answered_cons)

    @property
    def strictest(self) -> Standard | None:
        """The strictest standard by which the claim holds, None where it holds by none."""
        return next((standard for standard in STRICT_FIRST if self.holds(standard) == "holds"), None)

    def to_dict(self) -> dict[str, object]:
        """The balance as data for JSON."""
        return {
            "claim": self.claim,
            "word": self.word.value,
            "for": list(self.pros),
            "against": list(self.cons),
            "unresolved_for": list(self.unresolved_pros),
            "unresolved_against": list(self.unresolved_cons),
            "answered_for": list(self.answered_pros),
            "answered_against": list(self.answered_cons),
            "rivals": list(self.rivals),
            "unresolved_rivals": list(self.unresolved_rivals),
            "answered_rivals": list(self.answered_rivals),
            "groups_for": [list(group) for group in self.pro_groups],
            "groups_against": [list(group) for group in self.con_groups],
            "sums": {
                "for": [self.pro_low, self.pro_high],
                "against": [self.con_low, self.con_high],
            },
            "strictest": self.strictest and self.strictest.value,
        }


def passes(standard: Standard, pro: float, con: float, *, needs_support: bool) -> bool:
    """The test of a standard, on the weight of what speaks for a claim and against it.

    A tie does not pass `Standard.BALANCE`. What needs support passes none without any.
    """
    if needs_support and not pro:
        return False
    match standard:
        case Standard.REASON:
            return not con or pro > 0
        case Standard.BALANCE:
            return not con or pro > con
        case Standard.CLEAR:
            return not con or pro >= 2 * con
        case Standard.UNANSWERED:
            return not con
        case _:
            return not con and pro > 0


def find_outcome(standard: Standard, sums: Sums, *, needs_support: bool) -> Outcome:
    """Whether the test passes however what is unresolved turns out, fails however they do, or neither."""
    if passes(standard, sums.pro_low, sums.con_high, needs_support=needs_support):
        return "holds"
    if not passes(standard, sums.pro_high, sums.con_low, needs_support=needs_support):
        return "fails"
    return "open"


def weigh(evaluation: Evaluation, claim_id: str) -> Balance:
    """What speaks for and against a claim. Raises `NotFound` for an id that the map does not have as a claim."""
    node = evaluation.node(claim_id)
    if node >= evaluation.compiled.claims:
        raise NotFound(f"{claim_id!r} is an argument; only claims are weighed")
    return Scale.of(evaluation).weigh(node)


def find_words(evaluation: Evaluation) -> list[ClaimWord]:
    """The word of every claim, in the order of the map."""
    return Scale.of(evaluation).words()


def count_live(evaluation: Evaluation) -> list[tuple[int, int]]:
    """How many reasons for every claim stand and how many objections to it are live, in the order of the map."""
    e, label = evaluation.compiled, evaluation.labelling.label
    return [
        (sum(label[n] == IN for n in pros), sum(label[n] == IN for n in cons if n >= e.claims))
        for pros, cons in zip(e.supporters, e.attackers, strict=False)
    ]


class Scale:
    """Weighs claims by index: under the labels of an evaluation, or under others of the same map.

    ``scores`` holds the weights of arguments, ``aside`` are the claims and arguments that are set aside. Answers
    cost as much as bears on the claim.
    """

    __slots__ = ("aside", "compiled", "label", "scores")

    def __init__(
        self, compiled: CompiledMap, label: Sequence[int], scores: Sequence[float], aside: Collection[int] = ()
    ) -> None:
        self.compiled, self.label, self.scores = compiled, label, scores
        self.aside = frozenset(aside)

    @classmethod
    def of(cls, evaluation: Evaluation) -> Scale:
        """The scale that weighs as the evaluation does."""
        return cls(evaluation.compiled, evaluation.labelling.label, evaluation.scores, evaluation.aside)

    def word(self, claim: int) -> ClaimWord:
        """The word of a claim."""
        if claim in self.aside:
            return ClaimWord.SET_ASIDE
        label, compiled = self.label, self.compiled
        if label[claim] == UNDECIDED:
            return ClaimWord.UNRESOLVED
        if label[claim] == OUT and self._lacks_support(claim):
            return ClaimWord.UNSUPPORTED
        live = best = OUT - 1
        for n in compiled.attackers[claim]:
            if label[n] > live and not self._is_gone(n):
                live = label[n]
        if live < OUT:
            return ClaimWord.UNCHALLENGED
        if live == OUT:
            return ClaimWord.ANSWERED
        for n in compiled.supporters[claim]:
            best = max(best, label[n])
        return ClaimWord.CONTESTED if best > OUT else ClaimWord.OPPOSED

    def words(self) -> list[ClaimWord]:
        """The word of every claim, in the order of the map."""
        rows = zip(range(self.compiled.claims), self.label, self.compiled.attackers, strict=False)
        word, unchallenged = self.word, ClaimWord.UNCHALLENGED
        # Most claims are leaves that nothing attacks, so they are told first.
        return [unchallenged if label == IN and not against else word(claim) for claim, label, against in rows]

    def sums(self, claim: int) -> Sums:
        """The weights of what is live and of what is unresolved on both sides of a claim."""
        compiled = self.compiled
        return Sums(*self._side(compiled.supporters[claim]), *self._side(compiled.objections(claim)))

    def weigh(self, claim: int) -> Balance:
        """Everything that speaks for and against a claim."""
        pros = self._kept(self.compiled.supporters[claim])
        cons = self._kept(self.compiled.objections(claim))
        rivals = self._kept(self.compiled.rivals(claim))
        sums = self.sums(claim)
        return Balance(
            pro_low=sums.pro_low,
            pro_high=sums.pro_high,
            con_low=sums.con_low,
            con_high=sums.con_high,
            claim=self.compiled.ids[claim],
            word=self.word(claim),
            pros=self._labelled(pros, IN),
            cons=self._labelled(cons, IN),
            unresolved_pros=self._labelled(pros, UNDECIDED),
            unresolved_cons=self._labelled(cons, UNDECIDED),
            answered_pros=self._labelled(pros, OUT),
            answered_cons=self._labelled(cons, OUT),
            pro_groups=self._groups(pros),
            con_groups=self._groups(cons),
            rivals=self._labelled(rivals, IN),
            unresolved_rivals=self._labelled(rivals, UNDECIDED),
            answered_rivals=self._labelled(rivals, OUT),
            needs_support=claim in self.compiled.requires,
        )

    def _lacks_support(self, claim: int) -> bool:
        compiled, label = self.compiled, self.label
        needs = claim in compiled.requires or compiled.standards.get(claim) is Standard.BACKED
        return needs and all(label[s] == OUT for s in compiled.supporters[claim])

    def _is_gone(self, node: int) -> bool:
        """Whether a claim or an argument is set aside, by itself or by one of its premises."""
        if not self.aside:
            return False
        if node in self.aside:
            return True
        first = self.compiled.claims
        return node >= first and not self.aside.isdisjoint(self.compiled.premises[node - first])

    def _kept(self, nodes: Iterable[int]) -> list[int]:
        return [n for n in nodes if not self._is_gone(n)]

    def _labelled(self, nodes: Iterable[int], label: int) -> tuple[str, ...]:
        ids, labels = self.compiled.ids, self.label
        return tuple(ids[n] for n in sorted(nodes) if labels[n] == label)

    def _side(self, nodes: Iterable[int]) -> tuple[float, float]:
        """What the live nodes weigh, and what they weigh with the unresolved ones."""
        label, scores = self.label, self.scores
        live: list[float] = []
        waiting: list[float] = []
        for n in nodes:
            if label[n] != OUT:
                (live if label[n] == IN else waiting).append(scores[n])
        low = add_exactly(live)
        return low, add_exactly([*live, *waiting]) if waiting else low

    def _groups(self, nodes: Iterable[int]) -> tuple[tuple[str, ...], ...]:
        """The live nodes, parted into those that rest on common premises."""
        first, label = self.compiled.claims, self.label
        part_of: dict[int, list[int]] = {}
        for n in sorted(nodes):
            if label[n] != IN:
                continue
            resting = self.compiled.premises[n - first]
            joined = [n]
            for part in {id(part_of[p]): part_of[p] for p in resting if p in part_of}.values():
                joined += part
            for member in joined:
                part_of.update(dict.fromkeys(self.compiled.premises[member - first], joined))
        parts = {id(part): sorted(part) for part in part_of.values()}
        ids = self.compiled.ids
        return tuple(tuple(ids[n] for n in part) for part in sorted(parts.values()))


def add_exactly(weights: Sequence[float]) -> float:
    """The sum of weights as they are written: three tenths are no more than one and two."""
    if all(w == 1 for w in weights):
        return float(len(weights))
    return float(sum(map(_as_written, weights), Fraction(0)))


@lru_cache(maxsize=4096)
def _as_written(weight: float) -> Fraction:
    return Fraction(repr(weight))
