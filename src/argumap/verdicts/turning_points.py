"""What would change who leads among the answers to an issue, and by how much the one that leads is ahead."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, TypeAlias

from argumap.semantics import IN, OUT, UNDECIDED, find_standing, relabel
from argumap.verdicts.answer_ranking import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.semantics import CompiledMap, Evaluation

    Exact: TypeAlias = int | Fraction

# Setting a claim aside costs little in most maps and a walk of the whole in a long chain, so the terms that are
# looked at are counted; this many take most of a second, and the answer says how many claims were not tried.
WORK = 500_000


@dataclass(frozen=True, slots=True)
class Hinge:
    """A claim whose setting aside changes who leads, and the answers that lead then."""

    claim: str
    leaders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RepeatedObjection:
    """A live objection to the answer that leads, which leads no longer once ``more`` of its ``weight`` stand."""

    id: str
    weight: float
    more: int


@dataclass(frozen=True, slots=True)
class TurningPoints:
    """What would change which answers lead.

    ``hinges`` are claims, each by itself; of ``candidates`` that could be any ``tried`` were tried, the nearest.
    ``unseating`` are those without which the answer that leads, and stands, leads still and stands no longer.
    ``decisive`` are live reasons and objections whose going would do it, each by itself and all else being as it
    is. ``least_reasons`` is how many reasons of the answer that leads would have to go, None where no number is
    enough or several are level. ``objections`` are those to the answer that leads.
    """

    hinges: tuple[Hinge, ...]
    unseating: tuple[str, ...]
    candidates: int
    tried: int
    decisive: tuple[str, ...]
    least_reasons: int | None
    objections: tuple[RepeatedObjection, ...]

    @property
    def exact(self) -> bool:
        """Whether every claim that could be a hinge was tried."""
        return self.tried == self.candidates

    def to_dict(self) -> dict[str, object]:
        return {
            "hinges": [{"claim": h.claim, "leaders": list(h.leaders)} for h in self.hinges],
            "unseating": list(self.unseating),
            "candidates": self.candidates,
            "tried": self.tried,
            "decisive": list(self.decisive),
            "least_reasons": self.least_reasons,
            "objections": [{"id": o.id, "weight": o.weight, "more": o.more} for o in self.objections],
        }


def find_turning_points(evaluation: Evaluation, answers: Sequence[int], *, work: int = WORK) -> TurningPoints:
    """What would change who leads among ``answers``, claims by index; ``work`` bounds what hinges may cost.

    An answer itself is no hinge: without it the question is another one.
    """
    tally = _Tally(evaluation, answers)
    candidates = _find_candidates(evaluation, answers)
    hinges, unseating, tried = _find_hinges(evaluation, tally, candidates, work)
    ids = evaluation.compiled.ids
    return TurningPoints(
        hinges=tuple(hinges),
        unseating=tuple(unseating),
        candidates=len(candidates),
        tried=tried,
        decisive=tuple(ids[n] for n in sorted(tally.decisive())),
        least_reasons=tally.least_reasons(),
        objections=tuple(tally.objections()),
    )


def _find_candidates(evaluation: Evaluation, answers: Sequence[int]) -> list[int]:
    """The claims that could be hinges: all others leave every reason and objection to the answers as it is.

    What is decided rests on what stands in its dispute tree, also where it is blocked: without what blocks it, it
    would count. What is undecided may rest on whatever bears on it and does not fall, and so may everything in a
    map that writes standards, where several reasons can decide a label together.
    """
    e, label = evaluation.compiled, evaluation.labelling.label
    bearing = [n for a in answers for row in (e.supporters[a], e.objections(a)) for n in row]
    decided = [n for n in bearing if label[n] != UNDECIDED and not e.standards]
    found = dict.fromkeys(find_standing(evaluation, decided))
    waiting = [n for n in bearing if label[n] == UNDECIDED or e.standards]
    found |= dict.fromkeys(n for n in _find_bearing(e, waiting) if n < e.claims and label[n] != OUT)
    own = {*answers, *evaluation.aside}
    return [n for n in found if n not in own]


def _find_bearing(compiled: CompiledMap, nodes: Iterable[int]) -> Iterator[int]:
    """``nodes`` and all that bears on them, directly or through others, nearest first."""
    walk = list(nodes)
    seen = set(walk)
    for node in walk:
        yield node
        for n in compiled.reaching(node):
            if n not in seen:
                seen.add(n)
                walk.append(n)


def _find_hinges(
    evaluation: Evaluation, tally: _Tally, candidates: Sequence[int], work: int
) -> tuple[list[Hinge], list[str], int]:
    e = evaluation.compiled
    found: list[Hinge] = []
    unseating: list[str] = []
    standing = [tally.answers[a] for a in tally.leaders if evaluation.labelling.label[tally.answers[a]] == IN]
    seated = standing[0] if len(tally.leaders) == len(standing) == 1 else None
    steps = 0
    for tried, n in enumerate(candidates):
        if steps > work:
            return found, unseating, tried
        change = relabel(e, evaluation.labelling, (n, *evaluation.aside))
        steps += change.steps
        leaders = tally.leaders_after(change.label)
        if leaders != tally.leaders:
            found.append(Hinge(e.ids[n], tuple(e.ids[tally.answers[a]] for a in leaders)))
        elif seated is not None and change.label.get(seated, IN) != IN:
            unseating.append(e.ids[n])
    return found, unseating, len(candidates)


class _Tally:
    """What is live for and against each of the ``answers``, exactly; answers are known by their number in it."""

    def __init__(self, evaluation: Evaluation, answers: Sequence[int]) -> None:
        self.evaluation, self.answers = evaluation, answers
        self.compiled, self.label = evaluation.compiled, evaluation.labelling.label
        self.bears: dict[int, list[tuple[int, int]]] = {}
        self.sums: list[tuple[Exact, Exact]] = []
        for number, a in enumerate(answers):
            self.sums.append((self._add(number, a, 1), self._add(number, a, -1)))
        self.margins = [_margin(*sums) for sums in self.sums]
        self.leaders = _first(self.margins)

    def _add(self, number: int, answer: int, sign: int) -> Exact:
        live: Exact = 0
        for n in self.compiled.supporters[answer] if sign > 0 else self.compiled.objections(answer):
            self.bears.setdefault(n, []).append((number, sign))
            if self.label[n] == IN:
                live += self.weight(n)
        return live

    def weight(self, node: int) -> Exact:
        score = self.evaluation.scores[node]
        return 1 if score == 1 else Fraction(repr(score))

    def leaders_after(self, change: Mapping[int, int]) -> tuple[int, ...]:
        """Which answers lead where these labels are others."""
        small, large = (change, self.bears) if len(change) < len(self.bears) else (self.bears, change)
        changed: dict[int, list[Exact]] = {}
        for node in small:
            if node not in large:
                continue
            live = (change[node] == IN) - (self.label[node] == IN)
            if live:
                for number, sign in self.bears[node]:
                    sums = changed.setdefault(number, list(self.sums[number]))
                    sums[sign < 0] += live * self.weight(node)
        if not changed:
            return self.leaders
        margins = list(self.margins)
        for number, (pro, con) in changed.items():
            margins[number] = _margin(pro, con)
        return _first(margins)

    def decisive(self) -> Iterator[int]:
        """The live reasons and objections without which others would lead, with all else as it is."""
        if not self.margins:
            return
        best = max(self.margins)
        second = max((m for m in self.margins if m != best), default=None)
        alone = len(self.leaders) == 1
        for node, places in self.bears.items():
            if self.label[node] != IN:
                continue
            for number, sign in places:
                pro, con = self.sums[number]
                weight = self.weight(node)
                margin = _margin(pro - weight, con) if sign > 0 else _margin(pro, con - weight)
                if number not in self.leaders:
                    turned = margin >= best
                elif alone:
                    turned = second is not None and margin <= second
                else:
                    turned = margin != best
                if turned:
                    yield node

    def least_reasons(self) -> int | None:
        """How many of the reasons of the one that leads must go, the heaviest first, until it leads no longer."""
        if len(self.leaders) != 1 or len(self.margins) < 2:
            return None
        (leader,) = self.leaders
        pro, con = self.sums[leader]
        second = max(m for number, m in enumerate(self.margins) if number != leader)
        reasons = self.compiled.supporters[self.answers[leader]]
        weights = sorted((self.weight(n) for n in reasons if self.label[n] == IN), reverse=True)
        for k, weight in enumerate(weights, 1):
            pro -= weight
            if _margin(pro, con) <= second:
                return k
        return None

    def objections(self) -> Iterator[RepeatedObjection]:
        """The live objections to the one that leads, heaviest first, and how many more like each would turn it."""
        if len(self.leaders) != 1 or len(self.margins) < 2:
            return
        (leader,) = self.leaders
        second = max(m for number, m in enumerate(self.margins) if number != leader)
        lead = Fraction(repr(round(self.margins[leader] - second, DIGITS)))
        against = [n for n in self.compiled.objections(self.answers[leader]) if self.label[n] == IN]
        for n in sorted(against, key=lambda n: (-self.weight(n), n)):
            weight = self.weight(n)
            yield RepeatedObjection(self.compiled.ids[n], float(weight), ceil(lead / weight))


def _margin(pro: Exact, con: Exact) -> float:
    return round(float(pro) - float(con), DIGITS)


def _first(margins: Sequence[float]) -> tuple[int, ...]:
    best = max(margins, default=0.0)
    return tuple(number for number, margin in enumerate(margins) if margin == best)
