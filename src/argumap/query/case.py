"""The case for or against a claim, as a tree of arguments."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from argumap.model import ADDED_STEP, Bearing, quoted
from argumap.query.answer_records import AnswerNode, Stance, build_stances, get_node
from argumap.query.answer_words import SIGNS, STYLES, Telling, WordedAnswer, name_node
from argumap.query.bearing_on_positions import Side
from argumap.query.lookup import get_id
from argumap.query.map_gaps import is_challenged
from argumap.told_lines import line, padded, write_as_text
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from argumap.model import Argument, Index
    from argumap.query.answer_records import SourcePlace
    from argumap.query.answer_words import PassageWords
    from argumap.told_lines import Line, Part


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
class Case(WordedAnswer):
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

    def lines(
        self,
        find_words: Callable[[SourcePlace], PassageWords | None] | None = None,
        *,
        flat: bool = False,
        unattacked: bool = False,
    ) -> Iterator[Line]:
        """The answer line by line: a tree, or a ``flat`` list, or the points that are ``unattacked``."""
        telling = Telling(self.index, find_words)
        head, identity = f"The case {self.side} {quoted(self.claim.label)}", f" [{self.claim.id}]"
        yield line((head, "bold"), (identity, "dim"))
        if not self.reasons:
            yield from _tell_none(telling, self)
        elif unattacked:
            yield from _tell_unattacked(telling, self)
        elif flat:
            yield from _tell_list(telling, self)
        else:
            yield from _tell_tree(telling, self)

    def text(self, *, flat: bool = False, unattacked: bool = False) -> str:
        """The answer in the words that the command line has for it."""
        return write_as_text(self.lines(flat=flat, unattacked=unattacked))


def _tell_none(telling: Telling, case: Case) -> Iterator[Line]:
    beside = list(dict.fromkeys(_find_beside(telling.index, case))) if not case.hidden else []
    if case.hidden:
        yield line(f"{counted(case.hidden, 'argument')} at depth 1.", indent=2)
    elif not beside:
        yield line("Nothing in this map.", indent=2)
    else:
        yield line("Nothing in this map is said against the claim itself. Against its reasons:", indent=2)
    for argument in beside:
        premises = [quoted(telling.label(premise)) for premise in argument.premises]
        does = _DOES[argument.bearing][len(premises) > 1]
        added = f" ({ADDED_STEP})" if argument.id in telling.index.added else ""
        target = _call_target(telling, argument.target)
        yield line(f"{joined(premises)} {does} {target}{added}", indent=4)


def _find_beside(index: Index, case: Case) -> Iterator[Argument]:
    """What is said against the reasons for a claim, their premises or steps; a case against it has none of it."""
    for reason in index.supporting(case.claim.id) if case.side is Side.AGAINST else ():
        yield from index.undercutting(reason.id)
        for premise in reason.premises:
            yield from index.attacking(premise)


def _tell_unattacked(telling: Telling, case: Case) -> Iterator[Line]:
    points = case.unattacked
    if points:
        yield line(f"{counted(len(points), 'point')} {case.side} it that nothing here attacks:")
    else:
        yield line("Every point is attacked, or a step from it undercut.")
    for point in points:
        yield padded(line((f"{SIGNS[case.side]} ", STYLES[case.side]), *name_node(point.claim)), 2)
        for stance in point.stances:
            yield padded(telling.stance(stance), 6)
        yield from telling.quotes(point.claim.at, 6)


def _tell_list(telling: Telling, case: Case) -> Iterator[Line]:
    for reason in case.nearest_first:
        on = _call_target(telling, reason.target) if reason.depth > 1 else None
        yield padded(_reason(reason, on=on), 2)
        yield from _proof(telling, reason, 6)


def _tell_tree(telling: Telling, case: Case) -> Iterator[Line]:
    """The reasons stand in the order of the tree; each is drawn under its parent's guides."""
    last: dict[str | None, str] = {reason.parent: reason.argument for reason in case.reasons}
    guides: dict[str | None, str] = {None: ""}
    unclear = case.unclear
    for reason in case.reasons:
        before, ends = guides[reason.parent], last[reason.parent] == reason.argument
        below = guides[reason.argument] = before + ("    " if ends else "│   ")
        on = _call_target(telling, reason.target) if reason.argument in unclear else None
        yield replace(_reason(reason, on=on), guide=before + ("└── " if ends else "├── "), further=below)
        for proof in _proof(telling, reason, 2):
            yield replace(proof, guide=below, further=below)
        if reason.hidden:
            more = line((f"… {counted(reason.hidden, 'more argument')} below; raise --depth", "dim"))
            yield replace(more, guide=f"{below}└── ", further=f"{below}    ")


_DOES = {
    "supports": ("supports", "support"),
    "attacks": ("objects to", "object to"),
    "undercuts": ("undercuts", "undercut"),
}


def _call_target(telling: Telling, target: str) -> str:
    return quoted(telling.label(target)) if target in telling.index.claims else telling.label(target)


def _reason(reason: CaseReason, *, on: str | None = None) -> Line:
    """One argument: its sign, its premises, what it does; ``on`` is the target that its place does not show."""
    sign = {"supports": "+", "attacks": "−", "undercuts": "/"}[reason.bearing]
    parts: list[Part] = [(f"{sign} ", STYLES[reason.side])]
    for n, point in enumerate(reason.premises):
        parts += [(" and ", "bold"), *name_node(point.claim)] if n else name_node(point.claim)
        if point.elsewhere:
            parts.append((" (told elsewhere)", "dim"))
    several = len(reason.premises) > 1
    if several or on is not None or reason.bearing == "undercuts":
        together = ", together," if several else ""
        it = on or ("this step" if reason.bearing == "undercuts" else "it")
        parts.append(f"{together} {_DOES[reason.bearing][several]} {it}")
    if reason.inferred:
        parts.append((f" ({ADDED_STEP})", "dim"))
    return line(*parts)


def _proof(telling: Telling, reason: CaseReason, indent: int) -> Iterator[Line]:
    """Who stands behind the premises and the step, and the words of the passages."""
    for stances in (*(point.stances for point in reason.premises), reason.stances):
        for stance in stances:
            yield padded(telling.stance(stance), indent)
    places = dict.fromkeys(place for point in reason.premises for place in point.claim.at)
    yield from telling.quotes(places, indent)


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
    return Case(get_node(index, root), side, reasons, len(top) if none_asked else 0, index=index)


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
            inferred=node_id in self.index.added,
            hidden=sum(child.id not in self.lines for child in self.children[node_id]),
        )


def _point(index: Index, claim: str, elsewhere: bool) -> Point:
    return Point(
        get_node(index, claim),
        build_stances(index, claim),
        is_challenged(index, claim),
        elsewhere and claim in index.on,
    )
