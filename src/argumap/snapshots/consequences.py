"""What follows from the edits: claims whose word, status or strength moved though nobody touched them, the
issues on which another answer leads, and why.

The cause of a move is found by taking edits back one at a time, out of the new map: an edit without which the
claim would be where it was is its cause. Where no single edit is (two objections, each of which would do), and
where a map is too large for it, the nearest edits along the arrows are named, as what they are: the nearest.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from argumap.model import Argument, ArgumentMap, Issue
from argumap.semantics import evaluate, find_words
from argumap.snapshots.canonical_form import kind_of
from argumap.snapshots.change_records import (
    Added,
    FieldChanged,
    Flipped,
    Followed,
    HeadChanged,
    Moved,
    PremisesChanged,
    Removed,
    Renamed,
    touched_by,
)
from argumap.snapshots.edit_groups import affects_figures, affects_leaders, build_edits
from argumap.snapshots.renames import Renames, follow
from argumap.verdicts import find_leader_changes, rank_all

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from argumap.model import Index
    from argumap.semantics import Evaluation
    from argumap.snapshots.change_records import Change
    from argumap.snapshots.edit_groups import Edit
    from argumap.verdicts import LeaderChange, Ranking


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a map says of a claim. ``outcome`` is its word and its status, which a standard may hold apart."""

    outcome: tuple[str, str]
    strength: float


# Taking back costs an evaluation for each edit; beyond this many claims and arguments in all, nearness must do.
WORK: Final = 400_000
_OWN: Final = frozenset({"base", "requires_support"})


@dataclass(frozen=True, slots=True)
class Consequence:
    """A claim that nobody touched went from ``old`` to ``new``; each is (status, strength to three places).

    ``words`` are its words before and after, which move with the status and sometimes without it.
    ``causes`` are the edits that moved it. ``proven`` tells that without any of them the claim would be where
    it was; otherwise they are the nearest edits that bear on it. Where word or status moved they are its causes,
    and ``strength_follows`` tells whether they moved the strength as well.
    """

    id: str
    old: tuple[str, str]
    new: tuple[str, str]
    words: tuple[str, str]
    causes: tuple[Edit, ...]
    proven: bool
    strength_follows: bool = True

    @property
    def outcome_moved(self) -> bool:
        """Whether it has another word or another status."""
        return self.old[0] != self.new[0] or self.words[0] != self.words[1]


@dataclass(frozen=True, slots=True)
class LeaderMove:
    """An issue on which another answer leads than before, with the causes as in `Consequence`.

    They are ``proven`` unless no single edit did it, or the map is too large to find out.
    """

    change: LeaderChange
    causes: tuple[Edit, ...]
    proven: bool


@dataclass(frozen=True, slots=True)
class Aftermath:
    """All that follows from the edits."""

    claims: tuple[Consequence, ...] = ()
    leaders: tuple[LeaderMove, ...] = ()


def find_aftermath(
    old: ArgumentMap, new: ArgumentMap, changes: Sequence[Change], *, work: int = WORK
) -> Aftermath:
    """The issues that have another leader, and the claims that moved: first those with another word or status,
    then the farthest moved.

    ``changes`` is what `compare` found; ``work`` bounds the claims and arguments that are evaluated again.
    """
    exclusive = any(issue.exclusive or issue.standard for issue in (*old.issues, *new.issues))
    edits = build_edits(changes)
    moving = _find_telling(edits, lambda change: affects_figures(change, exclusive=exclusive))
    leading = _find_telling(edits, affects_leaders)
    if not leading:
        return Aftermath()
    renames = renames_in(changes)
    before, after = evaluate(old), evaluate(new)
    contest = _Trial(new, leading, renames, work)
    trial = contest if moving == leading else _Trial(new, moving, renames, work)
    leaders = find_leader_changes(rank_all(before), rank_all(after), renames.of)
    return Aftermath(
        _find_moved(before, after, trial, _find_touched(changes)) if moving else (),
        tuple(_find_leader_moves(after, contest, leaders)),
    )


def _find_leader_moves(after: Evaluation, trial: _Trial, changes: Sequence[LeaderChange]) -> Iterable[LeaderMove]:
    """Each change of leaders with the edits that made it, or else those nearest to who leads and who led."""
    near: Mapping[str, tuple[int, ...]] | None = None
    for change in changes:
        causes = trial.find_leading(change)
        if not causes:
            near = _find_nearest(after, trial.edits) if near is None else near
            answers = {trial.renames.of(answer) for answer in (*change.before, *change.after)}
            nearest = sorted({n for answer in answers for n in near.get(answer, ())})
            yield LeaderMove(change, tuple(trial.edits[n] for n in nearest), proven=False)
        else:
            yield LeaderMove(change, causes, proven=True)


