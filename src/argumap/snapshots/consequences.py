"""What follows from the edits: claims whose status or strength moved though nobody touched them, and why.

The cause of a move is found by taking edits back one at a time, out of the new map: an edit without which the
claim would be where it was is its cause. Where no single edit is (two objections, each of which would do), and
where a map is too large for it, the nearest edits along the arrows are named, as what they are: the nearest.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from argumap.model import Argument, ArgumentMap, Issue
from argumap.semantics import evaluate
from argumap.snapshots.canonical_form import kind_of
from argumap.snapshots.change_records import (
    Added,
    FieldChanged,
    Flipped,
    Followed,
    Moved,
    PremisesChanged,
    Removed,
    Renamed,
    touched_by,
)
from argumap.snapshots.edit_groups import affects_figures, build_edits
from argumap.snapshots.renames import Renames, follow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.model import Index
    from argumap.semantics import Evaluation
    from argumap.snapshots.change_records import Change
    from argumap.snapshots.edit_groups import Edit

_Judged: TypeAlias = tuple[str, float]

# Taking back costs an evaluation for each edit; beyond this many claims and arguments in all, nearness must do.
WORK: Final = 400_000
_OWN: Final = frozenset({"base", "requires_support"})


@dataclass(frozen=True, slots=True)
class Consequence:
    """A claim that nobody touched went from ``old`` to ``new``; each is (status, strength to three places).

    ``causes`` are the edits that moved it. ``proven`` tells that without any of them the claim would be where
    it was; otherwise they are the nearest edits that bear on it. Where the status moved they are its causes, and
    ``strength_follows`` tells whether they moved the strength as well.
    """

    id: str
    old: tuple[str, str]
    new: tuple[str, str]
    causes: tuple[Edit, ...]
    proven: bool
    strength_follows: bool = True

    @property
    def status_moved(self) -> bool:
        return self.old[0] != self.new[0]


def find_consequences(
    old: ArgumentMap, new: ArgumentMap, changes: Sequence[Change], *, work: int = WORK
) -> tuple[Consequence, ...]:
    """The claims that moved, those with another status first, then the farthest moved.

    ``changes`` is what `compare` found; ``work`` bounds the claims and arguments that are evaluated again.
    """
    exclusive = any(issue.exclusive for issue in (*old.issues, *new.issues))
    edits = _find_telling(changes, exclusive=exclusive)
    if not edits:
        return ()
    renames = renames_in(changes)
    before, after = evaluate(old), evaluate(new)
    was = {renames.of(record_id): figures for record_id, figures in _figures(before, old).items()}
    now = _figures(after, new)
    touched = _find_touched(changes)
    moved = [
        record_id
        for record_id, figures in now.items()
        if record_id not in touched and _moved(was.get(record_id, figures), figures)
    ]
    causes, apart = _find_causes(new, edits=edits, renames=renames, moved=moved, was=was, now=now, work=work)
    near = _find_nearest(after, edits) if any(record_id not in causes for record_id in moved) else {}
    found = []
    for record_id in moved:
        blamed = causes.get(record_id) or tuple(edits[n] for n in near.get(record_id, ()))
        told_was, told_now = _told(was[record_id]), _told(now[record_id])
        follows = record_id not in apart
        found.append(Consequence(record_id, told_was, told_now, blamed, record_id in causes, follows))
    return tuple(sorted(found, key=lambda c: (not c.status_moved, -abs(float(c.new[1]) - float(c.old[1])))))


def _find_telling(changes: Sequence[Change], *, exclusive: bool) -> tuple[Edit, ...]:
    """The edits that could move any figure."""
    return tuple(
        edit
        for edit in build_edits(changes)
        if any(affects_figures(change, exclusive=exclusive) for change in edit.changes)
    )


def _find_touched(changes: Iterable[Change]) -> set[str]:
    """The claims whose own figures were edited: that these move is no consequence."""
    return {change.id for change in changes if isinstance(change, FieldChanged) and change.field in _OWN}


def figure(strength: float) -> str:
    """A strength to three places, as derived files and changes state it."""
    return f"{strength:.3f}"


def _figures(evaluation: Evaluation, argument_map: ArgumentMap) -> dict[str, _Judged]:
    status, strength = evaluation.status, evaluation.strength
    return {claim.id: (status[claim.id], strength[claim.id]) for claim in argument_map.claims}


def _moved(was: _Judged, now: _Judged) -> bool:
    return was != now and _told(was) != _told(now)


def _told(figures: _Judged) -> tuple[str, str]:
    return figures[0], figure(figures[1])


def _find_causes(
    new: ArgumentMap,
    edits: Sequence[Edit],
    renames: Renames,
    moved: Sequence[str],
    was: Mapping[str, _Judged],
    now: Mapping[str, _Judged],
    work: int,
) -> tuple[dict[str, tuple[Edit, ...]], set[str]]:
    """The edits that moved each claim, and the claims whose strength others than these moved."""
    if len(edits) == 1:
        return dict.fromkeys(moved, tuple(edits)), set()
    if not moved or len(edits) * (len(new.claims) + len(new.arguments)) > work:
        return {}, set()
    taken_back = [_taken_back(new, edit, renames) for edit in edits]
    without = [_figures(evaluate(argument_map), argument_map) for argument_map in taken_back]
    found: dict[str, tuple[Edit, ...]] = {}
    apart: set[str] = set()
    for record_id in moved:
        other = [(n, figures[record_id]) for n, figures in enumerate(without) if record_id in figures]
        strengthening = _deciding_strength(was[record_id], now[record_id], other)
        deeds = strengthening
        if was[record_id][0] != now[record_id][0]:
            deeds = _deciding_status(was[record_id], now[record_id], other)
            if strengthening != deeds:
                apart.add(record_id)
        if deeds:
            found[record_id] = tuple(edits[n] for n in deeds)
    return found, apart


def _deciding_status(was: _Judged, now: _Judged, without: Sequence[tuple[int, _Judged]]) -> tuple[int, ...]:
    """The edits without which the status would be the old one, or at least not the new one."""
    restoring = tuple(n for n, figures in without if figures[0] == was[0])
    return restoring or tuple(n for n, figures in without if figures[0] != now[0])


def _deciding_strength(was: _Judged, now: _Judged, without: Sequence[tuple[int, _Judged]]) -> tuple[int, ...]:
    """The edits that made most of a move in strength; none where it did not move."""
    step = was[1] - now[1]
    shares = [(n, (figures[1] - now[1]) / step) for n, figures in without] if step else []
    most = max((share for _, share in shares), default=0.0)
    return tuple(n for n, share in shares if share >= max(most / 2, 0.1))


def _taken_back(new: ArgumentMap, edit: Edit, renames: Renames) -> ArgumentMap:
    """What figures depend on, as it would be without ``edit``."""
    # Any: records of three kinds, and fields that are known only by their names, have no type in common.
    tables: dict[str, dict[str, Any]] = {
        kind: {record.id: record for record in getattr(new, f"{kind}s")} for kind in ("issue", "claim", "argument")
    }

    def put_back(kind: str, record_id: str, **parts: Any) -> None:
        tables[kind][record_id] = replace(tables[kind][record_id], **parts)

    for change in edit.changes:
        match change:
            case Added(record) if kind_of(record) in tables:
                tables[kind_of(record)].pop(touched_by(change), None)
            case Removed(record) if kind_of(record) in tables:
                tables[kind_of(record)][touched_by(change)] = follow(record, renames)
            case Moved():
                put_back("argument", change.id, target=change.old)
            case Flipped():
                put_back("argument", change.id, bearing=change.old)
            case PremisesChanged():
                put_back("argument", change.id, premises=change.old)
            case FieldChanged() if affects_figures(change):
                put_back(change.kind, change.id, **{change.field: change.old})
            case _:
                pass
    issues, claims, arguments = (tuple(records.values()) for records in tables.values())
    return ArgumentMap(issues=issues, claims=claims, arguments=arguments)


def _find_nearest(after: Evaluation, edits: Sequence[Edit]) -> dict[str, tuple[int, ...]]:
    """For each node that edits bear on, the edits with the shortest way to it."""
    compiled = after.compiled
    nearest: defaultdict[int, set[int]] = defaultdict(set)
    for n, edit in enumerate(edits):
        for record_id in _beginnings(edit, after.index):
            if record_id in compiled.index_of:
                nearest[compiled.index_of[record_id]].add(n)
    edge = list(nearest)
    while edge:
        reached: defaultdict[int, set[int]] = defaultdict(set)
        for node in edge:
            for target in compiled.reached(node):
                if target not in nearest:
                    reached[target] |= nearest[node]
        nearest.update(reached)
        edge = list(reached)
    return {compiled.ids[node]: tuple(sorted(found)) for node, found in nearest.items()}


def _beginnings(edit: Edit, index: Index) -> Iterable[str]:
    """Where the effect of an edit enters the new map."""
    for change in filter(affects_figures, edit.changes):
        match change:
            case Added(Argument() as argument) | Removed(Argument() as argument):
                yield argument.target
            case Moved():
                yield from (change.old, change.new)
            case FieldChanged("claim", _, "contradicts" | "rephrases", old, new):
                yield from (change.id, *old, *new)
            case FieldChanged("claim", _, "answers", old, new):
                yield change.id
                yield from (c.id for issue in {*old} ^ {*new} for c in index.answering[issue])
            case FieldChanged("issue") | Added(Issue()) | Removed(Issue()):
                yield from (claim.id for claim in index.answering[touched_by(change)])
            case _:
                yield touched_by(change)


def renames_in(changes: Iterable[Change]) -> Renames:
    """The new id of everything that ``changes`` gave another one, sources aside."""
    ids: dict[str, str] = {}
    for change in changes:
        match change:
            case Renamed() if change.kind != "source":
                ids[change.old] = change.new
            case Followed():
                ids.update(change.ids)
            case _:
                pass
    return Renames(ids)
