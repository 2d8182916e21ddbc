"""Two spines laid side by side: which units stand unchanged, in order, in both."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

# A longest common subsequence costs the product of both lengths: two hundred units on each side at most.
_SMALL = 40_000


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The pairs (index in ``old``, index in ``new``) of equal items that keep their order, ascending.

    Patience alignment: what stands once in both is paired along a longest increasing run; between two
    such pairs the same is done again, and a stretch without unique items by longest common subsequence
    where it is small, else item by item. Near linear in practice.
    """
    pairs: list[tuple[int, int]] = []
    stretches = [(0, len(old), 0, len(new))]
    while stretches:
        found, inner = _align_stretch(old, new, *stretches.pop())
        pairs += found
        stretches += inner
    return sorted(pairs)


Stretch = tuple[int, int, int, int]


def _align_stretch(
    old: Sequence[Hashable], new: Sequence[Hashable], a: int, b: int, c: int, d: int
) -> tuple[list[tuple[int, int]], list[Stretch]]:
    pairs = []
    while a < b and c < d and old[a] == new[c]:
        pairs.append((a, c))
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
        pairs.append((b, d))
    if a == b or c == d:
        return pairs, []
    unique = _increasing(_unique_pairs(old, new, a, b, c, d))
    if not unique:
        if (b - a) * (d - c) <= _SMALL:
            return pairs + _longest_common(old, new, a, b, c, d), []
        return pairs + _one_by_one(old, new, a, b, c, d), []
    edges = [(a - 1, c - 1), *unique, (b, d)]
    inner = [(i + 1, j, k + 1, m) for (i, k), (j, m) in pairwise(edges)]
    return pairs + unique, [stretch for stretch in inner if stretch[0] < stretch[1] and stretch[2] < stretch[3]]


def _unique_pairs(
    old: Sequence[Hashable], new: Sequence[Hashable], a: int, b: int, c: int, d: int
) -> list[tuple[int, int]]:
    old_counts, new_counts = Counter(old[a:b]), Counter(new[c:d])
    place = {new[j]: j for j in range(c, d) if new_counts[new[j]] == 1}
    return [(i, place[old[i]]) for i in range(a, b) if old_counts[old[i]] == 1 and old[i] in place]


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest run of ``pairs`` (ascending by the first) that ascends by the second too."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [j]
        ends[at : at + 1] = [n]
    run = []
    n = ends[-1] if ends else -1
    while n >= 0:
        run.append(pairs[n])
        n = before[n]
    return run[::-1]


def _longest_common(
    old: Sequence[Hashable], new: Sequence[Hashable], a: int, b: int, c: int, d: int
) -> list[tuple[int, int]]:
    lengths = [[0] * (d - c + 1) for _ in range(b - a + 1)]
    for i in range(b - a - 1, -1, -1):
        for j in range(d - c - 1, -1, -1):
            same = old[a + i] == new[c + j]
            lengths[i][j] = 1 + lengths[i + 1][j + 1] if same else max(lengths[i + 1][j], lengths[i][j + 1])
    pairs = []
    i = j = 0
    while i < b - a and j < d - c:
        if old[a + i] == new[c + j]:
            pairs.append((a + i, c + j))
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _one_by_one(
    old: Sequence[Hashable], new: Sequence[Hashable], a: int, b: int, c: int, d: int
) -> list[tuple[int, int]]:
    """Pair each old item with the next equal new one: not the longest, but ordered and cheap."""
    places: dict[Hashable, list[int]] = {}
    for j in range(c, d):
        places.setdefault(new[j], []).append(j)
    pairs = []
    at = c
    for i in range(a, b):
        listed = places.get(old[i], [])
        n = bisect_left(listed, at)
        # A leap over much of the stretch would cost more pairs than it wins.
        if n < len(listed) and listed[n] - at <= 50:
            pairs.append((i, listed[n]))
            at = listed[n] + 1
    return pairs
