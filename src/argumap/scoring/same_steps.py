"""Which claim bears on which in two maps, and for or against."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.model import Bearing
from argumap.query import Side, build_reach
from argumap.scoring.score import Fault, Miss, Score, find_kappa, find_kappa_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from argumap.model import Argument, Index
    from argumap.scoring.placed_map import PlacedMap
    from argumap.scoring.same_claims import SameClaims


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """That one claim bears on another: ``sides`` has the claim, and whether it is for or against that.

    An undercut bears on what the argument that it denies has as premises and as conclusion, since by the sentences
    of two claims nobody can tell which of them is meant: it is against the premises, and on the other side of the
    conclusion than the argument. ``own`` is a step that the source takes, not the mapper.
    """

    premise: str
    sides: tuple[tuple[str, Side], ...]
    own: bool


class SameSteps:
    """The steps of two maps side by side."""

    def __init__(self, same: SameClaims) -> None:
        self._same = same
        self._drafted = list(_find_steps(same.draft))
        self._expected = list(_find_steps(same.gold))
        self._drafted_from = _group_by_premise(self._drafted)
        self._expected_from = _group_by_premise(self._expected)
        self._reached: dict[str, frozenset[str]] = {}

    @cached_property
    def _fitted(self) -> Sequence[tuple[PlacedStep, Sequence[PlacedStep]]]:
        """Each step of the draft with those of the gold that lead from the same claim to the same."""
        return [
            (
                step,
                [
                    other
                    for premise in sorted(self._same.of_draft[step.premise])
                    for other in self._expected_from.get(premise, ())
                    if self._meet(step, other)
                ],
            )
            for step in self._drafted
        ]

    def _meet(self, step: PlacedStep, other: PlacedStep, *, signed: bool = False) -> bool:
        """Whether a step of the draft and one of the gold lead to the same claim; ``signed``: on the same side."""
        return any(
            there in self._same.of_draft[target] and (side is its or not signed)
            for target, side in step.sides
            for there, its in other.sides
        )

    def score_attachments(self) -> Score:
        """Which claim bears on which. What the gold has as the mapper's own step is welcome and not asked for."""
        draft, gold = self._same.draft, self._same.gold
        wrong = [step for step, fitting in self._fitted if not fitting]
        met = {step for _, fitting in self._fitted for step in fitting}
        asked = [step for step in self._expected if step.own]
        missed = [step for step in asked if step not in met]
        misses = [self._miss(step, gold, _tell(gold, step), self._tell_from_draft(step)) for step in missed]
        misses += [self._miss(step, draft, self._tell_from_gold(step), _tell(draft, step)) for step in wrong]
        return Score(
            len(self._drafted) - len(wrong),
            len(self._drafted),
            len(asked) - len(missed),
            len(asked),
            self._find_kappa(),
            tuple(dict.fromkeys(misses)),
        )

    def _tell_from_draft(self, step: PlacedStep) -> str:
        """Where the draft leads from the premise of a step of the gold."""
        premises = sorted(self._same.of_gold[step.premise])
        return _tell_steps(self._same.draft, (s for p in premises for s in self._drafted_from.get(p, ())))

    def _tell_from_gold(self, step: PlacedStep) -> str:
        """Where the gold leads from the premise of a step of the draft."""
        premises = sorted(self._same.of_draft[step.premise])
        return _tell_steps(self._same.gold, (s for p in premises for s in self._expected_from.get(p, ())))

    def score_signs(self) -> Score:
        """For or against, of the steps that are attached right."""
        draft, gold = self._same.draft, self._same.gold
        attached = [(step, fitting) for step, fitting in self._fitted if fitting]
        misses = []
        signs: list[tuple[Side, Side]] = []
        for step, fitting in attached:
            side = step.sides[0][1]
            if any(self._meet(step, other, signed=True) for other in fitting):
                signs.append((side, side))
            else:
                signs.append((side, side.turned))
                misses.append(self._miss(step, draft, _tell_steps(gold, fitting), _tell(draft, step)))
        right = len(attached) - len(misses)
        return Score(right, len(attached), right, len(attached), find_kappa(signs), tuple(misses))

    def find_unrelated(self) -> Fault:
        """Steps between claims neither of which bears on the other in the gold, not even through third ones.

        Claims that contradict or rephrase each other are not unrelated. A step from or to what is no claim of the
        gold is wrong, but not counted here.
        """
        draft = self._same.draft
        where = []
        for step in self._drafted:
            premises, targets = self._same.of_draft[step.premise], self._find_gold(step)
            if premises and targets and not any(self._are_related(p, t) for p in premises for t in targets):
                where.append(self._miss(step, draft, "", _tell(draft, step)))
        return Fault(len(where), len(self._drafted), tuple(where))

    def _find_gold(self, step: PlacedStep) -> frozenset[str]:
        """The claims of the gold that a step of the draft leads to."""
        return frozenset().union(*(self._same.of_draft[target] for target, _ in step.sides))

    def _are_related(self, one: str, other: str) -> bool:
        index = self._same.gold.index
        return (
            other in self._reach(one)
            or one in self._reach(other)
            or other in {*index.contradicting[one], *index.claims[one].rephrases}
            or one in index.claims[other].rephrases
        )

    def _reach(self, claim: str) -> frozenset[str]:
        """The claims of the gold that ``claim`` bears on, and those that give the steps which it denies."""
        if claim not in self._reached:
            index = self._same.gold.index
            met = build_reach(index, claim)
            denied = (
                premise for node in met if node in index.arguments for premise in index.arguments[node].premises
            )
            self._reached[claim] = frozenset({*met, *denied})
        return self._reached[claim]

    def _find_kappa(self) -> float | None:
        """Of all pairs of claims that both maps have: whether the one bears on the other."""
        pairs = self._same.pairs
        found = set(pairs.values())
        ours = {
            (pairs[step.premise], pairs[target])
            for step in self._drafted
            for target, _ in step.sides
            if step.premise in pairs and target in pairs
        }
        theirs = {
            (step.premise, target)
            for step in self._expected
            for target, _ in step.sides
            if step.premise in found and target in found
        }
        both = len(ours & theirs)
        neither = len(found) * (len(found) - 1) - len(ours | theirs)
        counts: Counter[tuple[Hashable, Hashable]] = Counter(
            {
                (True, True): both,
                (True, False): len(ours) - both,
                (False, True): len(theirs) - both,
                (False, False): neither,
            }
        )
        return find_kappa_of(counts)

    def _miss(self, step: PlacedStep, placed: PlacedMap, expected: str, stands: str) -> Miss:
        return Miss(placed.text.name(placed.units[step.premise]), expected, stands)


