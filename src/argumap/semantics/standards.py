"""Status where a map writes standards: the least labelling in which each claim meets its own, found by a worklist.

A claim with a written standard stands when the arguments for it and against it pass the standard's test however
those turn out that are undecided, and falls when they fail it however they turn out. Claims that contradict each
other strike each other as without standards; only one with a written balance or clear is struck just by those for
which no less speaks than for itself. More information never takes a label back, so there is one least labelling;
circles that would need guessing stay undecided. Without any written standard it is the grounded labelling.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heappop, heappush
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from argumap.model import Standard
from argumap.semantics.balance import passes
from argumap.semantics.grounded_labelling import (
    IN,
    OUT,
    UNDECIDED,
    Labelling,
    Relabelling,
    label_without_standards,
    relabel_without_standards,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from argumap.semantics.compiled_map import CompiledMap

    _Labels: TypeAlias = "Sequence[int] | _Overlay"
    _Table: TypeAlias = "list[int] | dict[int, int]"


def label_grounded(compiled: CompiledMap, aside: Collection[int] = ()) -> Labelling:
    """The least labelling; nodes ``aside`` are out from the start, with all that needs them."""
    if not compiled.standards:
        return label_without_standards(compiled, aside)
    size = len(compiled)
    label, rank, witness = [UNDECIDED] * size, [0] * size, [-1] * size
    for node in (*compiled.void, *aside):
        label[node] = OUT
    _Weighing(compiled, label, rank, witness, nodes=[n for n in range(size) if not label[n]]).run()
    return Labelling(label, rank, witness)


def relabel(compiled: CompiledMap, labelling: Labelling, aside: Collection[int]) -> Relabelling:
    """The labels that change when ``aside`` is set aside; with standards a change is followed to its end."""
    if not compiled.standards:
        return relabel_without_standards(compiled, labelling, aside)
    wave = _Removal(compiled, labelling, aside)
    wave.run()
    label = wave.label
    changed = {n: value for n, value in label.new.items() if value != labelling.label[n]}
    return Relabelling(changed, {n: _find_witness(compiled, label, n) for n in changed}, COSTLY * wave.steps)


def _find_witness(compiled: CompiledMap, label: _Labels, node: int) -> int:
    """What decides ``node``, as in `Labelling`; −1 where nothing in particular does."""
    if node >= compiled.claims:
        denied = (p for p in compiled.premises[node - compiled.claims] if label[p] == OUT)
        found = denied if label[node] == OUT else iter(())
    elif label[node] == OUT:
        found = iter(())
    else:
        supporters = compiled.supporters[node] if needs_reason(compiled, node) else ()
        found = (s for s in supporters if label[s] == IN == label[node])
    against = (u for u in compiled.attackers[node] if label[u] == IN == -label[node])
    return next(chain(against, found), -1)


class Weights:
    """What speaks for and against claims of a map under given labels, as whole weights of arguments alone."""

    def __init__(self, compiled: CompiledMap, label: _Labels) -> None:
        self.compiled, self.label = compiled, label

    def speak_for(self, claim: int) -> tuple[int, int]:
        """What is live for a claim, and what with all that is undecided."""
        return self._add_up(self.compiled.supporters[claim])

    def test(self, claim: int) -> int:
        """Whether the arguments pass the claim's standard (`IN`), fail it, or may yet do either."""
        standard, needs = self.compiled.standards.get(claim, _PLAIN), claim in self.compiled.requires
        pro_low, pro_high = self.speak_for(claim)
        con_low, con_high = self._add_up(self.compiled.attackers[claim])
        if passes(standard, pro_low, con_high, needs_support=needs):
            return IN
        return UNDECIDED if passes(standard, pro_high, con_low, needs_support=needs) else OUT

    def strikes(self, other: int, claim: int) -> int:
        """Whether ``other``, which contradicts ``claim``, strikes it (`IN`), cannot, or may yet do either."""
        if self.compiled.standards.get(claim) not in _WEIGHING:
            return self.label[other]
        (low, high), (own_low, own_high) = self.speak_for(other), self.speak_for(claim)
        return min(self.label[other], IN if low >= own_high else OUT if high < own_low else UNDECIDED)

    def _add_up(self, nodes: Iterable[int]) -> tuple[int, int]:
        first, label, weights = self.compiled.claims, self.label, self.compiled.whole_weights
        counted = [(label[n], weights[n - first]) for n in nodes if n >= first and label[n] != OUT]
        live = sum(weight for value, weight in counted if value == IN)
        return live, sum(weight for _, weight in counted)


