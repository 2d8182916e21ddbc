"""The order of the records of one kind: taking some out, putting them elsewhere, and which of them moved."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class LinkedOrder:
    """Ids in order, linked to their neighbours, so that each move costs the same in a map of any size."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._next: dict[str, str] = {}
        self._previous: dict[str, str] = {}
        last = ""
        for record_id in ids:
            self._next[last], self._previous[record_id] = record_id, last
            last = record_id
        self._next[last] = ""

    def __contains__(self, record_id: str) -> bool:
        return record_id in self._previous

    def take(self, record_id: str) -> None:
        before, after = self._previous.pop(record_id), self._next.pop(record_id)
        self._next[before] = after
        if after:
            self._previous[after] = before

    def put(self, record_id: str, after: str) -> None:
        """Put ``record_id`` behind ``after``; at the head where that is "" or is not there."""
        if record_id in self._previous:  # in two places, the chain would lead back into itself
            self.take(record_id)
        before = after if after in self._previous else ""
        behind = self._next[before]
        self._next[before], self._previous[record_id], self._next[record_id] = record_id, before, behind
        if behind:
            self._previous[behind] = record_id

    def ids(self) -> list[str]:
        ids = []
        record_id = self._next[""]
        while record_id:
            ids.append(record_id)
            record_id = self._next[record_id]
        return ids


def find_moves(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The fewest (id, the id it now follows) that turn ``old`` into ``new``, in the order of ``new``.

    What stays is a longest increasing subsequence (Schensted 1961), found in n log n.
    """
    place = {record_id: n for n, record_id in enumerate(old)}
    stays = _longest_rising([place[record_id] for record_id in new])
    return tuple((record_id, new[n - 1] if n else "") for n, record_id in enumerate(new) if n not in stays)


def move(ids: Sequence[str], moves: Sequence[tuple[str, str]]) -> list[str]:
    """``ids`` after the moves that `find_moves` found."""
    chain = LinkedOrder(ids)
    for record_id, _ in moves:
        chain.take(record_id)
    for record_id, after in moves:
        chain.put(record_id, after)
    return chain.ids()


def _longest_rising(values: Sequence[int]) -> set[int]:
    """The positions of a longest rising subsequence."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        n = bisect_left(tails, value)
        tails[n : n + 1] = [value]
        at[n : n + 1] = [position]
        before.append(at[n - 1] if n else -1)
    positions = set()
    position = at[-1] if at else -1
    while position >= 0:
        positions.add(position)
        position = before[position]
    return positions
