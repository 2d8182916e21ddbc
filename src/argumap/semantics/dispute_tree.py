"""The dispute about a claim as a tree of moves: what is objected, what answers it, what is left open.

The tree follows the witnesses of the grounded labelling. What stands faces every objection, each answered by
the first thing that defeats it; what falls shows the objection that defeats it first; what is undecided shows
what is unresolved, down to the point where the dispute runs in a cycle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from argumap.semantics.grounded_labelling import IN, OUT, UNDECIDED
from argumap.semantics.node_wording import is_added, name, places, said
from argumap.semantics.standards import find_heeded, heeds_reasons, needs_reason, weighs_reasons

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from argumap.semantics.evaluation import Evaluation
    from argumap.semantics.grounded_labelling import Labelling

Kind = Literal["claim", "objection", "answer", "support", "premise"]
# More replies to one move than fit a reader's eye; the rest are counted.
WIDTH = 12
# Telling calls itself once a move, and Python allows some hundred calls within each other.
DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Move:
    """One move. ``id`` is a claim or an argument, ``premises`` the claims it brings up, ``words`` their labels.

    ``kind`` says what it does to the move above it: an ``objection`` speaks against it, an ``answer`` defeats
    an objection, a ``support`` is an argument for it, a ``premise`` is something it rests on. ``manner`` tells
    how: it ``rebuts`` or ``contradicts`` a claim, ``undercuts`` the step, is a ``premise`` that falls, or is
    support that is ``offered`` (it decides no status), ``required``, or ``weighed`` by the standard of the
    claim. An argument with one premise that nothing undercuts is one with its premise: what is said of the one
    is said of the other. ``more`` counts further moves beneath it that are not shown; ``circular`` marks a
    move that leads back to one above it, ``told`` one whose moves stand elsewhere in the tree, ``bare`` one
    that falls for want of required support, ``inferred`` a step that the map added and the source does not
    take.
    """

    kind: Kind
    id: str
    status: str
    premises: tuple[str, ...]
    words: str
    who: str
    where: str
    manner: str = ""
    moves: tuple[Move, ...] = ()
    more: int = 0
    circular: bool = False
    told: bool = False
    bare: bool = False
    inferred: bool = False

    def to_dict(self) -> dict[str, object]:
        """The move and all beneath it, for JSON; flags and counts only where they say something."""
        told: dict[str, object] = {
            "move": self.kind,
            "id": self.id,
            "status": self.status,
            "premises": list(self.premises),
            "words": self.words,
            "who": self.who,
            "where": self.where,
        }
        extra = {"manner": self.manner, "more": self.more, "circular": self.circular, "told": self.told}
        extra |= {"bare": self.bare, "inferred": self.inferred}
        told.update({key: value for key, value in extra.items() if value})
        if self.moves:
            told["moves"] = [move.to_dict() for move in self.moves]
        return told


def build_dispute(evaluation: Evaluation, node_id: str, depth: int) -> Move:
    """The dispute about a claim or argument, ``depth`` (at most 100) moves deep and twelve moves wide."""
    return _Teller(evaluation).move("claim", evaluation.node(node_id), "", min(depth, DEEPEST), ())


class _Teller:
    def __init__(self, evaluation: Evaluation, labelling: Labelling | None = None) -> None:
        self.evaluation = evaluation
        self.compiled = evaluation.compiled
        self.labelling = labelling or evaluation.labelling
        self.told: set[int] = set()

    def move(self, kind: Kind, node: int, manner: str, depth: int, path: tuple[int, ...]) -> Move:
        e, node_id = self.compiled, self.compiled.ids[node]
        index = self.evaluation.index
        subject = self.subject(node)
        circular = subject in path and self.labelling.label[node] == UNDECIDED
        told = subject in self.told and not circular
        moves: tuple[Move, ...] = ()
        replies = [*self.replies(node)]
        if kind == "claim":
            replies += [*self.other_objections(node, {n for _, n, _ in replies}), *self.reasons(node)]
        if depth > 0 and not circular and not told:
            self.told.add(subject)
            below = (*path, subject)
            moves = tuple(self.move(k, n, how, depth - 1, below) for k, n, how in replies[:WIDTH])
        return Move(
            kind=kind,
            id=node_id,
            status=self.evaluation.status_of(node),
            premises=(node_id,) if node < e.claims else index.arguments[node_id].premises,
            words=name(index, node_id),
            who=said(index, node_id),
            where=places(index, node_id),
            manner=manner,
            moves=moves,
            more=0 if circular or told else len(replies) - len(moves),
            bare=self.lacks_support(subject),
            circular=circular,
            told=told and bool(replies),
            inferred=is_added(index, node_id),
        )

    def subject(self, node: int) -> int:
        """The node that a dispute about ``node`` is really about."""
        premises = self.premises(node)
        return premises[0] if len(premises) == 1 and not self.compiled.attackers[node] else node

    def replies(self, node: int) -> Iterator[tuple[Kind, int, str]]:
        subject = self.subject(node)
        match self.labelling.label[node]:
            case value if value == IN:
                yield from self._why_in(subject)
            case value if value == OUT and subject != node and self.labelling.witness[subject] >= 0:
                yield from (("answer", n, how) for kind, n, how in self._why_out(subject) if kind == "objection")
            case value if value == OUT:
                yield from self._why_out(node)
            case _:
                yield from self._why_open(subject)

    def lacks_support(self, node: int) -> bool:
        defeated = self.labelling.label[node] == OUT and self.labelling.witness[node] < 0
        return defeated and node < self.compiled.claims and needs_reason(self.compiled, node)

    def other_objections(self, node: int, told: Collection[int]) -> Iterator[tuple[Kind, int, str]]:
        """The objections that its status does not come of: they are answered, or unresolved beside an open one."""
        subject = self.subject(node)
        others = (a for a in self.compiled.attackers[subject] if a not in told)
        yield from (("objection", a, self.manner(a, subject)) for a in others)

    def reasons(self, node: int) -> Iterator[tuple[Kind, int, str]]:
        """The arguments for a claim that does not require any: they give strength and decide no status."""
        if node < self.compiled.claims and not heeds_reasons(self.compiled, node):
            yield from (("support", s, "offered") for s in self.compiled.supporters[node])

    def _weighed(self, node: int) -> Iterator[tuple[Kind, int, str]]:
        """What speaks for a claim and is not answered, where its status comes of how much that is."""
        if node < self.compiled.claims and weighs_reasons(self.compiled, node):
            supporters = self.compiled.supporters[node]
            yield from (("support", s, "weighed") for s in supporters if self.labelling.label[s] != OUT)

    def _why_in(self, node: int) -> Iterator[tuple[Kind, int, str]]:
        """Every objection, though answered; the support it requires; and contested premises."""
        yield from (("objection", a, self.manner(a, node)) for a in self.compiled.attackers[node])
        if node < self.compiled.claims and weighs_reasons(self.compiled, node):
            yield from self._weighed(node)
        elif node < self.compiled.claims and needs_reason(self.compiled, node):
            yield "support", self.labelling.witness[node], "required"
        yield from (("premise", p, "") for p in self.premises(node) if self._contested(p))

    def _why_out(self, node: int) -> Iterator[tuple[Kind, int, str]]:
        """The first thing that defeats it, then whatever else stands against it."""
        witness = self.labelling.witness[node]
        if witness >= 0:
            against = node < self.compiled.claims
            denied = witness in self.premises(node)
            yield (
                "objection" if against else "answer",
                witness,
                "premise" if denied else self.manner(witness, node),
            )
            others = (a for a in self.compiled.attackers[node] if a != witness)
            standing = (a for a in others if self.labelling.label[a] == IN)
            yield from (("objection" if against else "answer", a, self.manner(a, node)) for a in standing)
            yield from self._weighed(node)
        elif node < self.compiled.claims and needs_reason(self.compiled, node):
            yield from (("support", s, "required") for s in self.compiled.supporters[node])

    def _why_open(self, node: int) -> Iterator[tuple[Kind, int, str]]:
        label = self.labelling.label
        weighed = node < self.compiled.claims and weighs_reasons(self.compiled, node)
        for attacker in self.compiled.attackers[node]:
            if label[attacker] == UNDECIDED or (weighed and label[attacker] == IN):
                yield "objection", attacker, self.manner(attacker, node)
        for premise in self.premises(node):
            if label[premise] == UNDECIDED:
                yield "premise", premise, ""
        if weighed:
            yield from self._weighed(node)
        elif node < self.compiled.claims and needs_reason(self.compiled, node):
            supporters = self.compiled.supporters[node]
            if not any(label[s] == IN for s in supporters):
                yield from (("support", s, "required") for s in supporters if label[s] == UNDECIDED)

    def premises(self, node: int) -> Sequence[int]:
        claims = self.compiled.claims
        return self.compiled.premises[node - claims] if node >= claims else ()

    def manner(self, attacker: int, node: int) -> str:
        if attacker < self.compiled.claims:
            return "contradicts"
        return "rebuts" if node < self.compiled.claims else "undercuts"

    def _contested(self, premise: int) -> bool:
        return bool(self.compiled.attackers[premise]) or heeds_reasons(self.compiled, premise)


def find_disputants(
    evaluation: Evaluation, node_id: str, labelling: Labelling | None = None, most: int | None = None
) -> list[str]:
    """The claims that the verdict on ``node_id`` rests on: those that stand in its whole dispute tree.

    ``labelling`` is what the map comes to, where that is not the evaluation's own. Where a map writes standards,
    the search may stop once it has found more than ``most``.

    Setting aside any other single claim leaves a claim that stands or falls as it is: the rest of the tree
    remains a strongly admissible set, or the refutation of one.
    """
    start = evaluation.node(node_id)
    ids = evaluation.compiled.ids
    return [ids[n] for n in find_standing(evaluation, [start], labelling, most) if n != start]


def find_standing(
    evaluation: Evaluation, nodes: Iterable[int], labelling: Labelling | None = None, most: int | None = None
) -> list[int]:
    """The claims, by index, that stand in the dispute trees of ``nodes``, and of them those that stand themselves.

    As in ``find_disputants``, nearest first.
    """
    if evaluation.compiled.standards:
        return _find_deciding(evaluation, nodes, labelling or evaluation.labelling, most)
    teller = _Teller(evaluation, labelling)
    label, witness = teller.labelling.label, teller.labelling.witness
    walk = list(dict.fromkeys(nodes))
    seen = set(walk)
    for node in walk:
        if label[node] == OUT and witness[node] >= 0:
            fresh = [witness[node]]
        else:
            fresh = [n for _, n, _ in teller.replies(node)]
        if label[node] == IN:
            fresh += teller.premises(node)
        for n in fresh:
            if n not in seen:
                seen.add(n)
                walk.append(n)
    first = evaluation.compiled.claims
    return [n for n in walk if n < first and label[n] == IN]


def _find_deciding(
    evaluation: Evaluation, nodes: Iterable[int], labelling: Labelling, most: int | None
) -> list[int]:
    """The claims that stand among all that is decided and that the labels of ``nodes`` were decided by.

    Labels that were decided without a node stay without it, as more information takes none back.
    """
    e, label = evaluation.compiled, labelling.label
    walk = list(dict.fromkeys(nodes))
    seen = set(walk)
    standing = 0
    for node in walk:
        standing += node < e.claims and label[node] == IN
        if most is not None and standing > most:
            break
        for n in find_heeded(e, node):
            if label[n] != UNDECIDED and n not in seen:
                seen.add(n)
                walk.append(n)
    return [n for n in walk if n < e.claims and label[n] == IN]