def _group_by_premise(steps: Iterable[PlacedStep]) -> Mapping[str, Sequence[PlacedStep]]:
    leaving: dict[str, list[PlacedStep]] = {}
    for step in steps:
        leaving.setdefault(step.premise, []).append(step)
    return leaving


def _find_steps(placed: PlacedMap) -> Iterator[PlacedStep]:
    """The steps of a map, one from each premise, between claims that stand somewhere."""
    index = placed.index
    for argument in index.map.arguments:
        met = [(target, side) for target, side in _find_sides(index, argument) if placed.units[target]]
        for premise in argument.premises:
            sides = tuple((target, side) for target, side in met if target != premise)
            if sides and placed.units[premise]:
                yield PlacedStep(premise, sides, argument.id not in index.added)


def _find_sides(index: Index, argument: Argument) -> Iterator[tuple[str, Side]]:
    side = Side.FOR if argument.bearing is Bearing.SUPPORTS else Side.AGAINST
    if argument.bearing is not Bearing.UNDERCUTS:
        yield argument.target, side
        return
    denied = index.arguments[argument.target]
    yield from ((premise, side) for premise in denied.premises)
    if denied.bearing is not Bearing.UNDERCUTS:
        yield denied.target, Side.AGAINST if denied.bearing is Bearing.SUPPORTS else Side.FOR


def _tell_steps(placed: PlacedMap, steps: Iterable[PlacedStep]) -> str:
    return "; ".join(_tell(placed, step) for step in steps)


def _tell(placed: PlacedMap, step: PlacedStep) -> str:
    told = ", or ".join(f"{side} {placed.call(target)}" for target, side in step.sides)
    return f"{placed.call(step.premise)} {told}"
