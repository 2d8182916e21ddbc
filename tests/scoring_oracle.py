"""The figures of `argumap.scoring` by trying everything, for maps of a few claims."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from argumap.model import Attribution, Index
    from argumap.scoring.placed_map import PlacedMap

    Told: TypeAlias = tuple[str, set[tuple[str, bool]], bool]


def best_pairing(merits: Mapping[tuple[str, str], int]) -> tuple[int, int]:
    """How many pairs there can be at most, and what the merits of so many come to at most."""
    best = (0, 0)
    for size in range(1, 1 + len(merits)):
        for pairs in combinations(merits, size):
            if len({left for left, _ in pairs}) == len({right for _, right in pairs}) == size:
                best = max(best, (size, sum(merits[pair] for pair in pairs)))
    return best


def cited(placed: PlacedMap, claim: str) -> list[set[int]]:
    """The units of each passage of a claim, by locators of single units alone."""
    names = list(placed.text.names)
    return [{names.index(passage.at)} for passage in placed.index.claims[claim].at]


def same(draft: PlacedMap, one: str, gold: PlacedMap, other: str) -> bool:
    """Whether two claims share a passage."""
    return any(
        3 * len(ours & theirs) >= len(ours | theirs) for ours in cited(draft, one) for theirs in cited(gold, other)
    )


def steps(index: Index) -> list[Told]:
    """Premise, targets and whether for each of them, and whether the source takes the step."""
    told = []
    for argument in index.map.arguments:
        targets = {(argument.target, argument.bearing == "supports")}
        if argument.target in index.arguments:
            denied = index.arguments[argument.target]
            targets = {(premise, False) for premise in denied.premises}
            if denied.target in index.claims:
                targets.add((denied.target, denied.bearing != "supports"))
        for premise in argument.premises:
            others = {(target, side) for target, side in targets if target != premise}
            if others:
                told.append((premise, others, not argument.inferred))
    return told


def attachments(draft: PlacedMap, gold: PlacedMap) -> tuple[int, int, int, int, int]:
    """Right, drafted, found, expected; and how many of those right have the right sign."""

    def fits(step: Told, other: Told, signs: tuple[bool, ...] = (True, False)) -> bool:
        return same(draft, step[0], gold, other[0]) and any(
            same(draft, target, gold, there) and (side == its) in signs
            for target, side in step[1]
            for there, its in other[1]
        )

    ours, theirs = steps(draft.index), steps(gold.index)
    right = [step for step in ours if any(fits(step, other) for other in theirs)]
    asked = [other for other in theirs if other[2]]
    found = [other for other in asked if any(fits(step, other) for step in ours)]
    signed = [step for step in right if any(fits(step, other, (True,)) for other in theirs)]
    return len(right), len(ours), len(found), len(asked), len(signed)


def heard(placed: PlacedMap, *, own: bool) -> set[tuple[str, str, str]]:
    """Sentence, speaker, voice of what the author says (``own``) or others do; both maps have the same ids."""

    def places(attribution: Attribution) -> list[str]:
        passages = attribution.at or placed.index.claims[attribution.of].at
        return [passage.at for passage in passages if not passage.at.endswith(".h")]

    author = placed.index.map.sources[0].author
    return {
        (at, attribution.by, attribution.voice.value)
        for attribution in placed.index.map.attributions
        if attribution.of in placed.index.claims and own == (attribution.by == author)
        for at in places(attribution)
    }


def kappa(labels: list[tuple[object, object]]) -> float | None:
    """Cohen's kappa as it stands in the textbook."""
    if not labels:
        return None
    agreed = sum(one == other for one, other in labels) / len(labels)
    kinds = {label for pair in labels for label in pair}
    chance = (
        sum(sum(one == kind for one, _ in labels) * sum(other == kind for _, other in labels) for kind in kinds)
        / len(labels) ** 2
    )
    return None if chance == 1 else (agreed - chance) / (1 - chance)
