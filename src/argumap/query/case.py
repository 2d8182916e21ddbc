"""The case for or against a claim, as a tree of arguments."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.model import Bearing
from argumap.query.answer_records import Node, Stance, build_stances, get_node
from argumap.query.gaps import is_answered
from argumap.query.lookup import get_id
from argumap.query.reach import Side

if TYPE_CHECKING:
    from argumap.model import Argument, Index


@dataclass(frozen=True, slots=True)
class Point:
    """A premise in a case. ``elsewhere``: what bears on it is told at another line (it is shared, or a cycle)."""

    claim: Node
    stances: tuple[Stance, ...]
    answered: bool
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class Reason:
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

    claim: Node
    side: Side
    reasons: tuple[Reason, ...]
    hidden: int

    @property
    def unanswered(self) -> tuple[Point, ...]:
        """The points on this side of the case that nothing attacks and whose steps nothing undercuts."""
        points = (p for reason in self.reasons if reason.side is self.side for p in reason.premises)
        return tuple({p.claim.id: p for p in points if not p.answered}.values())


def case_for(index: Index, claim: str, depth: int | None = None) -> Case:
    """What supports ``claim``, and all that bears on that, up to ``depth`` arguments away."""
    return _case(index, claim, Side.FOR, depth)


def case_against(index: Index, claim: str, depth: int | None = None) -> Case:
    """What attacks ``claim``, and all that bears on that, up to ``depth`` arguments away."""
    return _case(index, claim, Side.AGAINST, depth)


def _case(index: Index, name: str, side: Side, depth: int | None) -> Case:
    root = get_id(index, name, "claim")
    top = index.supporting(root) if side is Side.FOR else index.attacking(root)
    children: dict[str, list[Argument]] = {}
    lines: dict[str, tuple[Argument, Side, int, str | None]] = {a.id: (a, side, 1, None) for a in top}
    queue = deque(lines)
    told = {root: ""}
    while queue:
        argument, own, level, _ = lines[queue.popleft()]
        below = list(index.on[argument.id])
        for premise in argument.premises:
            if premise not in told:
                told[premise] = argument.id
                below += index.on[premise]
        children[argument.id] = below
        if depth is not None and level >= depth:
            continue
        for other in below:
            if other.id not in lines:
                turned = own if other.bearing is Bearing.SUPPORTS else own.turned
                lines[other.id] = (other, turned, level + 1, argument.id)
                queue.append(other.id)

    def reason(id: str) -> Reason:
        argument, own, level, parent = lines[id]
        return Reason(
            id,
            argument.bearing,
            argument.target,
            own,
            level,
            parent,
            tuple([_point(index, premise, told[premise] != id) for premise in argument.premises]),
            build_stances(index, id),
            argument.scheme,
            argument.warrant,
            argument.inferred,
            sum(child.id not in lines for child in children[id]),
        )

    reasons: list[Reason] = []
    stack = [a.id for a in reversed(top)] if depth is None or depth > 0 else []
    seen: set[str] = set()
    while stack:
        id = stack.pop()
        if id in seen:
            continue
        seen.add(id)
        reasons.append(reason(id))
        stack += [c.id for c in reversed(children[id]) if c.id in lines and lines[c.id][3] == id]
    hidden = len(top) if depth is not None and depth < 1 else 0
    return Case(get_node(index, root), side, tuple(reasons), hidden)


def _point(index: Index, claim: str, elsewhere: bool) -> Point:
    return Point(
        get_node(index, claim),
        build_stances(index, claim),
        is_answered(index, claim),
        elsewhere and claim in index.on,
    )