def heeds_reasons(compiled: CompiledMap, claim: int) -> bool:
    """Whether the status of a claim depends on the arguments for it."""
    return claim in compiled.requires or compiled.standards.get(claim, _PLAIN) is not _PLAIN


def find_struck(compiled: CompiledMap, claim: int) -> Iterator[int]:
    """The claims whose status depends on how much speaks for ``claim``: those it contradicts that weigh."""
    for other in compiled.contraries[claim]:
        if compiled.standards.get(other) in _WEIGHING:
            yield other


def find_heeded(compiled: CompiledMap, node: int) -> Iterator[int]:
    """The nodes that the label of ``node`` depends on."""
    yield from compiled.attackers[node]
    if node >= compiled.claims:
        yield from compiled.premises[node - compiled.claims]
        return
    if heeds_reasons(compiled, node):
        yield from compiled.supporters[node]
    if compiled.standards.get(node) in _WEIGHING:
        for other in compiled.contraries[node]:
            yield from compiled.supporters[other]


def weighs_reasons(compiled: CompiledMap, claim: int) -> bool:
    """Whether a claim may stand in spite of live objections, for what speaks for it."""
    return compiled.standards.get(claim, _PLAIN) not in _FREE_OF_OBJECTIONS


def needs_reason(compiled: CompiledMap, claim: int) -> bool:
    """Whether a claim falls without any reason: it requires support, or it has to be backed."""
    return claim in compiled.requires or compiled.standards.get(claim) is Standard.BACKED


# Weighing a term costs about so many times what looking at one costs where nothing is weighed.
COSTLY = 4
_PLAIN = Standard.UNANSWERED
_FREE_OF_OBJECTIONS = frozenset({Standard.UNANSWERED, Standard.BACKED})
_WEIGHING = frozenset({Standard.BALANCE, Standard.CLEAR})


class _Removal:
    """What is set aside on its way through the map, part by part in the order of dependence.

    A node by itself is judged by the labels around it, a circle decided anew; the wave ends where none changes.
    """

    def __init__(self, compiled: CompiledMap, labelling: Labelling, aside: Collection[int]) -> None:
        self.compiled = compiled
        self.label = _Overlay(labelling.label, dict.fromkeys(aside, OUT))
        self.before = labelling.label
        self.aside = frozenset(aside)
        self.weights = Weights(compiled, self.label)
        self.waiting: list[int] = []
        self.touched: set[int] = set()
        self.steps = 0

    def run(self) -> None:
        # What is out counts for nothing already.
        for node in self.aside:
            if self.before[node] != OUT:
                self.tell(node)
        while self.waiting:
            part = self.compiled.order[heappop(self.waiting)]
            changed = self.judge(part) if isinstance(part, int) else self.decide(part)
            for node in changed:
                self.tell(node)

    def tell(self, node: int) -> None:
        """Have all looked at that depend on a node."""
        position = self.compiled.position
        for hearer in _hearers(self.compiled, node):
            place = position[hearer]
            if place not in self.touched and not self._is_silent(hearer):
                self.touched.add(place)
                heappush(self.waiting, place)

    def judge(self, node: int) -> Sequence[int]:
        compiled, label = self.compiled, self.label
        self.steps += 1 + len(compiled.attackers[node])
        if node < compiled.claims:
            self.steps += len(compiled.supporters[node])
            value = self.weights.test(node)
        else:
            terms = [label[p] for p in compiled.premises[node - compiled.claims]]
            value = min(chain(terms, (-label[u] for u in compiled.attackers[node])))
        if value == self.before[node]:
            return ()
        label[node] = value
        return (node,)

    def decide(self, part: Sequence[int]) -> Sequence[int]:
        nodes = [n for n in part if not self._is_silent(n)]
        for node in nodes:
            self.label[node] = UNDECIDED
        work = _Weighing(self.compiled, self.label, defaultdict(int), defaultdict(int), nodes=nodes)
        work.run()
        self.steps += work.steps
        return [n for n in nodes if self.label[n] != self.before[n]]

    def _is_silent(self, node: int) -> bool:
        return node in self.aside or node in self.compiled.void


