"""An argument map as equations over whole numbers: who bears on whom, built in one pass.

Nodes ``0 … claims - 1`` are the claims, the nodes after them the arguments, both in the order of the map.
Contradicting claims attack each other directly, without an argument between them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import TYPE_CHECKING

from argumap.errors import CallError
from argumap.model import Bearing, Standard

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.model import Argument, ArgumentMap

# A claim nobody has weighed lies in the middle; a step nobody has weighed passes on all that its premises have.
NEUTRAL = 0.5
FULL = 1.0


@dataclass(frozen=True)
class CompiledMap:
    """What each claim and argument depends on, by index.

    ``base`` holds base scores of claims and weights of arguments. ``attackers`` of a claim are the arguments
    against it and the claims that contradict it; of an argument, those that undercut it. ``supporters`` are
    the arguments for a claim. ``uses`` are the arguments that a claim is a premise of, ``contraries`` the
    claims that contradict it. ``target`` and ``sign`` (+1 supports, −1 attacks or undercuts) are counted from
    the first argument; a target that the map lacks is −1. ``void`` are arguments with a premise that the map
    lacks: they never apply. ``standards`` are those that the map writes, by claim.
    """

    ids: Sequence[str]
    claims: int
    base: Sequence[float]
    premises: Sequence[Sequence[int]]
    target: Sequence[int]
    sign: Sequence[int]
    attackers: Sequence[Sequence[int]]
    supporters: Sequence[Sequence[int]]
    uses: Sequence[Sequence[int]]
    contraries: Sequence[Sequence[int]]
    requires: frozenset[int]
    void: frozenset[int]
    index_of: Mapping[str, int]
    standards: Mapping[int, Standard] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)

    def muted(self, scores: Sequence[float]) -> frozenset[int]:
        """The arguments that ``scores`` give the weight 0: they count as set aside."""
        return frozenset(n for n in range(self.claims, len(self)) if not scores[n])

    def reached(self, node: int) -> Sequence[int]:
        """The nodes whose equations mention ``node``."""
        if node < self.claims:
            return [*self.uses[node], *self.contraries[node]]
        target = self.target[node - self.claims]
        return (target,) if target >= 0 else ()

    def reaching(self, node: int) -> Sequence[int]:
        """The nodes that the equation of ``node`` mentions."""
        inner = self.supporters[node] if node < self.claims else self.premises[node - self.claims]
        return [*self.attackers[node], *inner]

    @cached_property
    def whole_weights(self) -> Sequence[int]:
        """The weight of every argument, counted from the first, as whole numbers in the same proportions."""
        return make_whole(self.base[self.claims :])

    @cached_property
    def order(self) -> Sequence[int | tuple[int, ...]]:
        """All nodes, each after what it depends on; nodes that depend on each other stand in one tuple."""
        return build_order(self)

    @cached_property
    def position(self) -> Sequence[int]:
        """The place of every node's part in ``order``."""
        places = [0] * len(self)
        for place, part in enumerate(self.order):
            for node in (part,) if isinstance(part, int) else part:
                places[node] = place
        return places

    def objections(self, claim: int) -> list[int]:
        """The arguments against a claim."""
        return [n for n in self.attackers[claim] if n >= self.claims]

    def rivals(self, claim: int) -> list[int]:
        """The claims that contradict a claim."""
        return [n for n in self.attackers[claim] if n < self.claims]

    def ancestors(self, node: int) -> dict[int, None]:
        """``node`` and all that bears on it, directly or through others, nearest first."""
        seen: dict[int, None] = {node: None}
        walk = [node]
        for v in walk:
            inner = self.supporters[v] if v < self.claims else self.premises[v - self.claims]
            for row in (inner, self.attackers[v]):
                for u in row:
                    if u not in seen:
                        seen[u] = None
                        walk.append(u)
        return seen


