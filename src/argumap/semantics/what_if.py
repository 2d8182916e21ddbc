"""What would change if claims were set aside, doubted or added; the map itself is left alone.

Setting a claim aside removes it with every argument that needs it, so status and strength move. Doubting a
claim changes its base score, so strength alone moves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from argumap.errors import CallError
from argumap.model import Argument, Bearing, Claim, Index
from argumap.semantics.balance import find_words, weigh
from argumap.semantics.compiled_map import compile_map
from argumap.semantics.evaluation import Evaluation
from argumap.semantics.gradual_semantics import get_gradual
from argumap.semantics.node_wording import called, is_added
from argumap.semantics.standards import label_grounded
from argumap.semantics.strength import TOLERANCE, solve
from argumap.told_lines import ShownInWords
from argumap.wording import counted, joined, listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from argumap.semantics.balance import ClaimWord

# Half of the second digit that strengths are shown with.
VISIBLE = 0.005
SHOWN = 12
Addition: TypeAlias = "Claim | Argument | str"
AnyEvaluation = TypeVar("AnyEvaluation", bound=Evaluation)
_ADDITION = re.compile(r"(supports|attacks|undercuts)\s+(\S+?)\s*:\s*(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class StatusChange:
    """The status of a claim or argument, before and after."""

    id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ClaimWordChange:
    """The word of a claim, before and after."""

    id: str
    before: ClaimWord
    after: ClaimWord


@dataclass(frozen=True, slots=True)
class LiveChange:
    """How many reasons for an answer stand and how many objections to it are unanswered, before and after."""

    id: str
    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True, slots=True)
class StrengthChange:
    """The strength of a claim or argument, before and after."""

    id: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class OrderChange:
    """Two positions on one issue whose order by strength is not what it was; each side names the stronger."""

    issue: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Delta(ShownInWords, Generic[AnyEvaluation]):
    """What would change. ``removed`` are the claims and arguments that go when others are set aside.

    Strengths come in the order of how much they change; ``order`` has the pairs of positions that change
    places (an empty side is a tie); ``live`` has the answers to issues for or against which more or less counts.
    ``converged`` is false where strengths of the changed map do not settle.
    """

    set_aside: tuple[str, ...]
    doubted: Mapping[str, float]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    status: tuple[StatusChange, ...]
    words: tuple[ClaimWordChange, ...]
    live: tuple[LiveChange, ...]
    strength: tuple[StrengthChange, ...]
    order: tuple[OrderChange, ...]
    converged: bool
    evaluation: AnyEvaluation
    names: Mapping[str, str]

    def text(self, first: Sequence[str] = ()) -> str:
        """The changes in words, ``first`` before them; the map is not touched."""
        told = [*(f"  {line}" for line in first), *self._changes(silent=bool(first))]
        return "\n".join([f"{self._supposed()}:", *told, "The map itself is unchanged."])

    def to_dict(self) -> dict[str, object]:
        return {
            "set_aside": list(self.set_aside),
            "doubted": dict(self.doubted),
            "added": list(self.added),
            "removed": list(self.removed),
            "status": [{"id": c.id, "before": c.before, "after": c.after} for c in self.status],
            "words": [{"id": c.id, "before": c.before.value, "after": c.after.value} for c in self.words],
            "live": [{"id": c.id, "before": _sides(c.before), "after": _sides(c.after)} for c in self.live],
            "strength": [
                {"id": c.id, "before": round(c.before, 6), "after": round(c.after, 6)} for c in self.strength
            ],
            "order": [{"issue": c.issue, "before": c.before, "after": c.after} for c in self.order],
            "converged": self.converged,
            "inferred": self._added_steps(),
        }

    def _added_steps(self) -> list[str]:
        """The steps told of that the map added and the source does not take."""
        changed = (*(c.id for c in self.status), *(c.id for c in self.words), *(c.id for c in self.strength))
        told = dict.fromkeys((*self.set_aside, *self.doubted, *self.added, *self.removed, *changed))
        return [node_id for node_id in told if is_added(self.evaluation.index, node_id)]

    def _turns(self) -> Iterator[str]:
        """What would have another word; under the same word, which answers other counts, what another status."""
        told = {c.id for c in self.words}
        for word in self.words:
            yield f"  {self.names[word.id]} would be {word.after}{self._score(word.id)}, no longer {word.before}"
        for change in self.live:
            if change.id not in told:
                yield f"  {self.names[change.id]} would have {_tell_live(change)}"
        for flip in self.status:
            if flip.id not in told and flip.id in self.evaluation.index.claims:
                yield f"  {self.names[flip.id]} would go from {flip.before} to {flip.after}"

    def _score(self, claim: str) -> str:
        pros, cons = _count_live(self.evaluation, claim)
        return f" ({pros:,} for, {cons:,} against)" if pros or cons else ""

    def _supposed(self) -> str:
        parts = [f"{self.names[node_id]} were set aside" for node_id in self.set_aside]
        parts += [f"{self.names[node_id]} had a base of {score:.2f}" for node_id, score in self.doubted.items()]
        claims = [node_id for node_id in self.added if node_id in self.evaluation.index.claims]
        parts += [f"{self.names[node_id]} were added" for node_id in claims or self.added]
        return f"If {joined(parts)}" if parts else "If nothing were changed"

    def _changes(self, *, silent: bool) -> Iterator[str]:
        claims = self.evaluation.index.claims
        moved = [c for c in self.strength if c.id in claims]
        moves = [c for c in moved if abs(c.after - c.before) >= VISIBLE]
        turns = list(self._turns())
        if not turns and not self.strength and not silent:
            yield "  nothing else would change."
        yield from turns[:SHOWN]
        yield from _rest(len(turns))
        # A doubt moves nothing but strength; who leads is counted, so elsewhere this order would contradict it.
        for order in self.order if self.doubted else ():
            before, after = (self.names[x] if x else "neither" for x in (order.before, order.after))
            yield f"  by strength {after} would come first, no longer {before}"
        for move in moves[:SHOWN]:
            yield f"  {self.names[move.id]} would have strength {move.after:.3f} instead of {move.before:.3f}"
        yield from _rest(len(moves))
        yield from _smaller(len(moved) - len(moves))
        if not self.converged:
            yield "  some strengths would not come to rest; take those figures for no more than a sign of a circle"


def _sides(live: tuple[int, int]) -> dict[str, int]:
    return {"for": live[0], "against": live[1]}


def _tell_live(change: LiveChange) -> str:
    """``3 reasons that stand, now 4, and 1 unanswered objection, now none``: the sides that change."""
    nouns = ("reason that stands", "reasons that stand"), ("unanswered objection", "unanswered objections")
    sides = zip(change.before, change.after, nouns, strict=True)
    return ", and ".join(
        [
            f"{counted(now, *noun) if now else f'no {noun[0]}'}, now {f'{was:,}' if was else 'none'}"
            for was, now, noun in sides
            if was != now
        ]
    )


def _rest(found: int) -> Iterator[str]:
    if found > SHOWN:
        yield f"  … and {found - SHOWN:,} more"


def _smaller(found: int) -> Iterator[str]:
    if found:
        yield f"  and {counted(found, 'smaller change')} of strength, each under {VISIBLE}"


def suppose(
    evaluation: AnyEvaluation,
    set_aside: Sequence[str] = (),
    doubt: Mapping[str, float] | None = None,
    add: Addition | Sequence[Addition] = (),
) -> Delta[AnyEvaluation]:
    """Evaluate the map with the changes and compare. See `EvaluatedMap.what_if`."""
    set_aside, doubted = listed(set_aside), dict(doubt or {})
    for node_id in (*set_aside, *doubted):
        evaluation.node(node_id)
    for node_id, score in doubted.items():
        if not 0 <= score <= 1:
            raise CallError(f"{node_id} cannot have the base score {score}; give one between 0 and 1")
    changed = _changed(evaluation, set_aside, doubted, _parse_additions(evaluation.index, add))
    return _compare(evaluation, changed, tuple(set_aside), doubted)


def _changed(
    evaluation: AnyEvaluation,
    set_aside: Sequence[str],
    doubt: Mapping[str, float],
    add: Sequence[Claim | Argument],
) -> AnyEvaluation:
    index, compiled = evaluation.index, evaluation.compiled
    if add:
        index = _extended(index, add)
        compiled = compile_map(index.map)
    index_of = compiled.index_of
    base = list(compiled.base)
    for node_id, score in zip(evaluation.compiled.ids, evaluation.scores, strict=True):
        base[index_of[node_id]] = score
    for node_id, score in doubt.items():
        base[index_of[node_id]] = float(score)
    if compiled.standards and list(compiled.base[compiled.claims :]) != base[compiled.claims :]:
        # Other weights can turn what is weighed; the order of dependence is worked out again for them.
        compiled = replace(compiled, base=base)
    weightless = evaluation.compiled.muted(evaluation.scores)
    before = (evaluation.compiled.ids[n] for n in evaluation.aside - weightless)
    aside = compiled.muted(base).union(index_of[node_id] for node_id in (*before, *set_aside))
    labelling = label_grounded(compiled, aside)
    return replace(
        evaluation,
        index=index,
        compiled=compiled,
        labelling=labelling,
        scores=base,
        solution=solve(compiled, get_gradual(evaluation.semantics), base, labelling.label, aside),
        aside=aside,
    )


def _extended(index: Index, add: Sequence[Claim | Argument]) -> Index:
    taken = {*index.claims, *index.arguments, *index.issues, *index.stakeholders, *index.concepts}
    for record in add:
        if record.id in taken:
            raise CallError(f"the id {record.id!r} is taken; give what you add another one")
        taken.add(record.id)
    known = index.map
    extended = replace(
        known,
        claims=(*known.claims, *(r for r in add if isinstance(r, Claim))),
        arguments=(*known.arguments, *(r for r in add if isinstance(r, Argument))),
    )
    for record in add:
        if isinstance(record, Argument):
            for node_id in (*record.premises, record.target):
                if node_id not in taken:
                    raise CallError(f"{record.id!r} names {node_id!r}, which the map does not have")
    return Index(extended)


def _parse_additions(index: Index, add: Addition | Sequence[Addition]) -> list[Claim | Argument]:
    """Records as they are; ``attacks TARGET: text`` becomes a claim ``added-1`` and its argument."""
    records: list[Claim | Argument] = []
    for given in (add,) if isinstance(add, str | Claim | Argument) else add:
        if not isinstance(given, str):
            records.append(given)
            continue
        shape = _ADDITION.fullmatch(given.strip())
        if shape is None:
            raise CallError(
                f"cannot add {given!r}; write 'attacks TARGET: what is claimed' (or supports, undercuts)"
            )
        bearing, target, text = Bearing(shape[1]), shape[2], shape[3].strip()
        if index.kind(target) != bearing.target_kind:
            kind = bearing.target_kind
            raise CallError(f"cannot add {given!r}; the map has no {kind} {target!r} that it could bear on")
        node_id = _free(index, records)
        records += [Claim(node_id, text), Argument(f"{node_id}/{target}", (node_id,), bearing, target)]
    return records


def _free(index: Index, records: Sequence[Claim | Argument]) -> str:
    taken = {r.id for r in records}
    number = 1
    while f"added-{number}" in taken or index.kind(f"added-{number}"):
        number += 1
    return f"added-{number}"


def _compare(
    before: Evaluation, after: AnyEvaluation, set_aside: tuple[str, ...], doubted: Mapping[str, float]
) -> Delta[AnyEvaluation]:
    gone = _gone(before, set_aside)
    kept = [node_id for node_id in before.compiled.ids if node_id not in gone]
    status, strength = _flipped(before, after, kept), _moved(before, after, kept)
    words, live = _reworded(before, after, gone), tuple(_recounted(before, after, gone))
    added = tuple(node_id for node_id in after.compiled.ids if node_id not in before.compiled.index_of)
    order = tuple(_reordered(before, after, gone))
    changed = (change.id for changes in (status, strength, words, live) for change in changes)
    ranked = (answer for pair in order for answer in (pair.before, pair.after) if answer)
    told = {*set_aside, *doubted, *added, *changed, *ranked}
    return Delta(
        set_aside=set_aside,
        doubted=doubted,
        added=added,
        removed=tuple(node_id for node_id in before.compiled.ids if node_id in gone and node_id not in set_aside),
        status=status,
        words=words,
        live=live,
        strength=strength,
        order=order,
        converged=after.converged,
        evaluation=after,
        names={node_id: called(after.index, node_id) for node_id in told},
    )


def _flipped(before: Evaluation, after: Evaluation, ids: Iterable[str]) -> tuple[StatusChange, ...]:
    changes = (StatusChange(node_id, before.status[node_id], after.status[node_id]) for node_id in ids)
    return tuple(c for c in changes if c.before != c.after)


def _reworded(before: Evaluation, after: Evaluation, gone: Collection[str]) -> tuple[ClaimWordChange, ...]:
    was = dict(zip(before.compiled.ids, find_words(before), strict=False))
    now = zip(after.compiled.ids, find_words(after), strict=False)
    return tuple(
        ClaimWordChange(claim, was[claim], word)
        for claim, word in now
        if claim in was and claim not in gone and was[claim] is not word
    )


def _recounted(before: Evaluation, after: Evaluation, gone: Collection[str]) -> Iterator[LiveChange]:
    for claim in before.index.positions:
        if claim.id not in gone:
            was, now = _count_live(before, claim.id), _count_live(after, claim.id)
            if was != now:
                yield LiveChange(claim.id, was, now)


def _count_live(evaluation: Evaluation, claim: str) -> tuple[int, int]:
    balance = weigh(evaluation, claim)
    return len(balance.pros), len(balance.cons)


def _moved(before: Evaluation, after: Evaluation, ids: Iterable[str]) -> tuple[StrengthChange, ...]:
    """Those that move most first."""
    changes = (StrengthChange(node_id, before.strength[node_id], after.strength[node_id]) for node_id in ids)
    moved = (c for c in changes if abs(c.after - c.before) > TOLERANCE)
    return tuple(sorted(moved, key=lambda c: -abs(c.after - c.before)))


def _gone(evaluation: Evaluation, set_aside: Sequence[str]) -> set[str]:
    """What is removed: what is set aside and the arguments that need it or bear on it."""
    e = evaluation.compiled
    gone = {e.index_of[node_id] for node_id in set_aside}
    walk = list(gone)
    for node in walk:
        lost = (*e.uses[node], *e.supporters[node]) if node < e.claims else ()
        for argument in (*lost, *(a for a in e.attackers[node] if a >= e.claims)):
            if argument not in gone:
                gone.add(argument)
                walk.append(argument)
    return {e.ids[n] for n in gone}


def _reordered(before: Evaluation, after: Evaluation, gone: set[str]) -> Iterator[OrderChange]:
    index = before.index
    for issue in index.debates:
        positions = [c.id for c in index.answering[issue.id] if c.id not in gone]
        for n, one in enumerate(positions):
            for other in positions[n + 1 :]:
                was, now = _stronger(before, one, other), _stronger(after, one, other)
                if was != now:
                    yield OrderChange(issue.id, was, now)


def _stronger(evaluation: Evaluation, one: str, other: str) -> str:
    difference = evaluation.strength[one] - evaluation.strength[other]
    if abs(difference) <= TOLERANCE:
        return ""
    return one if difference > 0 else other
