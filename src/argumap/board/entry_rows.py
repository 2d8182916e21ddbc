"""What bears on a claim, in the order in which it is shown, before it is known what stands where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argumap.board.board_records import EntryState
from argumap.model import Bearing
from argumap.semantics import IN, OUT, Scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.semantics import Evaluation

STATES = {IN: EntryState.LIVE, OUT: EntryState.ANSWERED}


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A step as it will be an entry; or a claim that answers another by contradicting it."""

    id: str
    target: str
    bearing: Bearing
    state: EntryState
    premises: tuple[str, ...]
    added: bool = False
    unsaid: bool = False
    weight: float = 1.0
    support: int = 0
    shares: tuple[str, ...] = ()


@dataclass(slots=True)
class EntryRows:
    """Finds the rows of claims and steps; each is worked out once."""

    evaluation: Evaluation
    scale: Scale = field(init=False)
    spoken: bool = field(init=False)
    """Whether the map knows anybody who speaks: only then does it tell anything that nobody says a thing."""
    kept: dict[str, tuple[tuple[EntryRow, ...], tuple[EntryRow, ...]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.scale = Scale.of(self.evaluation)
        self.spoken = bool(self.evaluation.index.map.attributions)

    def on_claim(self, claim: str) -> tuple[tuple[EntryRow, ...], tuple[EntryRow, ...]]:
        """The reasons for a claim and the objections to it; nothing for one that the map lacks."""
        if claim not in self.evaluation.index.claims:
            return (), ()
        if claim not in self.kept:
            b = self.scale.weigh(self.evaluation.node(claim))
            pros = self._side(claim, b.pro_groups, (*b.unresolved_pros, *b.answered_pros))
            cons = self._side(claim, b.con_groups, (*b.unresolved_cons, *b.answered_cons))
            self.kept[claim] = (tuple(pros), tuple(cons))
        return self.kept[claim]

    def find_rivals(self, claim: str) -> Iterator[tuple[str, EntryState]]:
        """The claims that contradict a claim, those first that stand."""
        balance = self.scale.weigh(self.evaluation.node(claim))
        for state, rivals in (
            (EntryState.LIVE, balance.rivals),
            (EntryState.UNRESOLVED, balance.unresolved_rivals),
            (EntryState.ANSWERED, balance.answered_rivals),
        ):
            yield from ((rival, state) for rival in rivals)

    def on_step(self, step: str) -> tuple[EntryRow, ...]:
        """What undercuts a step."""
        undercuts = (a.id for a in self.evaluation.index.on[step] if not self._is_aside(a.id))
        return tuple(sorted((self.row(step, a) for a in undercuts), key=self._order))

    def row(self, target: str, node: str) -> EntryRow:
        """What ``node``, a step or a claim that contradicts ``target``, is as an entry on it."""
        index, e = self.evaluation.index, self.evaluation.compiled
        argument, number = index.arguments.get(node), self.evaluation.node(node)
        state = STATES.get(self.evaluation.labelling.label[number], EntryState.UNRESOLVED)
        premises = argument.premises if argument else (node,)
        return EntryRow(
            node if argument else f"{node}~{target}",
            target,
            argument.bearing if argument else Bearing.ATTACKS,
            state,
            premises,
            added=node in index.added,
            unsaid=self.spoken and not any(index.voices[n] or index.unreadable[n] for n in {node, *premises}),
            weight=self.evaluation.scores[number] if argument else 1.0,
            support=sum(self._live(e.supporters[e.index_of[p]]) for p in premises if p in e.index_of),
        )

    def _side(self, claim: str, live: Iterable[Sequence[str]], rest: Iterable[str]) -> Iterator[EntryRow]:
        groups = [sorted((self.row(claim, node) for node in group), key=self._order) for group in live]
        for group in sorted(groups, key=lambda group: self._order(group[0])):
            before: EntryRow | None = None
            for row in group:
                shared = tuple(p for p in row.premises if p in before.premises) if before else ()
                yield replace(row, shares=shared)
                before = row
        yield from sorted((self.row(claim, node) for node in rest), key=self._order)

    def _order(self, row: EntryRow) -> tuple[int, bool, float, int, int]:
        """Live ones first, of these what the source has somebody say; then by weight and support."""
        order = self.evaluation.index.debate_order
        state = list(EntryState).index(row.state)
        place = min((order.get(p, 0) for p in row.premises), default=0)
        return state, row.added or row.unsaid, -row.weight, -row.support, place

    def _live(self, nodes: Iterable[int]) -> int:
        label = self.evaluation.labelling.label
        return sum(label[n] == IN for n in nodes)

    def _is_aside(self, argument: str) -> bool:
        e, aside = self.evaluation.compiled, self.evaluation.aside
        if not aside:
            return False
        premises = self.evaluation.index.arguments[argument].premises
        return any(e.index_of[n] in aside for n in (argument, *premises) if n in e.index_of)
