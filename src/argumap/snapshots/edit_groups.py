"""What somebody did: the changes gathered around the one that brought the others about.

A claim that is added comes with its arguments and its speakers; what names a claim follows its renaming.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeGuard

from argumap.model import Act, Argument, Claim, Issue
from argumap.snapshots.change_records import (
    Added,
    Attributed,
    FieldChanged,
    Flipped,
    Followed,
    HeadChanged,
    Moved,
    PremisesChanged,
    Reanchored,
    Reattributed,
    Removed,
    Renamed,
    Unattributed,
    Weight,
    touched_by,
    weigh,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.snapshots.change_records import Change

_WEIGHTS = list(Weight)


@dataclass(frozen=True, slots=True)
class Edit:
    """``change`` and what came with it."""

    change: Change
    companions: tuple[Change, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        return (self.change, *self.companions)

    @property
    def weight(self) -> Weight:
        return weigh(self.change)


def build_edits(changes: Sequence[Change]) -> tuple[Edit, ...]:
    """Every change in exactly one edit; edits of one weight stay in the order of ``changes``, heavy ones first."""
    heads: dict[int, list[Change]] = {n: [] for n in range(len(changes))}
    leaders = _find_leaders(changes)
    for n, leader in _leads(changes, leaders):
        while leader in leaders.followers:
            leader = leaders.followers[leader]
        if leader != n:
            leaders.followers[n] = leader
            heads[leader] += [changes[n], *heads.pop(n)]
    edits = [Edit(changes[n], tuple(companions)) for n, companions in heads.items()]
    return tuple(sorted(edits, key=lambda edit: _WEIGHTS.index(edit.weight)))


@dataclass(slots=True)
class _Leaders:
    """By id, the place of the change that brings others about."""

    renamed: Mapping[str, int]
    moved: Mapping[str, int]
    added: Mapping[str, int]
    removed: Mapping[str, int]
    voices: Mapping[tuple[Act, Act], int]
    resourced: Mapping[str, int]
    followers: dict[int, int]


def _find_leaders(changes: Sequence[Change]) -> _Leaders:
    placed = list(enumerate(changes))
    return _Leaders(
        renamed={c.new: n for n, c in placed if isinstance(c, Renamed)},
        moved={c.id: n for n, c in placed if isinstance(c, Moved)},
        added={touched_by(c): n for n, c in placed if isinstance(c, Added)},
        removed={touched_by(c): n for n, c in placed if isinstance(c, Removed)},
        voices={
            (c.old or Act.ASSERTS, c.new or Act.ASSERTS): n
            for n, c in placed
            if isinstance(c, FieldChanged) and c.field == "voice"
        },
        resourced=_find_resourced(placed),
        followers={},
    )


def _find_resourced(placed: Sequence[tuple[int, Change]]) -> dict[str, int]:
    """What now stands in another source, and so has another author where nobody else is said to speak."""
    plain = [c for _, c in placed if isinstance(c, Attributed | Unattributed) and _by_default(c)]
    came, went = (
        {(c.attribution.of, c.attribution.act) for c in plain if isinstance(c, kind)}
        for kind in (Attributed, Unattributed)
    )
    changed = {of for of, _ in came & went} | {c.new.of for _, c in placed if _only_by_way_of(c)}
    return {c.id: n for n, c in placed if _goes_elsewhere(c) and c.id in changed}


def _goes_elsewhere(change: Change) -> TypeGuard[Reanchored]:
    return isinstance(change, Reanchored) and {p.source for p in change.old} != {p.source for p in change.new}


def _by_default(change: Attributed | Unattributed) -> bool:
    given = change.attribution
    return not (given.at or given.via or given.cue or given.loosely or given.date)


def _only_by_way_of(change: Change) -> TypeGuard[Reattributed]:
    return isinstance(change, Reattributed) and replace(change.old, via=change.new.via) == change.new


def _leads(changes: Sequence[Change], leaders: _Leaders) -> Iterator[tuple[int, int]]:
    for n, change in enumerate(changes):
        leader = _leader_of(change, leaders)
        if leader is not None:
            yield n, leader


def _leader_of(change: Change, leaders: _Leaders) -> int | None:
    match change:
        case Followed():
            new = [record_id for _, record_id in (*change.ids, *change.sources)]
            return _first([leaders.renamed, leaders.moved], new)
        case Added(Argument() as argument):
            return _first([leaders.added], [*argument.premises, argument.target])
        case Removed(Argument() as argument):
            return _first([leaders.removed], [*argument.premises, argument.target])
        case Attributed(attribution):
            return _first([leaders.added, leaders.resourced if _by_default(change) else {}], [attribution.of])
        case Unattributed(attribution):
            return _first([leaders.removed, leaders.resourced if _by_default(change) else {}], [attribution.of])
        case Reattributed() if _only_by_way_of(change) and change.new.of in leaders.resourced:
            return leaders.resourced[change.new.of]
        case Reattributed():
            return leaders.voices.get((change.old.act, change.new.act)) if _only_the_act(change) else None
        case PremisesChanged() | FieldChanged() if _only_names(change, leaders):
            return _first([leaders.removed, leaders.added], sorted({*change.old} ^ {*change.new}))
        case _:
            return None


def _first(leaders: Sequence[Mapping[str, int]], ids: Sequence[str]) -> int | None:
    return next((by_id[record_id] for by_id in leaders for record_id in ids if record_id in by_id), None)


def _only_the_act(change: Reattributed) -> bool:
    old, new = change.old, change.new
    return not new.at and (old.by, old.of, old.via, old.cue) == (new.by, new.of, new.via, new.cue)


def _only_names(change: PremisesChanged | FieldChanged, leaders: _Leaders) -> bool:
    """Whether the change names no more, and no less, than what was removed and added."""
    if not isinstance(change.old, tuple) or not isinstance(change.new, tuple):
        return False
    went, came = {*change.old} - {*change.new}, {*change.new} - {*change.old}
    return all(name in leaders.removed for name in went) and all(name in leaders.added for name in came)


_FIGURING: Final = frozenset({"base", "weight", "requires_support", "contradicts", "exclusive", "standard"})
# Which answers exclude each other, and which standard they have to meet.
_EXCLUDING: Final = frozenset({"answers", "rephrases"})


def affects_figures(change: Change, *, exclusive: bool = True) -> bool:
    """Whether ``change`` can move a status or a strength.

    ``exclusive`` tells whether answers to any issue exclude each other or have a standard to meet.
    """
    match change:
        case Added(Issue() as issue) | Removed(Issue() as issue):
            return issue.exclusive or issue.standard is not None
        case Added(record) | Removed(record):
            return isinstance(record, Claim | Argument)
        case HeadChanged():
            return change.field == "standard"
        case FieldChanged():
            return change.field in _FIGURING or (exclusive and change.field in _EXCLUDING)
        case _:
            return isinstance(change, Moved | Flipped | PremisesChanged)


def affects_leaders(change: Change) -> bool:
    """Whether ``change`` can move which answers to an issue lead: also by which answers and issues there are."""
    match change:
        case Added(record) | Removed(record):
            return isinstance(record, Claim | Argument | Issue)
        case FieldChanged("issue", _, "compares"):
            return True
        case _:
            return affects_figures(change)