def _hearers(compiled: CompiledMap, node: int) -> Iterator[int]:
    if node < compiled.claims:
        yield from compiled.uses[node]
        yield from compiled.contraries[node]
        return
    at = node - compiled.claims
    target = compiled.target[at]
    if target < 0:
        return
    if compiled.sign[at] < 0:
        yield target
        return
    if heeds_reasons(compiled, target):
        yield target
    yield from find_struck(compiled, target)


class _Overlay:
    """Labels of which some are new, without a copy of the others."""

    __slots__ = ("known", "new")

    def __init__(self, known: Sequence[int], new: dict[int, int]) -> None:
        self.known, self.new = known, new

    def __getitem__(self, node: int) -> int:
        found = self.new.get(node)
        return self.known[node] if found is None else found

    def __setitem__(self, node: int, value: int) -> None:
        self.new[node] = value


class _Weighing:
    """What is decided, and of each claim what is live and what may still become so on either side.

    ``pro_low`` … ``con_high`` are sums of whole weights of arguments alone. ``pending`` are, of each claim, those
    that contradict it and may still strike it; ``need`` counts the terms of an argument that are open. ``moved``
    are claims for which another amount speaks than when they were last compared with those they contradict.
    """

    def __init__(
        self,
        compiled: CompiledMap,
        label: list[int] | _Overlay,
        rank: _Table,
        witness: _Table,
        nodes: Sequence[int],
    ) -> None:
        whole = isinstance(label, list)
        self.compiled, self.label, self.rank, self.witness = compiled, label, rank, witness
        self.nodes, self.whole = nodes, whole
        self.scope: Collection[int] = range(len(compiled)) if whole else set(nodes)
        self.weights = compiled.whole_weights
        size = len(compiled) if whole else 0
        self.need, self.pro_low, self.pro_high, self.con_low, self.con_high = (
            _table(size),
            _table(size),
            _table(size),
            _table(size),
            _table(size),
        )
        self.pending: dict[int, set[int]] = {}
        self.moved: dict[int, None] = {}
        self.queue: list[int] = []
        self.now = self.steps = 0

    def run(self) -> None:
        for node in self.nodes:
            self._open(node)
        for node in self.nodes:
            self._decide_first(node)
        at = 0
        while at < len(self.queue) or self.moved:
            if at == len(self.queue):
                self._compare_moved()
                continue
            node = self.queue[at]
            at += 1
            self.now = self.rank[node]
            if node < self.compiled.claims:
                self._spread_claim(node)
            else:
                self._spread_argument(node)

    def _open(self, node: int) -> None:
        compiled, label = self.compiled, self.label
        if node >= compiled.claims:
            terms = compiled.premises[node - compiled.claims]
            against = compiled.attackers[node]
            self.steps += 1 + len(terms) + len(against)
            self.need[node] = sum(label[p] != IN for p in terms) + sum(label[u] != OUT for u in against)
            return
        self._add_up(node)
        rivals = {n for n in compiled.attackers[node] if n < compiled.claims and label[n] != OUT}
        if rivals:
            self.pending[node] = rivals
        if not self.whole:
            for other in rivals:
                if other not in self.pro_low:
                    self._add_up(other)

    def _add_up(self, claim: int) -> None:
        compiled, label, first, weights = self.compiled, self.label, self.compiled.claims, self.weights
        rows = (compiled.supporters[claim], self.pro_low, self.pro_high)
        for row, low, high in (rows, (compiled.attackers[claim], self.con_low, self.con_high)):
            live = waiting = 0
            for n in row:
                if n < first:
                    continue
                if label[n] == IN:
                    live += weights[n - first]
                elif label[n] == UNDECIDED:
                    waiting += weights[n - first]
            low[claim], high[claim] = live, live + waiting
            self.steps += 1 + len(row)

    def _decide_first(self, node: int) -> None:
        """Decide what the labels around it decide before anything else is."""
        compiled, label = self.compiled, self.label
        if label[node]:
            return
        if node >= compiled.claims:
            defeating = [p for p in compiled.premises[node - compiled.claims] if label[p] == OUT]
            defeating += [u for u in compiled.attackers[node] if label[u] == IN]
            if defeating:
                self._decide(node, OUT, defeating[0])
            elif not self.need[node]:
                self._decide(node, IN)
            return
        for other in sorted(self.pending.get(node, ())):
            self._meet(node, other)
        self._look_at(node)

    def _decide(self, node: int, value: int, by: int = -1) -> None:
        self.label[node] = value
        self.rank[node] = max(self.now, self.rank[by] if by >= 0 else 0) + 1
        self.witness[node] = by
        self.queue.append(node)

    def _spread_claim(self, claim: int) -> None:
        holds, label, scope = self.label[claim] == IN, self.label, self.scope
        for argument in self.compiled.uses[claim]:
            if not label[argument] and argument in scope:
                self._tell(argument, claim, defeats=not holds)
        for other in self.compiled.contraries[claim]:
            if not label[other] and other in scope and claim in self.pending.get(other, ()):
                self._meet(other, claim)
                self._look_at(other)

    def _tell(self, argument: int, by: int, *, defeats: bool) -> None:
        if defeats:
            self._decide(argument, OUT, by)
            return
        self.need[argument] -= 1
        if not self.need[argument]:
            self._decide(argument, IN)

    def _spread_argument(self, argument: int) -> None:
        compiled = self.compiled
        at = argument - compiled.claims
        target = compiled.target[at]
        if target < 0:
            return
        holds = self.label[argument] == IN
        if target >= compiled.claims:
            if not self.label[target] and target in self.scope:
                self._tell(target, argument, defeats=holds)
            return
        supports = compiled.sign[at] > 0
        low, high = (self.pro_low, self.pro_high) if supports else (self.con_low, self.con_high)
        if target not in self.scope and target not in low:
            return
        if holds:
            low[target] += self.weights[at]
        else:
            high[target] -= self.weights[at]
        if supports and compiled.contraries[target]:
            self.moved[target] = None
        self._look_at(target)

    def _look_at(self, claim: int) -> None:
        """Decide a claim where its arguments decide it."""
        if self.label[claim] or claim not in self.scope:
            return
        standard, needs = self.compiled.standards.get(claim, _PLAIN), claim in self.compiled.requires
        if not passes(standard, self.pro_high[claim], self.con_low[claim], needs_support=needs):
            self._decide(claim, OUT, self._find_first(self.compiled.attackers[claim]))
        elif not self.pending.get(claim) and passes(
            standard, self.pro_low[claim], self.con_high[claim], needs_support=needs
        ):
            needs = needs or standard is Standard.BACKED
            self._decide(claim, IN, self._find_first(self.compiled.supporters[claim]) if needs else -1)

    def _find_first(self, nodes: Iterable[int]) -> int:
        """The argument among ``nodes`` that applied first; −1 where none does."""
        live = (n for n in nodes if self.label[n] == IN and n >= self.compiled.claims)
        return min(live, key=lambda n: (self.rank[n], n), default=-1)

    def _meet(self, claim: int, other: int) -> None:
        """What one that contradicts ``claim`` means for it by now: it strikes, it cannot any more, or it may."""
        if self.label[claim]:
            return
        label = self.label[other]
        stronger = self._compare(other, claim)
        if label == OUT or stronger < 0:
            self.pending[claim].discard(other)
        elif label == IN and stronger > 0:
            self._decide(claim, OUT, other)

    def _compare(self, other: int, claim: int) -> int:
        """1 where no less speaks for ``other`` than for a ``claim`` that weighs this, −1 where less, else 0."""
        if self.compiled.standards.get(claim) not in _WEIGHING or self.pro_low[other] >= self.pro_high[claim]:
            return 1
        return -1 if self.pro_high[other] < self.pro_low[claim] else 0

    def _compare_moved(self) -> None:
        moved, self.moved = self.moved, {}
        for claim in moved:
            for other in self.compiled.contraries[claim]:
                for struck, by in ((other, claim), (claim, other)):
                    if by in self.pending.get(struck, ()):
                        self._meet(struck, by)
                        self._look_at(struck)


def _table(size: int) -> _Table:
    return [0] * size if size else {}
