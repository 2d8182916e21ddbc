"""Strength: the equations of a gradual semantics solved component by component, and what did not settle.

A claim's strength is the semantics' influence of its arguments on its base score. An argument is as strong as
its weakest premise, times its weight, times one minus the strength of each argument that undercuts it; one that
is blocked has no strength. Claims that contradict each other attack with their own strength, save those that fall.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.semantics.grounded_labelling import OUT
from argumap.semantics.large_cycles import LARGE, NEAR, SHRINKS, LargeCycle, step_value

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from argumap.semantics.compiled_map import CompiledMap
    from argumap.semantics.gradual_semantics import Gradual

# Strengths nearer to each other are the same, and settled is where one more step would change nothing that is
# compared. It is the residual that is looked at: the size of the last step can be small far from the solution.
TOLERANCE = 1e-9
# Two full claims that attack each other swing for ever under plain iteration (DF-QuAD), claims that share a hub in
# a cycle under half steps too; Runge-Kutta with this step settles both. Most cycles are done long before.
PLAIN_SWEEPS = 300
ALL_SWEEPS = 1_500
STEP = 0.1
# What has not settled by then is told as unsettled. In a large component the work, in nodes times steps, ends it.
STEPS = 20_000
WORK = 2_000_000
METHODS = ("direct", "iteration", "damped iteration", "RK4", "unsettled")


@dataclass(frozen=True, slots=True)
class Solution:
    """Strengths per node. ``residual`` is the largest difference that one more step would make."""

    strength: list[float]
    residual: float
    method: str
    unsettled: tuple[tuple[int, ...], ...]


def solve(
    compiled: CompiledMap,
    gradual: Gradual,
    base: Sequence[float],
    label: Sequence[int],
    aside: Collection[int] = (),
    within: Collection[int] | None = None,
) -> Solution:
    """Solve the parts of the map in the order of dependence; only nodes ``within``, where that is given.

    ``label`` is the status of every node: what it blocks counts nothing. Claims ``aside`` have strength 0.
    """
    strength = list(base)
    for n in aside:
        strength[n] = 0.0
    for n in range(compiled.claims, len(compiled)):
        if label[n] == OUT:
            strength[n] = 0.0
    value = build_value(compiled, gradual, base, strength, label, aside)
    residual, hardest, unsettled = 0.0, 0, []
    for part in compiled.order:
        if isinstance(part, int):
            if within is None or part in within:
                strength[part] = value(part)
        elif within is None or part[0] in within:
            left, method = _settle_large(
                compiled, gradual, base, strength, label=label, aside=aside, part=part
            ) or settle(compiled, part, strength, value)
            residual, hardest = max(residual, left), max(hardest, method)
            if METHODS[method] == "unsettled":
                unsettled.append(part)
    return Solution(strength, residual, METHODS[hardest], tuple(unsettled))


def build_value(
    compiled: CompiledMap,
    gradual: Gradual,
    base: Sequence[float],
    strength: Sequence[float],
    label: Sequence[int],
    aside: Collection[int],
) -> Callable[[int], float]:
    """The right side of a node's equation, reading the strengths and labels as they are when it is called."""
    aggregate, influence, claims = gradual.aggregate, gradual.influence, compiled.claims
    attackers, supporters, premises = compiled.attackers, compiled.supporters, compiled.premises
    contraries = compiled.contraries

    def value(node: int) -> float:
        if node >= claims:
            if label[node] == OUT:
                return 0.0
            return step_value(strength, base[node], premises[node - claims], attackers[node])
        if node in aside:
            return 0.0
        pros, cons = supporters[node], attackers[node]
        if not pros and not cons:
            return base[node]
        if contraries[node]:
            cons = [a for a in cons if a >= claims or label[a] != OUT]
        alpha = aggregate([strength[a] for a in pros], [strength[a] for a in cons])
        return influence(base[node], alpha)

    return value


