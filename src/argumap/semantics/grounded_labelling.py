"""Status: the grounded labelling of a map's own three-valued equations, in one linear worklist.

An argument applies when all its premises stand and no argument that undercuts it applies. A claim stands when
no argument against it applies, no claim that contradicts it stands and, where it requires support, some
argument for it applies. What these rules force is decided; the rest is undecided. Supports that nothing
requires decide nothing here: they count for strength.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from argumap.semantics.compiled_map import CompiledMap

IN, UNDECIDED, OUT = 1, 0, -1


@dataclass(frozen=True, slots=True)
class Labelling:
    """``label`` per node (`IN`, `UNDECIDED`, `OUT`).

    ``rank`` is the round in which a node was decided. ``witness`` is the node that decided it: for one that
    is out, what defeats it first; for one that is in and requires support, its first supporter; else −1.
    """

    label: Sequence[int]
    rank: Sequence[int]
    witness: Sequence[int]


def label_without_standards(compiled: CompiledMap, aside: Collection[int] = ()) -> Labelling:
    """The least fixpoint; nodes ``aside`` are out from the start, with all that needs them.

    Ranks are the min-max numbers of a strongly admissible set (Caminada and Dunne 2019), so the witnesses
    alone make a finite dispute tree.
    """
    work = _Worklist(compiled)
    for node in sorted({*compiled.void, *aside}):
        work.decide(node, OUT)
    for node in sorted(compiled.requires):
        if not work.hope[node] and not work.label[node]:
            work.decide(node, OUT)
    for node, terms in enumerate(work.need):
        if not terms and not work.label[node]:
            work.decide(node, IN)
    for node in work.queue:
        if node < compiled.claims:
            work.spread_claim(node)
        else:
            work.spread_argument(node)
    return Labelling(work.label, work.rank, work.witness)


class _Worklist:
    """What is decided, and how many terms of each equation are still open.

    A node is in once ``need`` is 0; one that requires support is out once no supporter gives it ``hope``.
    """

    __slots__ = ("compiled", "hope", "label", "need", "queue", "rank", "witness")

    def __init__(self, compiled: CompiledMap) -> None:
        self.compiled = compiled
        size = len(compiled)
        self.label, self.rank, self.witness = [UNDECIDED] * size, [0] * size, [-1] * size
        self.queue: list[int] = []
        self.need = [len(row) for row in compiled.attackers]
        for node, row in enumerate(compiled.premises, compiled.claims):
            self.need[node] += len(row)
        for node in compiled.requires:
            self.need[node] += 1
        self.hope = {node: len(compiled.supporters[node]) for node in compiled.requires}

    def decide(self, node: int, value: int) -> None:
        self.label[node] = value
        self.queue.append(node)

    def satisfy(self, node: int, by: int) -> None:
        self.need[node] -= 1
        if not self.need[node] and not self.label[node]:
            self.rank[node] = self.rank[by] + 1
            self.decide(node, IN)

    def defeat(self, node: int, by: int) -> None:
        if not self.label[node]:
            self.rank[node] = self.rank[by] + 1
            self.witness[node] = by
            self.decide(node, OUT)

    def spread_claim(self, claim: int) -> None:
        holds = self.label[claim] == IN
        for argument in self.compiled.uses[claim]:
            (self.satisfy if holds else self.defeat)(argument, claim)
        for other in self.compiled.contraries[claim]:
            (self.defeat if holds else self.satisfy)(other, claim)

    def spread_argument(self, argument: int) -> None:
        at = argument - self.compiled.claims
        node = self.compiled.target[at]
        if node < 0 or self.label[node]:
            return
        holds = self.label[argument] == IN
        if self.compiled.sign[at] < 0:
            (self.defeat if holds else self.satisfy)(node, argument)
        elif node in self.compiled.requires:
            self.support(node, argument, holds=holds)

    def support(self, claim: int, by: int, *, holds: bool) -> None:
        if holds:
            if self.witness[claim] < 0:
                self.witness[claim] = by
                self.satisfy(claim, by)
            return
        self.hope[claim] -= 1
        if not self.hope[claim]:
            self.rank[claim] = self.rank[by] + 1
            self.decide(claim, OUT)


@dataclass(frozen=True, slots=True)
class Relabelling:
    """What setting nodes aside does to a labelling; ``steps`` counts the terms that were looked at for it.

    ``label`` has the labels that change, ``witness`` what decided each node that was decided anew.
    """

    label: Mapping[int, int]
    witness: Mapping[int, int]
    steps: int

    def apply(self, labelling: Labelling) -> Labelling:
        """The whole labelling after the change; ranks stay those of before."""
        label, witness = list(labelling.label), list(labelling.witness)
        for node, value in self.label.items():
            label[node] = value
        for node, by in self.witness.items():
            witness[node] = by
        return Labelling(label, labelling.rank, witness)


def relabel_without_standards(compiled: CompiledMap, labelling: Labelling, aside: Collection[int]) -> Relabelling:
    """The labels that change when ``aside`` is set aside.

    Only what was decided because of it, step by step, is decided anew: all else keeps a derivation that does
    not touch it, so it keeps its label.
    """
    shaken = _shaken(compiled, labelling, aside)
    new = dict.fromkeys(shaken, UNDECIDED) | dict.fromkeys(aside, OUT)
    witness = dict.fromkeys(new, -1)
    steps = len(shaken)
    walk = [*shaken, *(w for node in aside for w in compiled.reached(node))]
    for node in walk:
        if new.get(node, labelling.label[node]) == UNDECIDED:
            steps += 1 + len(compiled.attackers[node])
            value = _value(compiled, node, labelling.label, new)
            if value != UNDECIDED:
                witness[node] = _witness(compiled, node, value, labelling.label, new)
                new[node] = value
                walk.extend(compiled.reached(node))
    changed = {node: value for node, value in new.items() if value != labelling.label[node]}
    return Relabelling(changed, witness, steps)


def _witness(compiled: CompiledMap, node: int, value: int, label: Sequence[int], new: Mapping[int, int]) -> int:
    """What decides ``node`` by the labels of now, as in `Labelling`; −1 where nothing in particular does."""
    if value == IN:
        rows = compiled.supporters[node] if node in compiled.requires else ()
        return next((s for s in rows if new.get(s, label[s]) == IN), -1)
    defeating = next((u for u in compiled.attackers[node] if new.get(u, label[u]) == IN), -1)
    if defeating < 0 and node >= compiled.claims:
        premises = compiled.premises[node - compiled.claims]
        return next((p for p in premises if new.get(p, label[p]) == OUT), -1)
    return defeating


def _shaken(compiled: CompiledMap, labelling: Labelling, aside: Collection[int]) -> Mapping[int, None]:
    """The nodes whose label was derived from one of ``aside``, directly or through others."""
    seen = dict.fromkeys(aside)
    walk = [node for node in aside if labelling.label[node] == IN]
    for node in walk:
        for w in compiled.reached(node):
            if w not in seen and _rests_on(compiled, labelling, w, node):
                seen[w] = None
                walk.append(w)
    return {node: None for node in walk if node not in aside}


def _rests_on(compiled: CompiledMap, labelling: Labelling, node: int, on: int) -> bool:
    """Whether the derivation of a decided label uses ``on``, one of the nodes in its equation."""
    label, witness = labelling.label[node], labelling.witness[node]
    supports = on >= compiled.claims and compiled.sign[on - compiled.claims] > 0
    match label:
        case value if value == IN:
            return not supports or witness == on
        case value if value == OUT:
            return witness == on or (witness < 0 and supports and node in compiled.requires)
        case _:
            return False


def _value(compiled: CompiledMap, node: int, label: Sequence[int], new: Mapping[int, int]) -> int:
    """The right side of a node's equation."""
    if node in compiled.void:
        return OUT
    least = min((-new.get(u, label[u]) for u in compiled.attackers[node]), default=IN)
    if node >= compiled.claims:
        return min(least, min(new.get(p, label[p]) for p in compiled.premises[node - compiled.claims]))
    if node in compiled.requires:
        return min(least, max((new.get(s, label[s]) for s in compiled.supporters[node]), default=OUT))
    return least
