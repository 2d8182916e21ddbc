"""The order in which things were said, by the transitions between locutions."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.formats._aif.document import Document, Node


def order_claims(document: Document) -> list[Node]:
    """The claims of a document: what is said in the order of the dialogue, the rest where the file has it."""
    claims = [node for node in document.nodes.values() if node.type == "I"]
    turns = _order_locutions(document)
    first = {node.id: turn for node in claims if (turn := _find_turn(document, node.id, turns)) is not None}
    spoken = iter(sorted((node for node in claims if node.id in first), key=lambda node: first[node.id]))
    return [next(spoken) if node.id in first else node for node in claims]


def _find_turn(document: Document, claim: str, turns: dict[str, int]) -> int | None:
    said = (
        turns[locution]
        for illocution in document.before[claim]
        for locution in document.before[illocution]
        if locution in turns
    )
    return min(said, default=None)


def _order_locutions(document: Document) -> dict[str, int]:
    """The number of each locution that a transition joins to another; a circle is cut where the file begins it."""
    place = {name: n for n, name in enumerate(document.nodes)}
    following: dict[str, list[str]] = {}
    waits: dict[str, int] = {}
    for node in document.nodes.values():
        if node.type == "TA":
            for start in _locutions(document, document.before[node.id]):
                for end in _locutions(document, document.after[node.id]):
                    following.setdefault(start, []).append(end)
                    waits[end] = waits.get(end, 0) + 1
                    waits.setdefault(start, 0)
    ready = [(place[name], name) for name, n in waits.items() if n == 0]
    heapify(ready)
    left = iter(sorted(waits, key=place.__getitem__))
    turns: dict[str, int] = {}
    while len(turns) < len(waits):
        name = heappop(ready)[1] if ready else next(name for name in left if name not in turns)
        if name in turns:
            continue
        turns[name] = len(turns)
        for end in following.get(name, ()):
            waits[end] -= 1
            if waits[end] == 0:
                heappush(ready, (place[end], end))
    return turns


def _locutions(document: Document, ids: list[str]) -> list[str]:
    return [name for name in ids if document.nodes[name].type == "L"]
