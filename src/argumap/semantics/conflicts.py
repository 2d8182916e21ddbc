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
from argumap.semantics.labellings import bits, find_complete, find_preferred, find_stable, trim_to_admissible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    telling = find_telling(e)
    attacks: list[tuple[str | int, str | int]] = []
    stand_in: dict[int, int] = {}

    def still_open(row: Sequence[int]) -> list[int]:
        return [n for n in row if label[n] == UNDECIDED and (n < e.claims or n in telling)]

    for a in sorted(telling):
        if label[a] != UNDECIDED:
            continue
        premises, undercutters = still_open(e.premises[a - e.claims]), still_open(e.attackers[a])
        if len(premises) == 1 and not undercutters:
            stand_in[a] = premises[0]
            continue
        for p in premises:
            attacks += [(p, f"not:{p}"), (f"not:{p}", a)]
        attacks += [(u, a) for u in undercutters]
    claims = dict.fromkeys(n for n in range(e.claims) if label[n] == UNDECIDED)
    for c in claims:
        attacks += [(a, c) for a in still_open(e.attackers[c])]
        if c in e.requires and not any(label[s] == IN for s in e.supporters[c]):
            attacks.append((f"unsupported:{c}", c))
            attacks += [(s, f"unsupported:{c}") for s in still_open(e.supporters[c])]

    def shown(node: str | int) -> str | int:
        return stand_in.get(node, node) if isinstance(node, int) else node

    return list(dict.fromkeys((shown(a), shown(b)) for a, b in attacks)), claims
