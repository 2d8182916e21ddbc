"""Why a claim stands, falls or stays undecided in a map, and what its strength is made of, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.errors import TooMuchWork
from argumap.model import Standard
from argumap.semantics.contributions import Contributions, build_contributions
from argumap.semantics.dispute_tree import Move, build_dispute
from argumap.semantics.extensions import MODES, build_extensions, find_accepted
from argumap.semantics.gradual_semantics import GRADUAL, get_gradual
from argumap.semantics.grounded_labelling import IN, UNDECIDED
from argumap.semantics.node_wording import name
from argumap.semantics.standards import heeds_reasons
from argumap.semantics.strength import TOLERANCE, solve
from argumap.semantics.verdict import VerdictReason, build_verdict
from argumap.semantics.verdict_words import tell_sentence
from argumap.told_lines import ShownInWords
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.semantics.evaluation import Evaluation

COMPARED = ("qe", "dfquad", "euler")
MOVES = {
    "raised": ("its reasons raise it", "what bears on it raises it"),
    "lowered": ("its objections lower it", "what bears on it lowers it"),
    "unchanged": ("what bears on it leaves it as it was", "what bears on it leaves it as it was"),
}
"""What moves a claim, and a step, which weak premises lower as well."""
_JUST = {"raised": "just over ", "lowered": "just under ", "unchanged": ""}
SHOWN = 6
_IN_CHECK = {VerdictReason.OBJECTS_TO_ITSELF, VerdictReason.CONFLICT, VerdictReason.RIVALRY}
DISCLAIMER = "All of this speaks of this map: of what was put on it, not of what is true."


@dataclass(frozen=True, slots=True)
class Robust:
    """The topic's strength under quadratic energy, DF-QuAD and Euler, and which way each moves it.

    A direction is ``raised``, ``lowered`` or ``unchanged``, against the base score.
    """

    strengths: Mapping[str, float]
    directions: Mapping[str, str]

    @property
    def agree(self) -> bool:
        return len(set(self.directions.values())) == 1


@dataclass(frozen=True, slots=True)
class Explanation(ShownInWords):
    """Everything that can be said of one claim or argument; `text` for people, `to_dict` for programs.

    ``unanswered`` are the arguments and claims that apply against it, ``unresolved`` those that are undecided
    with it. ``circular`` is a path of claims by which it supports itself, empty where there is none.
    ``positions`` tells what the other semantics of acceptance make of it; ``standard`` is the map's for it.
    """

    id: str
    label: str
    status: str
    verdict: str
    dispute: Move
    unanswered: tuple[str, ...]
    unresolved: tuple[str, ...]
    strength: float
    base: float
    semantics: str
    as_: str | None
    weighed: bool
    standard: Standard | None
    settled: bool
    contributions: Contributions
    circular: tuple[str, ...]
    robust: Robust
    positions: str
    names: Mapping[str, str]

    def text(self) -> str:
        """The explanation as plain text, one thought a line."""
        return "\n".join(
            [self.verdict, *_tell(self.dispute), self.positions, "", *self._strength(), "", DISCLAIMER]
        )

    def to_dict(self) -> dict[str, object]:
        """The explanation as data for JSON; strengths are rounded to six digits."""
        return {
            "id": self.id,
            "label": self.label,
            "status": self.status,
            "verdict": self.verdict,
            "dispute": self.dispute.to_dict(),
            "unanswered": list(self.unanswered),
            "unresolved": list(self.unresolved),
            "positions": self.positions,
            "strength": round(self.strength, 6),
            "base": round(self.base, 6),
            "semantics": self.semantics,
            "as": self.as_,
            "weighed": self.weighed,
            **({"standard": self.standard.value} if self.standard else {}),
            "settled": self.settled,
            "contributions": [
                {"claim": c.claim, "amount": round(c.amount, 6)} for c in self.contributions.entries
            ],
            "contributions_tried": self.contributions.asked,
            "claims_bearing": self.contributions.bearing,
            "circular": list(self.circular),
            "robust": {
                "agree": self.robust.agree,
                "strengths": {s: round(x, 6) for s, x in self.robust.strengths.items()},
                "directions": dict(self.robust.directions),
            },
        }

    def _strength(self) -> Iterator[str]:
        eyes = f", with the base scores that follow from what {self.names[self.as_]} says" if self.as_ else ""
        yield (
            f"Strength {self._figure(self.strength)} of 1, from a base of {self.base:.2f}, by "
            f"{GRADUAL[self.semantics].title}{eyes}."
        )
        if not self.weighed and not self.as_:
            yield "No base score or weight was set by the map's author, so strength only counts points."
        yield from self._parting()
        if not self.settled:
            yield "This strength did not come to rest; take it for no more than a sign of a circle."
        yield from self._contributions()
        yield from self._robustness()
        if self.circular:
            path = " → ".join(self.names[c] for c in self.circular)
            yield f"It supports itself in a circle: {path}."

    def _parting(self) -> Iterator[str]:
        """Status and strength answer two questions; where they part, say why both are right.

        What stands without a standard has no objection that counts, so it is no weaker than its base.
        """
        raised, lowered = self.strength > self.base + TOLERANCE, self.strength < self.base - TOLERANCE
        if (self.standard or Standard.UNANSWERED) not in {Standard.UNANSWERED, Standard.BACKED}:
            if (self.status == "falls" and raised) or (self.status == "stands" and lowered):
                yield "A standard asks how much speaks for a claim and against it; strength, how strong that is."
        elif self.status == "falls" and raised:
            yield "One unanswered objection makes a claim fall, whatever is offered for it; strength weighs both."

    def _contributions(self) -> Iterator[str]:
        entries, asked, bearing = (
            self.contributions.entries,
            self.contributions.asked,
            self.contributions.bearing,
        )
        if not bearing:
            yield "No other claim bears on it."
            return
        if entries:
            yield "What its strength would lose (+) or gain (−) if a claim were set aside, the others unchanged:"
        for entry in entries[:SHOWN]:
            sign = "+" if entry.amount > 0 else "−"
            yield f"  {sign} {abs(entry.amount):.3f}  {self.names[entry.claim]}"
        if len(entries) > SHOWN:
            yield f"  … and {counted(len(entries) - SHOWN, 'smaller one')}"
        if not entries:
            yield "Setting aside any one of the claims that bear on it would leave its strength as it is."
        if asked < bearing:
            yield f"  (tried for the nearest {asked:,} of the {bearing:,} claims that bear on it)"

    def _robustness(self) -> Iterator[str]:
        if not self.contributions.bearing:
            return
        others = [s for s in self.robust.strengths if s != self.semantics]
        figures = ", ".join(f"{GRADUAL[s].title} {self._figure(self.robust.strengths[s])}" for s in others)
        way = _direction(self.strength - self.base)
        if all(self.robust.directions[s] == way for s in others):
            yield f"Other ways of weighing agree that {self._moved(way)}: {figures}."
        else:
            yield f"Not robust: other ways of weighing disagree on which way what bears on it moves it: {figures}."

    def _moved(self, way: str) -> str:
        of_claim, of_step = MOVES[way]
        return of_claim if self.dispute.premises == (self.id,) else of_step

    def _figure(self, strength: float) -> str:
        """A strength to two digits, and which side of the base it is on where these do not tell."""
        told = f"{strength:.2f}"
        moved = _direction(strength - self.base)
        return told if told != f"{self.base:.2f}" else f"{_JUST[moved]}{told}"


def explain(evaluation: Evaluation, node_id: str, depth: int) -> Explanation:
    """Explain a claim or argument; the dispute is told ``depth`` moves deep."""
    node = evaluation.node(node_id)
    dispute = build_dispute(evaluation, node_id, depth)
    cone = evaluation.compiled.ancestors(node)
    contributions = build_contributions(evaluation, node_id, cone)
    index = evaluation.index
    circular = find_cycle(evaluation, node)
    mentioned = {node_id, *circular, *(c.claim for c in contributions.entries)}
    return Explanation(
        id=node_id,
        label=name(index, node_id),
        status=evaluation.status_of(node),
        verdict=_verdict(evaluation, node_id),
        dispute=dispute,
        unanswered=_against(evaluation, node, IN),
        unresolved=_against(evaluation, node, UNDECIDED),
        strength=evaluation.solution.strength[node],
        base=evaluation.scores[node],
        semantics=evaluation.semantics,
        as_=evaluation.as_,
        weighed=evaluation.weighed,
        standard=evaluation.written_standard(node_id),
        settled=not any(node in part for part in evaluation.solution.unsettled),
        contributions=contributions,
        circular=circular,
        robust=build_robust(evaluation, node, cone),
        positions=_positions(evaluation, node_id),
        names={c: name(index, c) for c in mentioned} | _eyes(evaluation),
    )


def _eyes(evaluation: Evaluation) -> dict[str, str]:
    """The name of the stakeholder whose base scores were used."""
    if evaluation.as_ is None:
        return {}
    return {evaluation.as_: evaluation.index.stakeholders[evaluation.as_].name}


def build_robust(evaluation: Evaluation, node: int, cone: Mapping[int, None]) -> Robust:
    """Solve what bears on ``node`` under three semantics and compare the directions."""
    e = evaluation.compiled
    label, aside = evaluation.labelling.label, evaluation.aside
    strengths = {}
    for semantics in COMPARED:
        known = evaluation.solution if semantics == evaluation.semantics else None
        solution = known or solve(e, get_gradual(semantics), evaluation.scores, label, aside, cone)
        strengths[semantics] = solution.strength[node]
    base = evaluation.scores[node]
    return Robust(strengths, {s: _direction(x - base) for s, x in strengths.items()})


def find_cycle(evaluation: Evaluation, node: int) -> tuple[str, ...]:
    """The shortest path of supports from a claim back to itself, as claim ids from it to it."""
    e = evaluation.compiled
    if isinstance(e.order[e.position[node]], int) or node >= e.claims:
        return ()
    came: dict[int, int] = {}
    walk = [node]
    for claim in walk:
        for argument in e.uses[claim]:
            reached = e.target[argument - e.claims]
            if e.sign[argument - e.claims] < 0 or reached < 0 or reached in came:
                continue
            came[reached] = claim
            if reached == node:
                return _retrace(evaluation, node, came)
            walk.append(reached)
    return ()


def _retrace(evaluation: Evaluation, node: int, came: Mapping[int, int]) -> tuple[str, ...]:
    path = [node, came[node]]
    while path[-1] != node:
        path.append(came[path[-1]])
    return tuple(evaluation.compiled.ids[n] for n in reversed(path))


def _direction(change: float) -> str:
    if abs(change) <= TOLERANCE:
        return "unchanged"
    return "raised" if change > 0 else "lowered"


def _against(evaluation: Evaluation, node: int, label: int) -> tuple[str, ...]:
    e, labels = evaluation.compiled, evaluation.labelling.label
    return tuple(e.ids[a] for a in e.attackers[node] if labels[a] == label)


def _verdict(evaluation: Evaluation, node_id: str) -> str:
    verdict = build_verdict(evaluation, node_id)
    told = {ground.reason for ground in verdict.grounds}
    hangs = verdict.status == "undecided" and told.isdisjoint(_IN_CHECK)
    cycle = _tell_cycle(evaluation, _find_cycle(evaluation, evaluation.node(node_id))) if hangs else ""
    return tell_sentence(evaluation, node_id, verdict, cycle)


def _find_cycle(evaluation: Evaluation, node: int) -> tuple[int, ...]:
    """The nearest cycle of undecided nodes that the status of ``node`` waits for, each bearing on the next."""
    compiled, label = evaluation.compiled, evaluation.labelling.label
    seen = {node}
    walk = [node]
    for v in walk:
        # A cycle through supports alone holds nobody up, so the order of dependence only says where to look.
        if not isinstance(compiled.order[compiled.position[v]], int) and (cycle := _cycle_through(evaluation, v)):
            return cycle
        for u in compiled.reaching(v):
            if label[u] == UNDECIDED and u not in seen and _waits(evaluation, v, u):
                seen.add(u)
                walk.append(u)
    return ()


def _waits(evaluation: Evaluation, node: int, on: int) -> bool:
    """Whether the status of ``node`` depends on ``on``: on its supporters only where they decide something."""
    e = evaluation.compiled
    supports = node < e.claims and on >= e.claims and e.sign[on - e.claims] > 0
    return not supports or heeds_reasons(e, node)


def _cycle_through(evaluation: Evaluation, start: int) -> tuple[int, ...]:
    compiled, label = evaluation.compiled, evaluation.labelling.label
    came: dict[int, int] = {}
    walk = [start]
    for v in walk:
        for w in compiled.reached(v):
            if label[w] == UNDECIDED and w not in came and _waits(evaluation, w, v):
                came[w] = v
                walk.append(w)
        if start in came:
            break
    path = [came[start]] if start in came else []
    while path and path[-1] != start:
        path.append(came[path[-1]])
    return tuple(reversed(path))


def _tell_cycle(evaluation: Evaluation, cycle: Sequence[int]) -> str:
    """A cycle as X ⇄ Y or X → Y → … → X: its claims, and for a step that is undercut its premises."""
    compiled, index = evaluation.compiled, evaluation.index
    before = dict(zip(cycle, (*cycle[-1:], *cycle[:-1]), strict=True))
    shown = [name(index, compiled.ids[n]) for n in cycle if n < compiled.claims or before[n] >= compiled.claims]
    match shown:
        case [one]:
            return f"{one} objects to itself"
        case [one, other]:
            return f"{one} ⇄ {other}"
        case _:
            return " → ".join([*shown, *shown[:1]])


def _positions(evaluation: Evaluation, node_id: str) -> str:
    """What the other semantics make of the verdict: they never differ on what grounded decides."""
    if node_id not in evaluation.index.claims:
        return "Other readings of acceptance speak of claims, not of steps."
    if evaluation.compiled.standards:
        return "Other readings of acceptance know no standards, and this map writes some; they are left out here."
    if evaluation.status[node_id] != "undecided":
        if evaluation.status[node_id] == "stands":
            return (
                "Other readings of acceptance agree: it is part of every complete, preferred and ideal position."
            )
        return "Other readings of acceptance agree: it is part of no complete, preferred or ideal position."
    try:
        extensions = build_extensions(evaluation, "preferred").about(node_id)
        accepted = [mode for mode in MODES if node_id in find_accepted(extensions, mode)]
    except TooMuchWork as trouble:
        return f"Whether some coherent position holds it was not worked out: {trouble}"
    if "sceptical" in accepted:
        return "Other readings differ: every preferred position holds it, whichever way the conflict is settled."
    if accepted:
        return "Other readings differ: some preferred positions hold it and some do not."
    return "Other readings lean against it: no preferred position holds it."


def _tell(move: Move, indent: str = "  ") -> Iterator[str]:
    for reply in move.moves:
        yield f"{indent}{_line(reply)}"
        yield from _tell(reply, indent + "  ")
    if move.more:
        yield f"{indent}… and {counted(move.more, 'more move')} not shown"


def _line(move: Move) -> str:
    source = "; ".join(part for part in (move.who, move.where) if part)
    words = f"{move.words} ({source})" if source else move.words
    if move.circular:
        ending = ", and so round in a circle."
    elif move.bare:
        ending = ", which lacks the support it needs."
    else:
        ending = f"{_ending(move)}{', as told above' if move.told else ''}."
    return f"{_lead(move)} {words}{ending}"


def _lead(move: Move) -> str:
    match move.kind, move.manner:
        case "objection", "undercuts":
            return "Objection to the step:"
        case "objection", "contradicts":
            return "Contradicted by:"
        case "objection", _:
            return "Objection:"
        case "answer", "premise":
            return "Answered, since it rests on"
        case "answer", _:
            return "Answered by"
        case "support", "required":
            return "The support it requires:"
        case "support", "weighed":
            return "Counts for it:"
        case "support", _:
            return "Offered for it:"
        case _:
            return "It rests on"


def _ending(move: Move) -> str:
    match move.kind, move.manner, move.status:
        case _, _, "undecided":
            return ": unresolved"
        case "objection", _, "applies" | "stands":
            return ": unanswered"
        case "answer", "undercuts", _:
            return ", against that step"
        case "answer", "premise", _:
            return ", which falls"
        case "answer", "contradicts", _:
            return ", which contradicts it"
        case "answer", _, _:
            return ", against that claim"
        case "support", _, "blocked":
            return ": blocked"
        case "premise", _, "stands":
            return ", which stands"
        case _:
            return ""
