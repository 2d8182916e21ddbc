"""Cycles in relations that must have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def find_cycles(edges: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """One cycle for each edge that closes one, met on a walk through the depth in the order of ``edges``."""
    done: set[str] = set()
    for start in edges:
        if start in done:
            continue
        way = [start]
        place = {start: 0}
        waiting = [iter(edges[start])]
        while waiting:
            step = next(waiting[-1], None)
            if step is None:
                waiting.pop()
                last = way.pop()
                del place[last]
                done.add(last)
            elif step in place:
                yield tuple(way[place[step] :])
            elif step not in done:
                place[step] = len(way)
                way.append(step)
                waiting.append(iter(edges.get(step, ())))