def compile_map(argument_map: ArgumentMap) -> CompiledMap:
    """The equations of a map. Raises `CallError` for a base score or weight outside [0, 1]."""
    claims, arguments = argument_map.claims, argument_map.arguments
    ids = [*(c.id for c in claims), *(a.id for a in arguments)]
    index_of = dict(zip(ids, range(len(ids)), strict=True))
    first = len(claims)
    nobody: list[int] = []
    attackers = [nobody] * len(ids)
    supporters, uses, contraries = [nobody] * first, [nobody] * first, [nobody] * first
    premises: list[list[int]] = []
    target: list[int] = []
    sign: list[int] = []
    void: set[int] = set()

    def note(rows: list[list[int]], at: int, node: int) -> None:
        if rows[at] is nobody:
            rows[at] = [node]
        else:
            rows[at].append(node)

    for node, a in enumerate(arguments, first):
        own = _premises(a, index_of)
        if min(own, default=-1) < 0 or max(own) >= first:
            void.add(node)
            own = [p for p in own if 0 <= p < first]
        premises.append(own)
        for p in own:
            note(uses, p, node)
        at = _target(a, index_of, first)
        supporting = a.bearing is Bearing.SUPPORTS
        target.append(at)
        sign.append(1 if supporting else -1)
        if at >= 0:
            note(supporters if supporting else attackers, at, node)
    for one, other in _contradictions(argument_map, index_of, first):
        note(attackers, other, one)
        note(attackers, one, other)
        note(contraries, one, other)
        note(contraries, other, one)
    return CompiledMap(
        ids=ids,
        claims=first,
        base=_scores(argument_map),
        premises=premises,
        target=target,
        sign=sign,
        attackers=attackers,
        supporters=supporters,
        uses=uses,
        contraries=contraries,
        requires=frozenset(n for n, c in enumerate(claims) if c.requires_support),
        void=frozenset(void),
        index_of=index_of,
        standards=_find_standards(argument_map),
    )


def _find_standards(argument_map: ArgumentMap) -> dict[int, Standard]:
    """The standard that the map writes for each claim: its own, else its issues' strictest, else the map's."""
    of_issue = {issue.id: issue.standard for issue in argument_map.issues if issue.standard}
    found: dict[int, Standard] = {}
    if not of_issue and not argument_map.standard and not any(c.standard for c in argument_map.claims):
        return found
    strict = list(Standard).index
    for node, claim in enumerate(argument_map.claims):
        asked = [of_issue[issue] for issue in claim.answers if issue in of_issue]
        standard = claim.standard or max(asked, key=strict, default=argument_map.standard)
        if standard:
            found[node] = standard
    return found


