"""The case for or against a claim, as a tree of arguments."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argumap.model import Bearing
from argumap.query.answer_records import AnswerNode, Stance, build_stances, get_node
from argumap.query.bearing_on_positions import Side
from argumap.query.lookup import get_id
from argumap.query.map_gaps import is_challenged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.model import Argument, Index


@dataclass(frozen=True, slots=True)
class Point:
    """A premise in a case. ``elsewhere``: what bears on it is told at another line (it is shared, or a cycle)."""

    claim: AnswerNode
    stances: tuple[Stance, ...]
    attacked: bool
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class CaseReason:
    """One argument of a case: several premises are linked, they bear together.

    ``bearing`` and ``target`` say what it does to which claim or argument, ``side`` which way it speaks on
    the claim that the case is about, on its way there. ``depth`` counts from 1, ``parent`` is the argument
    that it hangs under, ``hidden`` how many arguments beneath it are left out for depth.
    """

    argument: str
    bearing: Bearing
    target: str
    side: Side
    depth: int
    parent: str | None
    premises: tuple[Point, ...]
    stances: tuple[Stance, ...]
    scheme: str | None
    warrant: str | None
    inferred: bool
    hidden: int


@dataclass(frozen=True, slots=True)
class Case:
    """The case for or against a claim, in the order of a tree: each argument once, where it is nearest.

    ``hidden`` counts the arguments on the claim itself that are left out for depth.
    """

    claim: AnswerNode
    side: Side
    reasons: tuple[CaseReason, ...]
    hidden: int

    @property
    def unattacked(self) -> tuple[Point, ...]:
        """The points on this side of the case that nothing attacks and whose steps nothing undercuts."""
        points = (p for reason in self.reasons if reason.side is self.side for p in reason.premises)
        return tuple({p.claim.id: p for p in points if not p.attacked}.values())

    @property
    def nearest_first(self) -> tuple[CaseReason, ...]:
        """The arguments as a list, those nearest to the claim first."""
        return tuple(sorted(self.reasons, key=lambda reason: reason.depth))

    @property
    def unclear(self) -> frozenset[str]:
        """The arguments under linked premises in the tree: their place does not tell which one they bear on."""
        linked = {reason.argument for reason in self.reasons if len(reason.premises) > 1}
        return frozenset(r.argument for r in self.reasons if r.parent in linked and r.bearing != "undercuts")


def case_for(index: Index, claim: str, depth: int | None = None) -> Case:
    """What supports ``claim``, and all that bears on that, up to ``depth`` arguments away."""
    return _case(index, claim, Side.FOR, depth)


def case_against(index: Index, claim: str, depth: int | None = None) -> Case:
    """What attacks ``claim``, and all that bears on that, up to ``depth`` arguments away."""
    return _case(index, claim, Side.AGAINST, depth)


def _case(index: Index, name: str, side: Side, depth: int | None) -> Case:
    root = get_id(index, name, "claim")
    top = index.supporting(root) if side is Side.FOR else index.attacking(root)
    none_asked = depth is not None and depth < 1
    walk = _Walk(index, root)
    walk.down_from(top, side, depth)
    reasons = () if none_asked else tuple(walk.reason(node_id) for node_id in walk.in_reading_order(top))
    return Case(get_node(index, root), side, reasons, len(top) if none_asked else 0)


class _CaseLine(NamedTuple):
    """An argument of the case: the side it speaks on, how far from the claim, under which argument."""

    argument: Argument
    side: Side
    level: int
    parent: str | None


class _Walk:
    """What bears on a claim, nearest first. ``told`` says under which argument a premise is told in full."""

    def __init__(self, index: Index, root: str) -> None:
        self.index = index
        self.lines: dict[str, _CaseLine] = {}
        self.children: dict[str, list[Argument]] = {}
        self.told = {root: ""}

    def down_from(self, top: Sequence[Argument], side: Side, depth: int | None) -> None:
        self.lines.update((argument.id, _CaseLine(argument, side, 1, None)) for argument in top)
        queue = deque(self.lines)
        while queue:
            line = self.lines[queue.popleft()]
            below = self.children[line.argument.id] = self.below(line.argument)
            if depth is not None and line.level >= depth:
                continue
            for other in below:
                if other.id not in self.lines:
                    turned = line.side if other.bearing is Bearing.SUPPORTS else line.side.turned
                    self.lines[other.id] = _CaseLine(other, turned, line.level + 1, line.argument.id)
                    queue.append(other.id)

    def below(self, argument: Argument) -> list[Argument]:
        """What bears on the step and on each premise that is not told elsewhere."""
        below = list(self.index.on[argument.id])
        for premise in argument.premises:
            if premise not in self.told:
                self.told[premise] = argument.id
                below += self.index.on[premise]
        return below

    def in_reading_order(self, top: Sequence[Argument]) -> Iterator[str]:
        """Each argument followed by what stands under it."""
        stack = [argument.id for argument in reversed(top)]
        seen: set[str] = set()
        while stack:
            node_id = stack.pop()
            if node_id in seen:
                continue
            seen.add(node_id)
            yield node_id
            stack += [child.id for child in reversed(self.children[node_id]) if self.stands_under(child, node_id)]

    def stands_under(self, child: Argument, node_id: str) -> bool:
        return child.id in self.lines and self.lines[child.id].parent == node_id

    def reason(self, node_id: str) -> CaseReason:
        argument, side, level, parent = self.lines[node_id]
        return CaseReason(
            node_id,
            bearing=argument.bearing,
            target=argument.target,
            side=side,
            depth=level,
            parent=parent,
            premises=tuple(
                _point(self.index, premise, self.told[premise] != node_id) for premise in argument.premises
            ),
            stances=build_stances(self.index, node_id),
            scheme=argument.scheme,
            warrant=argument.warrant,
            inferred=argument.inferred,
            hidden=sum(child.id not in self.lines for child in self.children[node_id]),
        )


def _point(index: Index, claim: str, elsewhere: bool) -> Point:
    return Point(
        get_node(index, claim),
        build_stances(index, claim),
        is_challenged(index, claim),
        elsewhere and claim in index.on,
    )
