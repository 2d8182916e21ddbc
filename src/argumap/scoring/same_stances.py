"""On which side of which answer each claim of two maps is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.model import Index
from argumap.query import Side, build_bearing
from argumap.scoring.score import Miss, Score, find_kappa

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.scoring.placed_map import PlacedMap
    from argumap.scoring.same_claims import SameClaims


def score_stances(same: SameClaims) -> Score:
    """On which side of which answer each claim is, directly or through others; an answer itself is on none.

    What only the mapper's own steps in the gold bring about is not asked for.
    """
    return _Stances(same).score()


@dataclass(frozen=True)
class _Stances:
    """A claim of the draft that the gold lacks, or an answer, is called by a colon and its id."""

    _same: SameClaims

    def score(self) -> Score:
        same = self._same
        ours: dict[tuple[str, str], Side] = {}
        for claim, answer, side in _find_sides(same.draft, same.draft.index):
            key = (same.pairs.get(claim, f":{claim}"), self._counterparts[answer])
            ours[key] = side.joined(ours.get(key))
        theirs = {(claim, answer): side for claim, answer, side in _find_sides(same.gold, same.gold.index)}
        own = {(claim, answer) for claim, answer, _ in _find_sides(same.gold, _without_added(same.gold.index))}
        wrong = {key for key, side in ours.items() if theirs.get(key) is not side}
        missed = {key for key in own if ours.get(key) is not theirs[key]}
        misses = [
            self._compare_sides(key, ours.get(key), theirs.get(key))
            for key in sorted(wrong | missed, key=self._find_order)
        ]
        kappa = find_kappa(
            (ours.get((claim, answer)), theirs.get((claim, answer)))
            for claim in sorted(same.pairs.values())
            for answer in sorted({a for a in self._counterparts.values() if not a.startswith(":")})
            if claim != answer
        )
        return Score(len(ours) - len(wrong), len(ours), len(own) - len(missed), len(own), kappa, tuple(misses))

    @cached_property
    def _counterparts(self) -> Mapping[str, str]:
        """The answer of the gold that each answer of the draft is; a colon and its id where it is none."""
        answers = {answer.id for answer in self._same.gold.positions}
        found = {}
        for answer in self._same.draft.positions:
            likely = [self._same.pairs.get(answer.id, ""), *sorted(self._same.of_draft[answer.id])]
            found[answer.id] = next((other for other in likely if other in answers), f":{answer.id}")
        return found

    def _compare_sides(self, key: tuple[str, str], ours: Side | None, theirs: Side | None) -> Miss:
        return Miss(
            self._same.gold.text.name(self._find_units(key[0])),
            self._tell_side(key, theirs),
            self._tell_side(key, ours),
        )

    def _tell_side(self, key: tuple[str, str], side: Side | None) -> str:
        if side is None:
            return ""
        claim, answer = map(self._call, key)
        return f"{claim} is {'for and against' if side is Side.BOTH else side} {answer}"

    def _call(self, claim: str) -> str:
        """The words of a claim of the gold, or of one that only the draft has."""
        placed = self._same.draft if claim.startswith(":") else self._same.gold
        return placed.call(claim.removeprefix(":"))

    def _find_units(self, claim: str) -> frozenset[int]:
        placed = self._same.draft if claim.startswith(":") else self._same.gold
        return placed.units[claim.removeprefix(":")]

    def _find_order(self, key: tuple[str, str]) -> tuple[int, tuple[str, str]]:
        return min(self._find_units(key[0])), key


def _find_sides(placed: PlacedMap, index: Index) -> Iterator[tuple[str, str, Side]]:
    """Claim, answer and side, for every claim that bears on an answer to a question under debate."""
    for answer in placed.positions:
        for node, reach in build_bearing(index, answer.id).items():
            if reach.distance and placed.units.get(node):
                yield node, answer.id, reach.side


def _without_added(index: Index) -> Index:
    """The map with the steps alone that its source takes."""
    own = tuple(argument for argument in index.map.arguments if argument.id not in index.added)
    return Index(replace(index.map, arguments=own))
