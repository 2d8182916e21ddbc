"""How claims bear on positions: for, against or both, as the shortest way there tells.

The sign of a way is the product of its steps: ``supports`` keeps it, ``attacks`` and ``undercuts`` turn it.
The length of a way is the number of arguments on it. Where several ways are equally short and differ, a
claim bears both ways. Only arguments count: that two claims contradict each other is no step.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from argumap.model import Act, Bearing, Index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from argumap.model import Attribution


class Side(StrEnum):
    """Which way something speaks: for a position, against it, or both."""

    FOR = "for"
    AGAINST = "against"
    BOTH = "both"

    @property
    def sign(self) -> str:
        return _SIGNS[self]

    @property
    def turned(self) -> Side:
        """The other side; both stays both."""
        return _TURNED[self]

    def joined(self, other: Side | None) -> Side:
        return self if other is None or other is self else Side.BOTH


_SIGNS = {Side.FOR: "+", Side.AGAINST: "−", Side.BOTH: "±"}
_TURNED = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR, Side.BOTH: Side.BOTH}


@dataclass(frozen=True, slots=True)
class Reach:
    """That something bears on a position: which way, and over how many arguments (0 is the position itself)."""

    side: Side
    distance: int


BorneSide = tuple[str, Side]
"""A position and the way in which something bears on it."""


def build_bearing(index: Index, position: str) -> Mapping[str, Reach]:
    """The claims and arguments that bear on ``position``, itself included, nearest first. Linear in the map."""

    def nearer(target: str) -> Iterable[tuple[str, bool]]:
        for argument in index.on[target]:
            turns = argument.bearing is not Bearing.SUPPORTS
            yield argument.id, turns
            for premise in argument.premises:
                yield premise, turns

    return _spread(position, nearer)


def build_bearings(index: Index) -> Mapping[str, Mapping[str, Reach]]:
    """What bears on each position of the map: position → claim or argument → reach.

    It is kept with the index, like the index's own views, since several pages ask for it.
    """
    return _keep(index, "bearings_on_positions", lambda: index)


def build_source_bearings(index: Index) -> Mapping[str, Mapping[str, Reach]]:
    """The same by the source's steps alone, without those that the map added."""
    if not index.added:
        return build_bearings(index)

    def leave_added_out() -> Index:
        sourced = tuple(argument for argument in index.map.arguments if argument.id not in index.added)
        return Index(replace(index.map, arguments=sourced))

    return _keep(index, "source_bearings_on_positions", leave_added_out)


def build_sides(index: Index) -> tuple[Mapping[str, Sequence[BorneSide]], Mapping[str, Sequence[BorneSide]]]:
    """Each claim's positions and which way it bears on them: by the source's steps alone, and by all.

    The bearings read from the other end, so that a person's sides cost what they say, however many positions a
    map has. Kept with the index, for everybody's case asks for it.
    """
    kept: dict[str, tuple[Mapping[str, Sequence[BorneSide]], Mapping[str, Sequence[BorneSide]]]] = vars(index)
    if "sides_on_positions" not in kept:
        by_all = _turn_over(index, build_bearings(index))
        by_source = _turn_over(index, build_source_bearings(index)) if index.added else by_all
        kept["sides_on_positions"] = by_source, by_all
    return kept["sides_on_positions"]


def _turn_over(index: Index, bearings: Mapping[str, Mapping[str, Reach]]) -> Mapping[str, Sequence[BorneSide]]:
    sides: defaultdict[str, list[BorneSide]] = defaultdict(list)
    for position, bearing in bearings.items():
        # One pair for all that bear alike, for there may be as many as the map has claims and answers.
        borne = {side: (position, side) for side in Side}
        for node, reach in bearing.items():
            if node in index.claims:
                sides[node].append(borne[reach.side])
    return sides


def _keep(index: Index, name: str, build_walked: Callable[[], Index]) -> Mapping[str, Mapping[str, Reach]]:
    kept: dict[str, Mapping[str, Mapping[str, Reach]]] = vars(index)
    if name not in kept:
        nearer = _list_nearer(build_walked())
        kept[name] = {position.id: _spread(position.id, nearer.__getitem__) for position in index.positions}
    return kept[name]


def _list_nearer(index: Index) -> Mapping[str, list[tuple[str, bool]]]:
    """For every claim and argument what bears on it, written out once for the walks from many positions."""
    nearer: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    for argument in index.map.arguments:
        turns = argument.bearing is not Bearing.SUPPORTS
        nearer[argument.target].append((argument.id, turns))
        nearer[argument.target] += ((premise, turns) for premise in argument.premises)
    return nearer


def build_reach(index: Index, node: str) -> Mapping[str, Reach]:
    """The claims and arguments that the claim or argument ``node`` bears on, itself included, nearest first.

    The same as asking `build_bearing` of each of them for ``node``, from the other end.
    """

    def further(source: str) -> Iterable[tuple[str, bool]]:
        step = index.arguments.get(source)
        for argument in (step,) if step else index.with_premise[source]:
            yield argument.target, argument.bearing is not Bearing.SUPPORTS

    return _spread(node, further)


def acts_of(attributions: Iterable[Attribution], *, argues: bool) -> list[Act]:
    """What somebody does with a claim by speaking to it and, where they argue from it, by asserting it so."""
    return [*(attribution.act for attribution in attributions), *([Act.ASSERTS] if argues else [])]


def stance_side(acts: Iterable[Act], bearing: Side) -> Side | None:
    """Which way a stakeholder speaks who does ``acts`` with a claim that bears ``bearing`` on a position.

    Whoever commits to the claim speaks its way, whoever disputes it speaks the other way; questions,
    suppositions and presented cases speak neither way (None).
    """
    side: Side | None = None
    for act in acts:
        if act.commits:
            side = bearing.joined(side)
        elif act is Act.DISPUTES:
            side = bearing.turned.joined(side)
    return side


def count_sides(sides: Iterable[Side | None]) -> tuple[int, int, int]:
    """How many are for, how many against (± counts in both), and how many neither (None)."""
    count = Counter(sides)
    both = count[Side.BOTH]
    return count[Side.FOR] + both, count[Side.AGAINST] + both, count[None]


# While ways are joined a side is two bits, one for each way it speaks.
_BY_BITS = (None, Side.FOR, Side.AGAINST, Side.BOTH)
_TURNED_BITS = (0, 2, 1, 3)


def _spread(start: str, neighbours: Callable[[str], Iterable[tuple[str, bool]]]) -> Mapping[str, Reach]:
    """Breadth first, a level at a time, so that all ways of one length are joined before the next."""
    reached: dict[str, Reach] = {}
    level = {start: 1}
    distance = 0
    while level:
        # One record for all that lie alike, for a walk may meet a hundred thousand.
        reaches = [side and Reach(side, distance) for side in _BY_BITS]
        reached.update((node, reach) for node, bits in level.items() if (reach := reaches[bits]))
        distance += 1
        met: dict[str, int] = {}
        for node, bits in level.items():
            for other, turns in neighbours(node):
                if other not in reached:
                    met[other] = met.get(other, 0) | (_TURNED_BITS[bits] if turns else bits)
        level = met
    return reached
