"""The verdict on a claim or an argument: its status, the reasons for it, and by what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from argumap.semantics.grounded_labelling import IN, OUT, UNDECIDED
from argumap.semantics.standards import Weights, heeds_reasons, needs_reason, weighs_reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.semantics.evaluation import Evaluation

    _Found: TypeAlias = "tuple[VerdictReason, Sequence[int]]"


class VerdictReason(StrEnum):
    """Why something has its status. ``views/map/verdict-reasons.js`` finds the same reasons in a browser.

    Of what stands or applies: nothing speaks against it; an objection is answered, lacks the support it needs,
    or needs a premise that the map lacks; what contradicts it falls. Of what falls or is blocked: it is set
    aside; an objection applies, or what contradicts it stands; it lacks the support it needs; a premise is
    missing or falls; its step is undercut. Of what is undecided: it objects to itself; it and an objection, or
    it and what contradicts it, hold each other in check; an objection, its support or a premise is undecided.

    By a standard that the map writes, enough or too little speaks for it against the objections that are left; the
    standard itself is the last reason.
    """

    UNCHALLENGED = "unchallenged"
    ANSWERED = "answered"
    OBJECTION_UNSUPPORTED = "objection-unsupported"
    OBJECTION_INCOMPLETE = "objection-incomplete"
    CONTRARY_FALLS = "contrary-falls"

    SET_ASIDE = "set-aside"
    OBJECTED = "objected"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    INCOMPLETE = "incomplete"
    PREMISE_FALLS = "premise-falls"
    UNDERCUT = "undercut"

    OBJECTS_TO_ITSELF = "objects-to-itself"
    CONFLICT = "conflict"
    RIVALRY = "rivalry"
    OPEN_OBJECTION = "open-objection"
    OPEN_SUPPORT = "open-support"
    OPEN_PREMISE = "open-premise"

    OUTWEIGHED = "outweighed"
    NOT_OUTWEIGHED = "not-outweighed"
    BY_REASON = "by-reason"
    BY_BALANCE = "by-balance"
    BY_CLEAR = "by-clear"
    BY_UNANSWERED = "by-unanswered"
    BY_BACKED = "by-backed"


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason, and the ids by which it holds, in the order of the map; empty where it holds by itself.

    These are the objections, or the claims that contradict it, or the supports or premises; for
    `VerdictReason.ANSWERED` the first answer to each objection.
    """

    reason: VerdictReason
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and all grounds for it, of which there is at least one: objections first, then the rest."""

    status: str
    grounds: tuple[Ground, ...]


def build_verdict(evaluation: Evaluation, node_id: str) -> Verdict:
    """The verdict on a claim or an argument. Raises `NotFound` for an id that the map does not have."""
    node = evaluation.node(node_id)
    grounds = _Judge(evaluation).grounds(node)
    ids = evaluation.compiled.ids
    return Verdict(
        evaluation.status_of(node),
        tuple(Ground(reason, tuple(ids[n] for n in nodes)) for reason, nodes in grounds),
    )


class _Judge:
    def __init__(self, evaluation: Evaluation) -> None:
        self.compiled = evaluation.compiled
        self.label = evaluation.labelling.label
        self.aside = evaluation.aside
        self.weights = Weights(self.compiled, self.label)

    def grounds(self, node: int) -> Iterator[_Found]:
        if node in self.aside:
            yield VerdictReason.SET_ASIDE, ()
            return
        match self.label[node]:
            case value if value == IN:
                found = list(_filled(self._why_in(node)))
                yield from found or [(VerdictReason.UNCHALLENGED, ())]
            case value if value == OUT:
                yield from self._why_out(node)
            case _:
                yield from _filled(self._why_open(node))
        if node in self.compiled.standards:
            yield VerdictReason(f"by-{self.compiled.standards[node]}"), ()

    def _why_in(self, node: int) -> Iterator[_Found]:
        """What is set aside is as if nobody had said it, so it needs no answer."""
        answers, unsupported, incomplete, left = [], [], [], []
        for objection in self._arguments(self.compiled.attackers[node]):
            if self._is_gone(objection):
                continue
            if self.label[objection] != OUT:
                left.append(objection)
                continue
            if (answer := next(self._answers(objection), -1)) >= 0:
                answers.append(answer)
            elif any(self._lacks_support(p) for p in self._premises(objection)):
                unsupported.append(objection)
            else:
                incomplete.append(objection)
        yield VerdictReason.OUTWEIGHED, left
        yield VerdictReason.ANSWERED, answers
        yield VerdictReason.OBJECTION_UNSUPPORTED, unsupported
        yield VerdictReason.OBJECTION_INCOMPLETE, incomplete
        yield VerdictReason.CONTRARY_FALLS, [c for c in self._contraries(node) if c not in self.aside]

    def _answers(self, objection: int) -> Iterator[int]:
        """The arguments that defeat an objection: undercuts of its step, then attacks on its premises.

        What contradicts a premise stands only once the premise falls for another reason, so it answers nothing.
        """
        attackers = self.compiled.attackers
        yield from self._labelled(attackers[objection], IN)
        for premise in self._premises(objection):
            yield from self._arguments(self._labelled(attackers[premise], IN))

    def _why_out(self, node: int) -> Iterator[_Found]:
        against = self._labelled(self.compiled.attackers[node], IN)
        if node < self.compiled.claims:
            rivals = [n for n in against if n < self.compiled.claims]
            yield from _filled(
                [
                    (self._tell_objections(node), self._decisive(node, self._arguments(against))),
                    (VerdictReason.CONTRADICTED, [n for n in rivals if self.weights.strikes(n, node) == IN]),
                ]
            )
            if self._lacks_support(node):
                yield VerdictReason.UNSUPPORTED, ()
            return
        yield from _filled(
            [
                (VerdictReason.UNDERCUT, against),
                (VerdictReason.PREMISE_FALLS, self._labelled(self._premises(node), OUT)),
            ]
        )
        if node in self.compiled.void:
            yield VerdictReason.INCOMPLETE, ()

    def _why_open(self, node: int) -> Iterator[_Found]:
        objections = self._decisive(
            node, self._arguments(self._labelled(self.compiled.attackers[node], UNDECIDED))
        )
        answered = self._answered_by(node)
        own, mutual, other = [], [], []
        for objection in objections:
            premises = self._premises(objection)
            if node in premises or node == objection:
                own.append(objection)
            elif objection in answered or not answered.isdisjoint(premises):
                mutual.append(objection)
            else:
                other.append(objection)
        if own:
            yield VerdictReason.OBJECTS_TO_ITSELF, ()
        yield VerdictReason.CONFLICT, mutual
        told = {p for a in mutual for p in self._premises(a)}
        rivals = [n for n in self._contraries(node) if self.weights.strikes(n, node) == UNDECIDED]
        yield VerdictReason.RIVALRY, [n for n in rivals if n not in told]
        yield VerdictReason.OPEN_OBJECTION, other
        yield VerdictReason.OPEN_PREMISE, self._labelled(self._premises(node), UNDECIDED)
        if node < self.compiled.claims and heeds_reasons(self.compiled, node):
            yield VerdictReason.OPEN_SUPPORT, self._open_support(node)

    def _open_support(self, claim: int) -> list[int]:
        """The supports that the status of a claim waits for: any of them, or all where they are weighed."""
        supporters = self.compiled.supporters[claim]
        waiting = self._labelled(supporters, UNDECIDED)
        if weighs_reasons(self.compiled, claim):
            return self._decisive(claim, waiting)
        return [] if self._labelled(supporters, IN) else waiting

    def _decisive(self, node: int, arguments: list[int]) -> list[int]:
        """The arguments, where a claim has its label by what they weigh and not by what contradicts it alone."""
        weighed = node < self.compiled.claims and weighs_reasons(self.compiled, node)
        return [] if weighed and self.weights.test(node) != self.label[node] else arguments

    def _tell_objections(self, claim: int) -> VerdictReason:
        weighed = weighs_reasons(self.compiled, claim)
        return VerdictReason.NOT_OUTWEIGHED if weighed else VerdictReason.OBJECTED

    def _answered_by(self, node: int) -> set[int]:
        """What an undecided node speaks against, itself or by an argument that is undecided with it."""
        compiled = self.compiled
        if node >= compiled.claims:
            return self._attacked([node])
        return self._attacked(self._labelled(compiled.uses[node], UNDECIDED)) | set(compiled.contraries[node])

    def _attacked(self, arguments: Iterable[int]) -> set[int]:
        compiled = self.compiled
        places = (a - compiled.claims for a in arguments)
        return {compiled.target[n] for n in places if compiled.sign[n] < 0}

    def _is_gone(self, argument: int) -> bool:
        return argument in self.aside or not self.aside.isdisjoint(self._premises(argument))

    def _lacks_support(self, node: int) -> bool:
        compiled = self.compiled
        return needs_reason(compiled, node) and all(self.label[s] == OUT for s in compiled.supporters[node])

    def _premises(self, node: int) -> Sequence[int]:
        claims = self.compiled.claims
        return self.compiled.premises[node - claims] if node >= claims else ()

    def _contraries(self, node: int) -> Sequence[int]:
        return self.compiled.contraries[node] if node < self.compiled.claims else ()

    def _arguments(self, nodes: Iterable[int]) -> list[int]:
        return [n for n in nodes if n >= self.compiled.claims]

    def _labelled(self, nodes: Iterable[int], label: int) -> list[int]:
        return [n for n in nodes if self.label[n] == label]


def _filled(
    grounds: Iterable[_Found],
) -> Iterator[_Found]:
    """The grounds that something bears out."""
    return ((reason, by) for reason, by in grounds if by or reason is VerdictReason.OBJECTS_TO_ITSELF)