def settle(
    compiled: CompiledMap, part: Sequence[int], strength: list[float], value: Callable[[int], float]
) -> tuple[float, int]:
    """Bring nodes that depend on each other to rest, in place; the residual and the index of the method.

    Plain iteration from the base scores, half steps after 300 sweeps, Runge-Kutta on s' = f(s) − s after
    1,500 (Potyka 2018). Arguments are computed on the way, save those in cycles of undercuts.
    """
    inline, state = _split(compiled, part)

    def image(at: Iterable[float]) -> list[float]:
        for v, x in zip(state, at, strict=True):
            strength[v] = x
        for a in inline:
            strength[a] = value(a)
        return [value(v) for v in state]

    now = [strength[v] for v in state]
    for sweep in range(ALL_SWEEPS):
        new = image(now)
        residual = max(abs(a - b) for a, b in zip(new, now, strict=True))
        if residual < TOLERANCE:
            return residual, 1 if sweep < PLAIN_SWEEPS else 2
        now = new if sweep < PLAIN_SWEEPS else [(a + b) / 2 for a, b in zip(new, now, strict=True)]
    return _runge_kutta(image, now)


def _settle_large(
    compiled: CompiledMap,
    gradual: Gradual,
    base: Sequence[float],
    strength: list[float],
    *,
    label: Sequence[int],
    aside: Collection[int],
    part: Sequence[int],
) -> tuple[float, int] | None:
    """As `settle`, in quicker sweeps; None where the cycle is small or needs more than plain iteration."""
    inline, state = _split(compiled, part)
    if len(state) < LARGE:
        return None
    begun = [strength[v] for v in part]
    cycle = LargeCycle(compiled, gradual, base, strength, label=label, aside=aside, inline=inline, state=state)
    now, before, ratio = [strength[v] for v in state], 0.0, 1.0
    waiting = True
    for _ in range(PLAIN_SWEEPS):
        new = cycle.image(now)
        residual = max(abs(a - b) for a, b in zip(new, now, strict=True))
        left: float | None = residual
        if residual >= TOLERANCE:
            shrinks, ratio = ratio, residual / before if before else 1.0
            left = None
            if waiting and residual < NEAR and max(ratio, shrinks) <= SHRINKS:
                waiting = False
                left = cycle.settle_backwards(now, residual, max(ratio, shrinks), TOLERANCE)
        if left is not None:
            cycle.finish()
            return left, 1
        now, before = new, residual
    for v, x in zip(part, begun, strict=True):
        strength[v] = x
    return None


def _runge_kutta(image: Callable[[Iterable[float]], list[float]], now: list[float]) -> tuple[float, int]:
    for _ in range(min(STEPS, WORK // len(now))):
        k1 = [f - s for f, s in zip(image(now), now, strict=True)]
        residual = max(map(abs, k1))
        if residual < TOLERANCE:
            return residual, 3
        k2 = _slope(image, now, k1, STEP / 2)
        k3 = _slope(image, now, k2, STEP / 2)
        k4 = _slope(image, now, k3, STEP)
        now = [s + STEP / 6 * (a + 2 * b + 2 * c + d) for s, a, b, c, d in zip(now, k1, k2, k3, k4, strict=True)]
    return max(abs(f - s) for f, s in zip(image(now), now, strict=True)), 4


def _slope(
    image: Callable[[Iterable[float]], list[float]], now: list[float], along: list[float], step: float
) -> list[float]:
    there = [s + step * k for s, k in zip(now, along, strict=True)]
    return [f - s for f, s in zip(image(there), there, strict=True)]


def _split(compiled: CompiledMap, part: Sequence[int]) -> tuple[list[int], list[int]]:
    """The arguments that follow from the rest, each after those that undercut it; and the rest, as state."""
    arguments = {a for a in part if a >= compiled.claims}
    waiting = {a: sum(u in arguments for u in compiled.attackers[a]) for a in part if a in arguments}
    inline = [a for a, count in waiting.items() if not count]
    for a in inline:
        for w in compiled.reached(a):
            if w in waiting:
                waiting[w] -= 1
                if not waiting[w]:
                    inline.append(w)
    follows = set(inline)
    return inline, [v for v in part if v not in follows]
