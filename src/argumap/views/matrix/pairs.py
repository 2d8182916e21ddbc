"""Two people, or two answers to a question, side by side: the answers of `argumap.query.compare`, for the page."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, TypedDict

from argumap.query import compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.board import Board
    from argumap.model import Index
    from argumap.query import Comparison, Shared

MOST = 24
"""So many people are compared with each other: those who say most."""

LARGE, LEAST = 500, 6
"""In a map of more claims than this only so many are compared, for each comparison reads the whole map."""

NAMED = 40
"""So many claims that only one of the two speaks to are named."""


class PairData(TypedDict):
    """What two agree on, differ on and are silent on, by ids.

    ``opposed`` are the answers on which they take opposite sides, ``agreed`` and ``disputed`` the claims that both
    take a side on, with the side of each, ``against`` who argues by which step against the other. ``only`` has
    what just one speaks to. ``cruxes`` are the claims of theirs each of which would change who leads.
    """

    opposed: Sequence[str]
    agreed: Sequence[tuple[str, str, str]]
    disputed: Sequence[tuple[str, str, str]]
    contradictions: Sequence[tuple[str, str]]
    against: Sequence[tuple[str, str, bool]]
    only: tuple[Sequence[str], Sequence[str]]
    cruxes: Sequence[str]


def pack_pairs(index: Index, boards: Sequence[Board]) -> Mapping[str, PairData]:
    """Each pair that the page can show, by both ids with a comma between them."""
    hinges = {what_if.aside[0]: None for board in boards for what_if in board.hinges if len(what_if.aside) == 1}
    return {f"{a},{b}": _pack(compare(index, a, b), hinges) for a, b in _find_pairs(index, boards)}


def _find_pairs(index: Index, boards: Sequence[Board]) -> Iterator[tuple[str, str]]:
    most = MOST if len(index.claims) <= LARGE else LEAST
    speaking = [s.id for s in index.map.stakeholders if index.speech[s.id]]
    loudest = sorted(speaking, key=lambda who: -len(index.speech[who]))[:most]
    yield from combinations([who for who in speaking if who in loudest], 2)
    for board in boards[:LEAST]:
        yield from combinations([answer.claim.id for answer in board.answers[:most]], 2)


def _pack(found: Comparison, hinges: Mapping[str, None]) -> PairData:
    agreed, disputed = _pack_shared(found.agreed), _pack_shared(found.disputed)
    only = [node.id for node in found.only_a], [node.id for node in found.only_b]
    theirs = {*(claim for claim, _, _ in (*agreed, *disputed)), *only[0], *only[1]}
    return {
        "opposed": [leaning.position.id for leaning in found.positions if leaning.opposed],
        "agreed": agreed,
        "disputed": disputed,
        "contradictions": [(pair.a.id, pair.b.id) for pair in found.contradictions],
        "against": [(clash.by, clash.argument, clash.inferred) for clash in found.attacks],
        "only": (only[0][:NAMED], only[1][:NAMED]),
        "cruxes": [claim for claim in hinges if claim in theirs],
    }


def _pack_shared(shared: Sequence[Shared]) -> list[tuple[str, str, str]]:
    return [(one.claim.id, one.a.value, one.b.value) for one in shared]
