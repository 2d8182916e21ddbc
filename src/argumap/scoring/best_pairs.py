"""Pairs between two sides: as many as there can be, and of those the ones that fit best."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def find_best_pairs(merits: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """Who of the left goes with whom of the right, each at most once; ``merits`` (≥ 0) has all that may.

    There is no way to make more pairs, and none to make as many whose merits come to more.
    """
    weights: defaultdict[str, dict[str, int]] = defaultdict(dict)
    one_more = 1 + sum(merits.values())  # a further pair outweighs all merits
    for (left, right), merit in merits.items():
        weights[left][right] = one_more + merit
    pairs: dict[str, str] = {}
    taken: dict[str, str] = {}
    for left in weights:
        _add(left, weights, pairs, taken)
    return pairs


def _add(
    start: str, weights: Mapping[str, Mapping[str, int]], pairs: dict[str, str], taken: dict[str, str]
) -> None:
    """Take one more of the left into the best pairing, by the best chain of swaps that begins with it.

    A chain ends with one of the right that is free, or with one of the left that gives way.
    """
    losing, gaining, through = _follow_swaps(start, weights, taken)
    free = max((right for right in gaining if right not in taken), key=gaining.__getitem__, default=None)
    loser = max(losing, key=losing.__getitem__)
    if free is not None and gaining[free] > losing[loser]:
        right = free
    elif loser != start:
        right = pairs.pop(loser)
    else:
        return
    left = through[right]
    while left != start:
        taken[right] = left
        pairs[left], right = right, pairs[left]
        left = through[right]
    pairs[start], taken[right] = right, start


def _follow_swaps(
    start: str, weights: Mapping[str, Mapping[str, int]], taken: Mapping[str, str]
) -> tuple[dict[str, int], dict[str, int], dict[str, str]]:
    """What is gained by a chain of swaps up to each of the left that loses its pair and each of the right.

    Last, the one of the left through which each of the right is best come to.
    """
    losing, gaining = {start: 0}, dict[str, int]()
    through: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        left = waiting.popleft()
        for right, weight in weights[left].items():
            holder = taken.get(right)
            gain = losing[left] + weight
            if holder == left or gain <= gaining.get(right, -1):
                continue
            gaining[right], through[right] = gain, left
            if holder is not None and gain - weights[holder][right] > losing.get(holder, -gain):
                losing[holder] = gain - weights[holder][right]
                waiting.append(holder)
    return losing, gaining, through