def make_whole(weights: Sequence[float]) -> Sequence[int]:
    """Weights as whole numbers in the same proportions as they are written, so that sums of them are exact."""
    if all(w == 1 for w in weights):
        return [1] * len(weights)
    exact = {w: Fraction(repr(w)) for w in set(weights)}
    scale = lcm(*(f.denominator for f in exact.values()))
    whole = {w: f.numerator * (scale // f.denominator) for w, f in exact.items()}
    return [whole[w] for w in weights]


def _premises(argument: Argument, index_of: Mapping[str, int]) -> list[int]:
    """The indices of what an argument rests on, each once; −1 for what the map lacks."""
    ids = argument.premises if len(argument.premises) == 1 else dict.fromkeys(argument.premises)
    return [index_of.get(node_id, -1) for node_id in ids]


def _target(argument: Argument, index_of: Mapping[str, int], claims: int) -> int:
    """The index of what an argument bears on; −1 where the map lacks it or it is of the wrong kind."""
    at = index_of.get(argument.target, -1)
    return at if (at >= claims) is (argument.bearing is Bearing.UNDERCUTS) else -1


def _contradictions(
    argument_map: ArgumentMap, index_of: Mapping[str, int], claims: int
) -> Iterator[tuple[int, int]]:
    """Every contradiction once, by index; those with what the map lacks are left out."""
    for one, other in argument_map.contradictions():
        n, m = index_of.get(one, -1), index_of.get(other, -1)
        if 0 <= n < claims and 0 <= m < claims and m != n:
            yield n, m


def _scores(argument_map: ArgumentMap) -> list[float]:
    scores = [_score(c.base, NEUTRAL, c.id) for c in argument_map.claims]
    scores += (_score(a.weight, FULL, a.id) for a in argument_map.arguments)
    return scores


def _score(given: float | None, absent: float, node_id: str) -> float:
    if given is None:
        return absent
    if not 0 <= given <= 1:  # also true of NaN
        raise CallError(f"{node_id} has the score {given}; a base score or weight lies between 0 and 1")
    return float(given)


def build_order(compiled: CompiledMap) -> list[int | tuple[int, ...]]:
    """Sort nodes by dependence (Kahn), finding cycles only in what lies between cycles (Tarjan)."""
    waiting = _count_terms(compiled)
    free = [n for n, count in enumerate(waiting) if not count]
    uses, contraries, target, claims = compiled.uses, compiled.contraries, compiled.target, compiled.claims
    for v in free:
        if v >= claims:
            w = target[v - claims]
            if w >= 0:
                waiting[w] -= 1
                if not waiting[w]:
                    free.append(w)
            continue
        for row in (uses[v], contraries[v]):
            for w in row:
                waiting[w] -= 1
                if not waiting[w]:
                    free.append(w)
    order: list[int | tuple[int, ...]] = list(free)
    if len(free) < len(waiting):
        bound = {n for n, count in enumerate(waiting) if count}
        last = _trim(compiled, bound)
        order.extend(_components(compiled, bound))
        order.extend(reversed(last))
    return order


def _count_terms(compiled: CompiledMap) -> list[int]:
    """How many nodes the equation of each node mentions."""
    terms = [len(row) for row in compiled.attackers]
    for n, row in enumerate(compiled.supporters):
        terms[n] += len(row)
    for n, row in enumerate(compiled.premises, compiled.claims):
        terms[n] += len(row)
    return terms


def _trim(compiled: CompiledMap, bound: set[int]) -> list[int]:
    """Take from ``bound`` the nodes that lead into no cycle; they are returned last first."""
    leaving = {v: sum([w in bound for w in compiled.reached(v)]) for v in bound}
    ends = [v for v in sorted(bound) if not leaving[v]]
    for v in ends:
        for u in compiled.reaching(v):
            if u in bound:
                leaving[u] -= 1
                if not leaving[u]:
                    ends.append(u)
    bound.difference_update(ends)
    return ends


def _components(compiled: CompiledMap, bound: set[int]) -> list[int | tuple[int, ...]]:
    """Strongly connected components, dependencies first (Tarjan 1972, over the edges backwards)."""
    # As what number a node was met: 0 before that, −1 outside ``bound`` and once its component is found.
    met = [-1] * len(compiled)
    for v in bound:
        met[v] = 0
    low = list(met)
    stack: list[int] = []
    found: list[int | tuple[int, ...]] = []
    count = 0
    for root in sorted(bound):
        path: list[tuple[int, Iterator[int]]] = [] if met[root] else [(root, iter(compiled.reaching(root)))]
        while path:
            v, edges = path[-1]
            if not met[v]:
                count += 1
                met[v] = low[v] = count
                stack.append(v)
            for u in edges:
                if not met[u]:
                    path.append((u, iter(compiled.reaching(u))))
                    break
                if 0 < met[u] < low[v]:
                    low[v] = met[u]
            else:
                path.pop()
                if path and low[v] < low[path[-1][0]]:
                    low[path[-1][0]] = low[v]
                if low[v] == met[v]:
                    found.append(_close(v, stack, met, compiled))
    return found


def _close(root: int, stack: list[int], met: list[int], compiled: CompiledMap) -> int | tuple[int, ...]:
    part = [stack.pop()]
    while part[-1] != root:
        part.append(stack.pop())
    for v in part:
        met[v] = -1
    if len(part) == 1 and root not in compiled.reached(root):
        return root
    return tuple(sorted(part))
