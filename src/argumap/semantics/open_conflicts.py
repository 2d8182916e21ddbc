"""The open conflicts of a map: what grounded leaves undecided falls into components that do not touch.

Complete, preferred, stable, semi-stable and ideal extensions are those of the flattened framework
(``dung_framework``), told as sets of claims, one component at a time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.errors import TooMuchWork
from argumap.semantics.clingo_solver import (
    SolverNeeded,
    has_solver,
    solve_complete,
    solve_credulous,
    solve_preferred,
    solve_stable,
)
from argumap.semantics.dung_framework import find_telling
from argumap.semantics.grounded_labelling import IN, UNDECIDED
from argumap.semantics.labelling_search import bits, find_complete, find_preferred, find_stable, trim_to_admissible

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from argumap.semantics.compiled_map import CompiledMap
    from argumap.semantics.grounded_labelling import Labelling

# A component of so many nodes is searched in a moment; a larger one goes to clingo, where it is installed, as the
# sets to be tried may double with each node.
SEARCHED = 30
# More ways to settle one conflict than memory should hold or anybody looks at; beyond it the question is refused.
MOST_ALTERNATIVES = 100_000


@dataclass(frozen=True)
class Conflict:
    """One component of what grounded leaves undecided.

    ``attackers`` are masks over its nodes: first its claims, then what stands for linked arguments.
    """

    claims: tuple[str, ...]
    attackers: tuple[int, ...] = field(repr=False)

    def alternatives(self, semantics: str) -> tuple[frozenset[str], ...]:
        """The sets of claims that can be held here together, in a fixed order; none for an empty semantics.

        Raises `SolverNeeded` for a component of more than 30 nodes without clingo, and `TooMuchWork` beyond
        100,000 alternatives.
        """
        return tuple(sorted({self._told(mask) for mask in self._bounded(semantics)}, key=sorted))

    def in_some(self, semantics: str) -> frozenset[str] | None:
        """The claims in some alternative, stopping once that is all of them; None where there is none."""
        if semantics in {"complete", "preferred"}:
            return self._told(self._credulous)
        union: int | None = None
        for mask in self._bounded(semantics):
            union = mask | (union or 0)
            if not self._all_claims & ~union:
                break
        return None if union is None else self._told(union)

    def in_all(self, semantics: str) -> frozenset[str] | None:
        """The claims in every alternative, stopping once that is none of them; None where there is none."""
        if semantics == "complete":
            return frozenset()
        shared: int | None = None
        for mask in self._bounded(semantics):
            shared = mask if shared is None else shared & mask
            if not self._all_claims & shared:
                break
        return None if shared is None else self._told(shared)

    @property
    def _all_claims(self) -> int:
        return (1 << len(self.claims)) - 1

    def _bounded(self, semantics: str) -> Iterator[int]:
        for number, mask in enumerate(self._masks(semantics)):
            if number >= MOST_ALTERNATIVES:
                raise TooMuchWork(
                    f"the conflict around {self.claims[0]!r} has more than {MOST_ALTERNATIVES:,} {semantics} "
                    "positions; ask for grounded or ideal, or for what is accepted credulously"
                )
            yield mask

    def _told(self, mask: int) -> frozenset[str]:
        return frozenset(self.claims[x] for x in bits(mask) if x < len(self.claims))

    def _masks(self, semantics: str) -> Iterator[int]:
        match semantics:
            case "grounded":
                return iter((0,))
            case "ideal":
                return iter((self._ideal,))
            case "semi-stable":
                return self._semi_stable()
            case _:
                return self._listed(semantics)

    def _listed(self, semantics: str) -> Iterator[int]:
        if self._large:
            by_solver = {"complete": solve_complete, "preferred": solve_preferred, "stable": solve_stable}
            return by_solver[semantics](self.attackers)
        by_search = {"complete": find_complete, "preferred": find_preferred, "stable": find_stable}
        return (found.inn for found in by_search[semantics](self.attackers))

    def _semi_stable(self) -> Iterator[int]:
        """The stable extensions, or without any the preferred ones that leave least undecided."""
        stable = self._listed("stable")
        first = next(stable, None)
        if first is not None:
            yield first
            yield from stable
            return
        left = {mask: self._undecided(mask) for mask in self._listed("preferred")}
        for mask, rest in left.items():
            if not any(other & ~rest == 0 and other != rest for other in left.values()):
                yield mask

    def _undecided(self, inn: int) -> int:
        attacked = sum(1 << x for x, row in enumerate(self.attackers) if row & inn)
        return ((1 << len(self.attackers)) - 1) & ~(inn | attacked)

    @cached_property
    def _credulous(self) -> int:
        if self._large:
            return solve_credulous(self.attackers)
        union = 0
        for found in find_preferred(self.attackers):
            union |= found.inn
        return union

    @cached_property
    def _ideal(self) -> int:
        """The largest admissible set that no credulously accepted node attacks (Dunne 2009)."""
        attacked = sum(1 << x for x, row in enumerate(self.attackers) if row & self._credulous)
        return trim_to_admissible(self.attackers, self._credulous & ~attacked)

    @cached_property
    def _large(self) -> bool:
        if len(self.attackers) <= SEARCHED:
            return False
        if not has_solver():
            around = ", ".join(self.claims[:3])
            raise SolverNeeded(
                f"the conflict around {around} has {len(self.attackers)} nodes that depend on each other; beyond "
                f"{SEARCHED} this needs the solver clingo: pip install 'argumap[solver]'"
            )
        return True


def build_conflicts(compiled: CompiledMap, labelling: Labelling) -> tuple[Conflict, ...]:
    """The components of the undecided rest. An argument that only repeats its premise is its premise."""
    attacks, claims = _rest(compiled, labelling)
    group: dict[str | int, str | int] = {}

    def head(node: str | int) -> str | int:
        while group.setdefault(node, node) != node:
            group[node] = group[group[node]]
            node = group[node]
        return node

    for claim in claims:
        head(claim)
    for attacker, attacked in attacks:
        group[head(attacker)] = head(attacked)
    parts: dict[str | int, list[str | int]] = {}
    for node in [*claims, *(n for n in group if n not in claims)]:
        parts.setdefault(head(node), []).append(node)
    place = {node: (part[0], n) for part in parts.values() for n, node in enumerate(part)}
    rows = {part[0]: [0] * len(part) for part in parts.values()}
    for attacker, attacked in attacks:
        at, n = place[attacked]
        rows[at][n] |= 1 << place[attacker][1]
    return tuple(
        Conflict(
            tuple(compiled.ids[n] for n in part if isinstance(n, int) and n < compiled.claims),
            tuple(rows[part[0]]),
        )
        for part in parts.values()
    )


def _rest(e: CompiledMap, labelling: Labelling) -> tuple[list[tuple[str | int, str | int]], dict[int, None]]:
    """The attacks among what is undecided, and its claims."""
    label = labelling.label
    claims = dict.fromkeys(n for n in range(e.claims) if label[n] == UNDECIDED)
    arguments = [a for a in sorted(find_telling(e)) if label[a] == UNDECIDED]
    still_open = {*claims, *arguments}
    stand_in: dict[str | int, int] = {}
    attacks: list[tuple[str | int, str | int]] = []
    for a in arguments:
        premises = [p for p in e.premises[a - e.claims] if p in still_open]
        undercutters = [u for u in e.attackers[a] if u in still_open]
        if len(premises) == 1 and not undercutters:
            stand_in[a] = premises[0]
        else:
            attacks += _attacks_on_argument(a, premises, undercutters)
    for c in claims:
        attacks += _attacks_on_claim(e, labelling, c, still_open)
    shown = ((stand_in.get(a, a), stand_in.get(b, b)) for a, b in attacks)
    return list(dict.fromkeys(shown)), claims


def _attacks_on_argument(
    argument: int, premises: Iterable[int], undercutters: Iterable[int]
) -> Iterator[tuple[str | int, str | int]]:
    """What attacks an argument; that a premise does not stand is an attacker of its own."""
    for premise in premises:
        yield premise, f"not:{premise}"
        yield f"not:{premise}", argument
    yield from ((undercutter, argument) for undercutter in undercutters)


def _attacks_on_claim(
    e: CompiledMap, labelling: Labelling, claim: int, still_open: Container[int]
) -> Iterator[tuple[str | int, str | int]]:
    """What attacks a claim; the support that it lacks is an attacker of its own."""
    yield from ((a, claim) for a in e.attackers[claim] if a in still_open)
    if claim in e.requires and not any(labelling.label[s] == IN for s in e.supporters[claim]):
        lack = f"unsupported:{claim}"
        yield lack, claim
        yield from ((s, lack) for s in e.supporters[claim] if s in still_open)