def _find_moved(
    before: Evaluation, after: Evaluation, trial: _Trial, touched: Collection[str]
) -> tuple[Consequence, ...]:
    was = {trial.renames.of(record_id): figures for record_id, figures in _figures(before).items()}
    now = _figures(after)
    moved = [
        record_id
        for record_id, figures in now.items()
        if record_id not in touched and _moved(was.get(record_id, figures), figures)
    ]
    causes, apart = _find_causes(trial, moved=moved, was=was, now=now)
    near = _find_nearest(after, trial.edits) if any(record_id not in causes for record_id in moved) else {}
    found = []
    for record_id in moved:
        old, new = was[record_id], now[record_id]
        found.append(
            Consequence(
                record_id,
                old=_told(old),
                new=_told(new),
                words=(old.outcome[0], new.outcome[0]),
                causes=causes.get(record_id) or tuple(trial.edits[n] for n in near.get(record_id, ())),
                proven=record_id in causes,
                strength_follows=record_id not in apart,
            )
        )
    return tuple(sorted(found, key=lambda c: (not c.outcome_moved, -abs(float(c.new[1]) - float(c.old[1])))))


class _Trial:
    """The new map without each of its edits in turn, evaluated once where that is within ``work``."""

    def __init__(self, new: ArgumentMap, edits: Sequence[Edit], renames: Renames, work: int) -> None:
        self.new, self.edits, self.renames = new, edits, renames
        self.within = len(edits) * (len(new.claims) + len(new.arguments)) <= work

    @cached_property
    def without(self) -> Sequence[Evaluation]:
        return [evaluate(_taken_back(self.new, edit, self.renames)) for edit in self.edits]

    @cached_property
    def rankings(self) -> Sequence[Mapping[str, Ranking]]:
        return [rank_all(evaluation) for evaluation in self.without]

    def find_leading(self, change: LeaderChange) -> tuple[Edit, ...]:
        """The edits without which those would lead that did, or at least others than do."""
        if not self.within:
            return tuple(self.edits) if len(self.edits) == 1 else ()
        led = [
            set(rankings[change.issue].leaders) if change.issue in rankings else set()
            for rankings in self.rankings
        ]
        restoring = [n for n, leaders in enumerate(led) if leaders == set(change.before)]
        deeds = restoring or [n for n, leaders in enumerate(led) if leaders != set(change.after)]
        return tuple(self.edits[n] for n in deeds)


def _find_telling(edits: Iterable[Edit], affects: Callable[[Change], bool]) -> tuple[Edit, ...]:
    """The edits with a change that ``affects`` what is asked about."""
    return tuple(edit for edit in edits if any(map(affects, edit.changes)))


def _find_touched(changes: Iterable[Change]) -> set[str]:
    """The claims whose own figures were edited: that these move is no consequence."""
    return {change.id for change in changes if isinstance(change, FieldChanged) and change.field in _OWN}


def figure(strength: float) -> str:
    """A strength to three places, as derived files and changes state it."""
    return f"{strength:.3f}"


def _figures(evaluation: Evaluation) -> dict[str, _Judged]:
    status, strength = evaluation.status, evaluation.strength
    return {
        claim: _Judged((word.value, status[claim]), strength[claim])
        for claim, word in zip(evaluation.compiled.ids, find_words(evaluation), strict=False)
    }


def _moved(was: _Judged, now: _Judged) -> bool:
    return was != now and (was.outcome, figure(was.strength)) != (now.outcome, figure(now.strength))


def _told(figures: _Judged) -> tuple[str, str]:
    return figures.outcome[1], figure(figures.strength)


def _find_causes(
    trial: _Trial, moved: Sequence[str], was: Mapping[str, _Judged], now: Mapping[str, _Judged]
) -> tuple[dict[str, tuple[Edit, ...]], set[str]]:
    """The edits that moved each claim, and the claims whose strength others than these moved."""
    edits = trial.edits
    if len(edits) == 1:
        return dict.fromkeys(moved, tuple(edits)), set()
    if not moved or not trial.within:
        return {}, set()
    without = [_figures(evaluation) for evaluation in trial.without]
    found: dict[str, tuple[Edit, ...]] = {}
    apart: set[str] = set()
    for record_id in moved:
        other = [(n, figures[record_id]) for n, figures in enumerate(without) if record_id in figures]
        strengthening = _deciding_strength(was[record_id], now[record_id], other)
        deeds = strengthening
        if was[record_id].outcome != now[record_id].outcome:
            deeds = _deciding_outcome(was[record_id], now[record_id], other)
            if strengthening != deeds:
                apart.add(record_id)
        if deeds:
            found[record_id] = tuple(edits[n] for n in deeds)
    return found, apart


def _deciding_outcome(was: _Judged, now: _Judged, without: Sequence[tuple[int, _Judged]]) -> tuple[int, ...]:
    """The edits without which the outcome would be the old one, or at least not the new one."""
    restoring = tuple(n for n, figures in without if figures.outcome == was.outcome)
    return restoring or tuple(n for n, figures in without if figures.outcome != now.outcome)


def _deciding_strength(was: _Judged, now: _Judged, without: Sequence[tuple[int, _Judged]]) -> tuple[int, ...]:
    """The edits that made most of a move in strength; none where it did not move."""
    step = was.strength - now.strength
    shares = [(n, (figures.strength - now.strength) / step) for n, figures in without] if step else []
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

    standard = new.standard
    for change in edit.changes:
        match change:
            case HeadChanged("standard"):
                standard = change.old
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
    return ArgumentMap(issues=issues, claims=claims, arguments=arguments, standard=standard)


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
            case HeadChanged():
                yield from index.claims
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
