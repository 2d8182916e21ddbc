"""Strengths in a large cycle: the last sweeps go from the last claim to the first and use what they just found.

Most claims bear on earlier ones, so a sweep against the order of the map carries news all the way. Such sweeps may
also run into another solution than plain iteration does, where there are several; so they begin only once plain
iteration draws near its own, and count only where they end as near as it would.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from argumap.semantics.gradual_semantics import add, quadratic
from argumap.semantics.grounded_labelling import OUT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from argumap.semantics.compiled_map import CompiledMap
    from argumap.semantics.gradual_semantics import Gradual

# Smaller cycles are solved as the page solves them, to the last bit.
LARGE = 1_000
# Plain iteration is near its solution where a step moves nothing by more than this and each is a good deal smaller
# than the one before.
NEAR = 1e-3
SHRINKS = 0.8
# Sweeps that have not come to rest by then are given up.
SWEEPS = 60
_Row = tuple[int, float, "Sequence[int]", "Sequence[int]"]


class LargeCycle:
    """The equations of a cycle of nodes, with steps that only pass on the strength of one premise left out."""

    def __init__(
        self,
        compiled: CompiledMap,
        gradual: Gradual,
        base: Sequence[float],
        strength: list[float],
        *,
        label: Sequence[int],
        aside: Collection[int],
        inline: Sequence[int],
        state: Sequence[int],
    ) -> None:
        self.strength, self.state = strength, state
        claims, attackers, supporters = compiled.claims, compiled.attackers, compiled.supporters
        silent = {n for n in (*inline, *state) if (label[n] == OUT if n >= claims else n in aside)}
        against = _without_fallen(compiled, state, label)
        self.passing = _find_passing(compiled, base, silent, inline)
        through = self.passing.get
        self.steps = [
            (a, base[a], compiled.premises[a - claims], attackers[a])
            for a in inline
            if a not in self.passing and a not in silent
        ]
        self.rows: list[_Row] = [
            (
                v,
                base[v],
                [through(a, a) for a in supporters[v]],
                [through(a, a) for a in against(v)],
            )
            if v < claims
            else (v, base[v], compiled.premises[v - claims], attackers[v])
            for v in state
            if v not in silent
        ]
        self.claim_value = _value_of_claims(gradual, strength)
        self.claims = claims
        self.order = self._backwards(compiled)

    def image(self, now: Sequence[float]) -> list[float]:
        """What one step of plain iteration makes of ``now``, the strengths of the state."""
        strength = self.strength
        for v, x in zip(self.state, now, strict=True):
            strength[v] = x
        for a, w, premises, undercuts in self.steps:
            strength[a] = step_value(strength, w, premises, undercuts)
        new = dict(zip(self.state, now, strict=True))
        for row in self.rows:
            new[row[0]] = self._value(row)
        return list(new.values())

    def settle_backwards(
        self, now: Sequence[float], residual: float, ratio: float, tolerance: float
    ) -> float | None:
        """Sweep from the last claim to the first till nothing moves; the residual, or None if that goes astray."""
        strength = self.strength
        begun = [strength[v] for v in self.state]
        for _ in range(SWEEPS):
            moved = 0.0
            for row in self.order:
                value = self._value(row)
                change = abs(value - strength[row[0]])
                if change > moved:
                    moved = change
                strength[row[0]] = value
            if moved < tolerance / 2:
                break
        found = [strength[v] for v in self.state]
        left = max(abs(a - b) for a, b in zip(self.image(found), found, strict=True))
        # As far as plain iteration may still go, twice over.
        reach = 2 * residual / (1 - ratio)
        if left < tolerance and all(abs(a - b) <= reach for a, b in zip(found, begun, strict=True)):
            return left
        for v, x in zip(self.state, now, strict=True):
            strength[v] = x
        return None

    def finish(self) -> None:
        """Give the steps that were left out their strengths."""
        for a, p in self.passing.items():
            self.strength[a] = self.strength[p]

    def _value(self, row: _Row) -> float:
        node, w, pros, cons = row
        if node >= self.claims:
            return step_value(self.strength, w, pros, cons)
        return self.claim_value(w, pros, cons)

    def _backwards(self, compiled: CompiledMap) -> list[_Row]:
        """Every row once: the claims from last to first, each after the steps that bear on it."""
        steps = {row[0]: row for row in chain(self.steps, self.rows) if row[0] >= self.claims}
        bearing: dict[int, list[int]] = {}
        for a in steps:
            bearing.setdefault(compiled.target[a - self.claims], []).append(a)
        order: list[_Row] = []
        for row in reversed(self.rows):
            if row[0] >= self.claims:
                continue
            walk = bearing.pop(row[0], [])
            for a in walk:
                walk.extend(bearing.pop(a, ()))
            order.extend(steps.pop(a) for a in reversed(walk))
            order.append(row)
        return [*order, *steps.values()]


def _without_fallen(
    compiled: CompiledMap, state: Sequence[int], label: Sequence[int]
) -> Callable[[int], Sequence[int]]:
    """What attacks a claim, less the claims that contradict it and fall."""
    attackers = compiled.attackers
    fallen = {n for v in state if v < compiled.claims for n in compiled.contraries[v] if label[n] == OUT}
    if not fallen:
        return attackers.__getitem__
    return lambda claim: [a for a in attackers[claim] if a not in fallen]


def _find_passing(
    compiled: CompiledMap, base: Sequence[float], silent: Collection[int], inline: Sequence[int]
) -> dict[int, int]:
    """The premise of each step that is exactly as strong as its one premise."""
    first, premises, target = compiled.claims, compiled.premises, compiled.target
    return {
        a: premises[a - first][0]
        for a in inline
        if base[a] == 1
        and target[a - first] < first
        and not compiled.attackers[a]
        and len(premises[a - first]) == 1
        and a not in silent
    }


def step_value(strength: Sequence[float], w: float, premises: Sequence[int], undercuts: Sequence[int]) -> float:
    """How strong a step is that is not blocked: as its weakest premise, by its weight and what undercuts it."""
    least = 1.0
    for p in premises:
        if strength[p] < least:
            least = strength[p]
    w *= least
    for u in undercuts:
        w *= 1.0 - strength[u]
    return w


def _value_of_claims(
    gradual: Gradual, strength: Sequence[float]
) -> Callable[[float, Sequence[int], Sequence[int]], float]:
    aggregate, influence = gradual.aggregate, gradual.influence

    def value(w: float, pros: Sequence[int], cons: Sequence[int]) -> float:
        return influence(w, aggregate([strength[a] for a in pros], [strength[a] for a in cons]))

    def quadratic_energy(w: float, pros: Sequence[int], cons: Sequence[int]) -> float:
        alpha = 0.0
        for a in pros:
            alpha += strength[a]
        for a in cons:
            alpha -= strength[a]
        square = alpha * alpha
        pull = square / (1.0 + square)
        return w + (1.0 - w) * pull if alpha > 0 else w - w * pull

    return quadratic_energy if (aggregate, influence) == (add, quadratic) else value
