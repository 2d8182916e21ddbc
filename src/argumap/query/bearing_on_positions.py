"""How claims bear on positions: for, against or both, as the shortest way there tells.

The sign of a way is the product of its steps: ``supports`` keeps it, ``attacks`` and ``undercuts`` turn it.
The length of a way is the number of arguments on it. Where several ways are equally short and differ, a
claim bears both ways. Only arguments count: that two claims contradict each other is no step.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from argumap.model import Act, Bearing, Index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from argumap.model import Argument, Attribution


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


def build_bearing(index: Index, position: str) -> Mapping[str, Reach]:
    """The claims and arguments that bear on ``position``, itself included, nearest first. Linear in the map."""

    def nearer(target: str) -> Iterable[tuple[str, Side]]:
        for argument in index.on[target]:
            turn = _turn(argument)
            yield argument.id, turn
            for premise in argument.premises:
                yield premise, turn

    return _spread(position, nearer)


def build_bearings(index: Index) -> Mapping[str, Mapping[str, Reach]]:
    """What bears on each position of the map: position → claim or argument → reach.

    It is kept with the index, like the index's own views, since several pages ask for it.
    """
    return _keep(index, "bearings_on_positions", index)


def build_source_bearings(index: Index) -> Mapping[str, Mapping[str, Reach]]:
    """The same by the source's steps alone, without those that the map added."""
    sourced = tuple(argument for argument in index.map.arguments if argument.id not in index.added)
    return _keep(index, "source_bearings_on_positions", Index(replace(index.map, arguments=sourced)))


def _keep(index: Index, name: str, walked: Index) -> Mapping[str, Mapping[str, Reach]]:
    kept: dict[str, Mapping[str, Mapping[str, Reach]]] = vars(index)
    if name not in kept:
        kept[name] = {position.id: build_bearing(walked, position.id) for position in index.positions}
    return kept[name]


def build_reach(index: Index, node: str) -> Mapping[str, Reach]:
    """The claims and arguments that the claim or argument ``node`` bears on, itself included, nearest first.

    The same as asking `build_bearing` of each of them for ``node``, from the other end.
    """

    def further(source: str) -> Iterable[tuple[str, Side]]:
        step = index.arguments.get(source)
        for argument in (step,) if step else index.with_premise[source]:
            yield argument.target, _turn(argument)

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


def _turn(argument: Argument) -> Side:
    return Side.FOR if argument.bearing is Bearing.SUPPORTS else Side.AGAINST


def _spread(start: str, neighbours: Callable[[str], Iterable[tuple[str, Side]]]) -> Mapping[str, Reach]:
    """Breadth first, a level at a time, so that all ways of one length are joined before the next."""
    reached = {start: Reach(Side.FOR, 0)}
    level = [start]
    distance = 0
    while level:
        distance += 1
        met: dict[str, Side] = {}
        for node in level:
            here = reached[node].side
            for other, turn in neighbours(node):
                if other not in reached:
                    side = here if turn is Side.FOR else here.turned
                    met[other] = side.joined(met.get(other))
        for node, side in met.items():
            reached[node] = Reach(side, distance)
        level = list(met)
    return reached
