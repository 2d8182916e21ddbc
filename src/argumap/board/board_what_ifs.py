"""What would turn a debate: claims whose setting aside changes most for an answer, each tried on the map."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from argumap.board.board_records import WhatIf
from argumap.semantics import IN, UNDECIDED, Scale, find_standing, relabel
from argumap.verdicts import find_answers, rank_answers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.semantics import Evaluation
    from argumap.verdicts import IssueVerdict, Ranking

SHOWN = 3
"""How many what-ifs an answer has."""

TRIED = 40
"""How many claims are tried for an answer, the nearest first."""

PAIRED, FEWEST = 16, 2
"""Of so many claims two are tried together, where more than so many reasons would have to go."""

WORK = 200_000
"""What all trials on a board may cost together, in terms that are looked at."""


@dataclass(slots=True)
class BoardWhatIfs:
    """Tries what would be if claims were set aside, as far as its work goes."""

    evaluation: Evaluation
    verdict: IssueVerdict
    answers: list[int] = field(init=False)
    work: int = WORK
    kept: dict[tuple[str, ...], tuple[Ranking, Sequence[int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.answers = find_answers(self.evaluation, self.verdict.issue)

    def find_for(self, answer: str) -> tuple[WhatIf, ...]:
        """What would change most for an answer: who leads, its place, or that nothing is left on one side."""
        e = self.evaluation.compiled
        node = e.index_of[answer]
        own = {*self.answers, *self.evaluation.aside}
        standing = find_standing(self.evaluation, [*e.supporters[node], *e.objections(node)], most=TRIED)
        tried = [self.suppose(answer, [e.ids[n]]) for n in standing if n not in own]
        changed = [each for each in tried if each and any(self._change(each))]
        return tuple(sorted(changed, key=self._change, reverse=True)[:SHOWN])

    def find_hinges(self) -> Iterator[WhatIf]:
        """The claims each of which would change who leads, told of the answer that would lead."""
        for hinge in self.verdict.turning.hinges:
            answer = next((a for a in hinge.leaders if a not in self.verdict.ranking.leaders), hinge.leaders[0])
            if found := self.suppose(answer, [hinge.claim]):
                yield found

    def find_together(self, placed: Sequence[str]) -> WhatIf | None:
        """As few reasons of the leader as would end its lead, or two claims anywhere where these are more.

        The reasons are the heaviest; of those that weigh the same the first as they are ``placed``.
        """
        least, leader = self.verdict.turning.least_reasons, self.verdict.ranking.leader
        if least is None or leader is None or self.verdict.turning.hinges:
            return None
        found = self._find_reasons(leader.claim, placed, least)
        if found and len(found.aside) <= FEWEST:
            return found
        return self._find_pair(leader.claim) or found

    def _find_reasons(self, leader: str, placed: Sequence[str], least: int) -> WhatIf | None:
        arguments = self.evaluation.index.arguments
        live = self.verdict.balances[leader].pros
        reasons = [arguments[n] for n in placed if n in live]
        by_weight = sorted(reasons, key=lambda reason: -(1 if reason.weight is None else reason.weight))
        answers = {a.claim for a in self.verdict.ranking.answers}
        aside = [next((p for p in reason.premises if p not in answers), "") for reason in by_weight[:least]]
        found = self.suppose(leader, list(dict.fromkeys(aside))) if all(aside) else None
        return found if found and found.turns else None

    def _find_pair(self, answer: str) -> WhatIf | None:
        """Two claims that would change who leads together, of the nearest."""
        e = self.evaluation.compiled
        bearing = [n for node in self.answers for n in (*e.supporters[node], *e.objections(node))]
        own = {*self.answers, *self.evaluation.aside}
        standing = [n for n in find_standing(self.evaluation, bearing, most=TRIED) if n not in own]
        # Two that move nothing by themselves could only do so by what both bear on, which is rare.
        moving = [n for n in standing if self._moves(e.ids[n])]
        for pair in combinations(moving[:PAIRED], 2):
            found = self.suppose(answer, [e.ids[n] for n in pair])
            if found is None or found.turns:
                return found
        return None

    def _moves(self, claim: str) -> bool:
        """Whether any answer has other reasons or objections without a claim."""
        tried = self._try((claim,))
        return tried is not None and _read_margins(tried[0]) != _read_margins(self.verdict.ranking)

    def suppose(self, answer: str, claims: Sequence[str]) -> WhatIf | None:
        """What would become of an answer without ``claims``; None where the work is used up."""
        tried = self._try(tuple(claims))
        if tried is None:
            return None
        ranking, label = tried
        e, leaders = self.evaluation.compiled, ranking.leaders
        node = e.index_of[answer]
        return WhatIf(
            aside=tuple(claims),
            answer=answer,
            reasons=_count(label, e.supporters[node]),
            objections=_count(label, e.objections(node)),
            place=next(a.place for a in ranking.answers if a.claim == answer),
            leaders=leaders,
            turns=set(leaders) != set(self.verdict.ranking.leaders),
            unresolved=sum(label[n] == UNDECIDED for n in e.objections(node)),
        )

    def _try(self, claims: tuple[str, ...]) -> tuple[Ranking, Sequence[int]] | None:
        if claims in self.kept:
            return self.kept[claims]
        if self.work <= 0:
            return None
        evaluation = self.evaluation
        e, aside = evaluation.compiled, {*evaluation.aside, *(evaluation.compiled.index_of[c] for c in claims)}
        change = relabel(e, evaluation.labelling, tuple(aside))
        label = list(evaluation.labelling.label)
        for node, value in change.label.items():
            label[node] = value
        self.work -= change.steps + len(label) // 10 + 1
        ranking = rank_answers(Scale(e, label, evaluation.scores, aside), self.answers)
        self.kept[claims] = (ranking, label)
        return ranking, label

    def _change(self, what_if: WhatIf) -> tuple[bool, int, bool, bool]:
        """How much a what-if changes, what matters most first; one reason more or less is not much."""
        balance = self.verdict.balances[what_if.answer]
        was = next(a.place for a in self.verdict.ranking.answers if a.claim == what_if.answer)
        reasons, objections = len(balance.pros), len(balance.cons)
        frees = bool(objections and not what_if.objections) or bool(reasons and not what_if.reasons)
        moved = abs(what_if.reasons - reasons) + abs(what_if.objections - objections)
        return what_if.turns, abs(what_if.place - was), frees, moved > 1


def _count(label: Sequence[int], nodes: Iterable[int]) -> int:
    return sum(label[n] == IN for n in nodes)


def _read_margins(ranking: Ranking) -> Mapping[str, tuple[object, ...]]:
    return {answer.claim: (answer.pro, answer.con) for answer in ranking.answers}
