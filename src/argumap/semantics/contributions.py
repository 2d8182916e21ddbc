"""What a claim contributes to another's strength: the difference that its removal makes, exactly.

Removal is the one contribution that is counterfactual (Kampik, Čyras and Ruiz 2024): it says what the
strength would be if the claim had not been there, with every argument that needs it gone. Contributions do
not add up to the strength.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from argumap.semantics.gradual import get_gradual
from argumap.semantics.strength import METHODS, build_value, settle

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from argumap.semantics.evaluation import Evaluation

UNCHANGED = 1e-12
MOST = 300


@dataclass(frozen=True, slots=True)
class Contribution:
    """``amount`` is how much of the topic's strength would be lost without ``claim``; negative is gained."""

    claim: str
    amount: float


@dataclass(frozen=True, slots=True)
class Contributions:
    """Largest first. ``asked`` of the ``bearing`` claims were tried, the nearest; the others were not."""

    entries: tuple[Contribution, ...]
    asked: int
    bearing: int


def build_contributions(evaluation: Evaluation, topic: str, most: int = MOST) -> Contributions:
    """The contribution of each claim that bears on ``topic``, for the ``most`` nearest of them.

    A removal whose effect does not settle is left out.
    """
    e = evaluation.equations
    node = evaluation.node(topic)
    cone = e.ancestors(node)
    bearing = [v for v in cone if v < e.claims and v != node]
    before = evaluation.solution.strength[node]
    ripple = Ripple(evaluation)
    found = []
    for v in bearing[:most]:
        after = ripple.without(v, cone)
        if after is not None and abs(before - after.get(node, before)) > UNCHANGED:
            found.append(Contribution(e.ids[v], before - after[node]))
    found.sort(key=lambda c: (-abs(c.amount), e.number[c.claim]))
    return Contributions(tuple(found), min(most, len(bearing)), len(bearing))


class Ripple:
    """Strengths after a removal, recomputed only where something changes, in the order of dependence."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.equations = evaluation.equations
        self.base = evaluation.scores
        self.strength = list(evaluation.solution.strength)
        self.gone = set(self.equations.void)
        gradual = get_gradual(evaluation.semantics)
        self.value = build_value(self.equations, gradual, self.base, self.strength, self.gone)

    def without(self, node: int, within: Container[int]) -> Mapping[int, float] | None:
        """The strengths that change ``within`` when ``node`` is removed; None where they do not settle."""
        was = {node: self.strength[node]}
        self.gone.add(node)
        queue: list[int] = []
        self.strength[node] = 0.0
        try:
            self._push(node, within, queue)
            last = -1
            while queue:
                place = heappop(queue)
                if place != last and not self._renew(place, within, queue, was):
                    return None
                last = place
            return {v: self.strength[v] for v in was}
        finally:
            self.gone.discard(node)
            for v, x in was.items():
                self.strength[v] = x

    def _push(self, node: int, within: Container[int], queue: list[int]) -> None:
        own = self.equations.position[node]
        part = self.equations.order[own]
        for w in self.equations.reached(node):
            if w in within and (self.equations.position[w] != own or node in self.gone):
                heappush(queue, self.equations.position[w])
        if not isinstance(part, int) and node in self.gone:
            heappush(queue, own)

    def _renew(self, place: int, within: Container[int], queue: list[int], was: dict[int, float]) -> bool:
        part = self.equations.order[place]
        nodes = (part,) if isinstance(part, int) else part
        before = [self.strength[v] for v in nodes]
        if isinstance(part, int):
            self.strength[part] = self.value(part)
        elif not self._settle(part, was):
            return False
        for v, x in zip(nodes, before, strict=True):
            if abs(self.strength[v] - x) > UNCHANGED:
                was.setdefault(v, x)
                self._push(v, within, queue)
        return True

    def _settle(self, part: tuple[int, ...], was: dict[int, float]) -> bool:
        for v in part:
            was.setdefault(v, self.strength[v])
            self.strength[v] = 0.0 if v in self.gone else self.base[v]
        _, method = settle(self.equations, part, self.strength, self.value)
        return METHODS[method] != "unsettled"
