"""What a claim contributes to another's strength: the difference that its removal makes, exactly.

Removal is the one contribution that is counterfactual (Kampik, Čyras and Ruiz 2024): it says what the
strength would be if the claim had not been there, with every argument that needs it gone and every other argument
blocked or not as it then is. Contributions do not add up to the strength.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from argumap.semantics.gradual_semantics import get_gradual
from argumap.semantics.grounded_labelling import OUT
from argumap.semantics.standards import relabel
from argumap.semantics.strength import METHODS, build_value, settle

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from argumap.semantics.evaluation import Evaluation

# A removal is followed through the map as long as it changes anything. In a large component each change comes back
# many times, so it is followed a little less far there, still well below what counts as settled.
UNCHANGED = 1e-12
FOLLOWED = 1e-10
# A component of so many nodes is solved anew; in a larger one what changes is followed, as each removal would else
# cost the whole of it. What has not come to rest after so many visits to each node on average never may.
SOLVED_ANEW = 200
VISITS = 50
# Each claim's share costs a walk over what it reaches: of more, the nearest are told and the rest on request.
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


def build_contributions(
    evaluation: Evaluation, topic: str, cone: Mapping[int, None] | None = None, most: int | None = None
) -> Contributions:
    """The contribution of each claim that bears on ``topic``, for the ``most`` (else 300) nearest of them.

    ``cone`` are the topic's ancestors, where they are known. A removal whose effect does not settle is left
    out.
    """
    e = evaluation.compiled
    node = evaluation.node(topic)
    cone = cone or e.ancestors(node)
    most = MOST if most is None else most
    bearing = [v for v in cone if v < e.claims and v != node and v not in evaluation.aside]
    before = evaluation.solution.strength[node]
    ripple = Ripple(evaluation)
    found = []
    for v in bearing[:most]:
        after = ripple.without(v, cone)
        if after is not None and abs(before - after.get(node, before)) > UNCHANGED:
            found.append(Contribution(e.ids[v], before - after[node]))
    found.sort(key=lambda c: (-abs(c.amount), e.index_of[c.claim]))
    return Contributions(tuple(found), min(most, len(bearing)), len(bearing))


class Ripple:
    """Strengths after a removal, recomputed only where something changes, in the order of dependence.

    A cycle is solved again from its base scores; one of more than 200 claims and arguments is followed from
    its present strengths, node by node, until nothing moves.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self.compiled = evaluation.compiled
        self.base = evaluation.scores
        self.strength = list(evaluation.solution.strength)
        self.labelling, self.aside = evaluation.labelling, evaluation.aside
        self.label = list(self.labelling.label)
        self.gone = set(self.aside)
        gradual = get_gradual(evaluation.semantics)
        self.value = build_value(self.compiled, gradual, self.base, self.strength, self.label, self.gone)

    def without(self, node: int, within: Container[int]) -> Mapping[int, float] | None:
        """The strengths that change ``within`` when ``node`` is removed; None where they do not settle."""
        wave = _Wave(self, within)
        turned = relabel(self.compiled, self.labelling, (node, *self.aside)).label
        self.gone.add(node)
        for v, label in turned.items():
            self.label[v] = label
        try:
            return {v: self.strength[v] for v in wave.was} if wave.run((node, *self._freed(turned))) else None
        finally:
            self.gone.discard(node)
            for v in turned:
                self.label[v] = self.labelling.label[v]
            for v, x in wave.was.items():
                self.strength[v] = x

    def is_silent(self, node: int) -> bool:
        """Whether a node is set aside or a step is blocked."""
        return node in self.gone if node < self.compiled.claims else self.label[node] == OUT

    def _freed(self, turned: Mapping[int, int]) -> Iterator[int]:
        """What has another value because a label has: a step blocked or free, a claim that one contradicts."""
        for v, label in turned.items():
            if OUT in {label, self.labelling.label[v]}:
                yield from (v,) if v >= self.compiled.claims else self.compiled.contraries[v]


class _Wave:
    """One removal on its way: ``was`` keeps what to restore, ``touched`` what each waiting part must renew."""

    def __init__(self, ripple: Ripple, within: Container[int]) -> None:
        self.ripple = ripple
        self.strength = ripple.strength
        self.compiled = ripple.compiled
        self.within = within
        self.was: dict[int, float] = {}
        self.queue: list[int] = []
        self.touched: dict[int, list[int]] = {}

    def run(self, nodes: Iterable[int]) -> bool:
        for node in nodes:
            self.touch(node)
        while self.queue:
            place = heappop(self.queue)
            if not self.renew(self.compiled.order[place], self.touched.pop(place)):
                return False
        return True

    def touch(self, node: int) -> None:
        if node not in self.within:
            return
        place = self.compiled.position[node]
        if place not in self.touched:
            heappush(self.queue, place)
            self.touched[place] = []
        self.touched[place].append(node)

    def renew(self, part: int | tuple[int, ...], touched: list[int]) -> bool:
        if isinstance(part, int):
            self.was[part] = self.strength[part]
            self.strength[part] = self.ripple.value(part)
            changed = [part]
        elif len(part) <= SOLVED_ANEW:
            changed = list(part)
            if not self.solve(part):
                return False
        else:
            followed = self.follow(part, touched)
            if followed is None:
                return False
            changed = followed
        place = self.compiled.position[changed[0]] if changed else -1
        for v in changed:
            if abs(self.strength[v] - self.was[v]) > UNCHANGED:
                for w in self.compiled.reached(v):
                    if self.compiled.position[w] != place:
                        self.touch(w)
        return True

    def solve(self, part: tuple[int, ...]) -> bool:
        for v in part:
            self.was[v] = self.strength[v]
            self.strength[v] = 0.0 if self.ripple.is_silent(v) else self.ripple.base[v]
        _, method = settle(self.compiled, part, self.strength, self.ripple.value)
        return METHODS[method] != "unsettled"

    def follow(self, part: tuple[int, ...], touched: list[int]) -> list[int] | None:
        """Renew what depends on a change until nothing moves; None where it goes on for `VISITS` a node."""
        place = self.compiled.position[part[0]]
        waiting = dict.fromkeys(touched)
        changed: dict[int, None] = {}
        for _ in range(VISITS * len(part)):
            if not waiting:
                return list(changed)
            v = next(iter(waiting))
            del waiting[v]
            new = self.ripple.value(v)
            if abs(new - self.strength[v]) > FOLLOWED:
                self.was.setdefault(v, self.strength[v])
                changed[v] = None
                self.strength[v] = new
                inner = (w for w in self.compiled.reached(v) if self.compiled.position[w] == place)
                waiting.update(dict.fromkeys(w for w in inner if w in self.within))
        return None
