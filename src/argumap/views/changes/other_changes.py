"""What changed besides who leads and who speaks: what turned nothing, and words, places and details."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from argumap.model import Claim
from argumap.news import NamedClaim
from argumap.snapshots import (
    Added,
    FieldChanged,
    HeadChanged,
    Reanchored,
    Reattributed,
    Removed,
    Renamed,
    Retyped,
    Reworded,
    TitleChanged,
    Weight,
    build_word_diff,
    touched_by,
    weigh,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from argumap.model import ArgumentMap
    from argumap.news import StatePair
    from argumap.snapshots import Change, DiffPiece, Renames

ChangeGroup: TypeAlias = Literal["new", "gone", "verdicts", "steps", "reworded", "corrected", "places", "details"]
GROUPS: tuple[ChangeGroup, ...] = (
    "verdicts",
    "new",
    "gone",
    "steps",
    "reworded",
    "corrected",
    "places",
    "details",
)
"""From what a reader may want to know to what only the author of the map does."""

_Triple: TypeAlias = tuple[tuple[str, ...], str, str]


@dataclass(frozen=True, slots=True)
class StepMove:
    """A step that the newer state takes and the older one does not (``came``), or the other way round."""

    came: bool
    bearing: str
    target: NamedClaim


@dataclass(frozen=True, slots=True)
class OtherChange:
    """One change of ``what``: its words in ``pieces``, its verdict ``before`` and ``now``, a ``step`` from it, or
    the ``field`` that has another value.
    """

    what: tuple[NamedClaim, ...]
    pieces: tuple[DiffPiece, ...] = ()
    before: str = ""
    now: str = ""
    step: StepMove | None = None
    field: str = ""


def find_other_changes(
    pair: StatePair, told: Collection[str], answers: Collection[str]
) -> Mapping[ChangeGroup, tuple[OtherChange, ...]]:
    """All that the rest of the page does not tell, by group.

    ``told`` are the claims that are told as reasons and objections, ``answers`` those that are told as answers.
    """
    found: defaultdict[ChangeGroup, list[OtherChange]] = defaultdict(list)
    for group, change in _find_all(pair, {*told, *answers}):
        if change not in found[group]:
            found[group].append(change)
    found["verdicts"] += _find_verdicts(pair, answers)
    found["steps"] += _find_steps(pair, told, answers)
    return {group: tuple(found[group]) for group in GROUPS if found[group]}


def _find_all(pair: StatePair, told: Collection[str]) -> Iterator[tuple[ChangeGroup, OtherChange]]:
    for change in pair.difference.changes:
        what = (_name(pair, touched_by(change)),)
        match change:
            case Added(Claim() as claim):
                if claim.id not in told:
                    yield "new", OtherChange(what)
            case Removed(Claim() as claim):
                if claim.id not in told:
                    yield "gone", OtherChange(what)
            case Reworded(old=str(old), new=str(new)) | TitleChanged(old=old, new=new):
                yield _weigh_words(change), OtherChange(what, build_word_diff(old, new))
            case Reanchored() | Reattributed():
                if isinstance(change, Reanchored) or change.old.at != change.new.at:
                    yield "places", OtherChange(what)
            case FieldChanged() | HeadChanged() | Reworded():
                yield "details", OtherChange(what, field=change.field)
            case Renamed() | Retyped():
                yield "details", OtherChange(what, field="id" if isinstance(change, Renamed) else "type")
            case _:
                pass


def _weigh_words(change: Change) -> ChangeGroup:
    return "corrected" if weigh(change) is Weight.COSMETIC else "reworded"


def _find_verdicts(pair: StatePair, answers: Collection[str]) -> Iterator[OtherChange]:
    was = {pair.renames.of(claim): word for claim, word in pair.old.words.items()}
    for claim, word in pair.new.words.items():
        if claim not in answers and was.get(claim, word) != word:
            yield OtherChange((_name(pair, claim),), before=was[claim], now=word)


def _find_steps(pair: StatePair, told: Collection[str], answers: Collection[str]) -> Iterator[OtherChange]:
    old, new = _steps(pair.old.map, pair.renames), _steps(pair.new.map)
    for step, came in (*((s, True) for s in new if s not in old), *((s, False) for s in old if s not in new)):
        premises, bearing, target = step
        if not (target in answers and all(premise in told for premise in premises)):
            move = StepMove(came, bearing, _name(pair, target))
            yield OtherChange(tuple(_name(pair, premise) for premise in premises), step=move)


def _steps(of: ArgumentMap, renames: Renames | None = None) -> Mapping[_Triple, None]:
    """What bears on what and how, as the newer state calls it; in the order of the map."""
    called = renames.of if renames else str
    return {(tuple(sorted(map(called, a.premises))), str(a.bearing), called(a.target)): None for a in of.arguments}


def _name(pair: StatePair, record_id: str) -> NamedClaim:
    for index in (pair.new.index, pair.old.index):
        if record_id in index.stakeholders:
            return NamedClaim(record_id, index.stakeholders[record_id].name, there=False)
        if record_id in index.concepts:
            return NamedClaim(record_id, index.concepts[record_id].label, there=False)
        if record_id in index.sources:
            return NamedClaim(record_id, index.sources[record_id].title, there=False)
        for section in index.map.sections:
            if record_id == f"{section.source}#{section.at}":
                return NamedClaim(record_id, section.title or section.at, there=False)
    there = record_id in pair.new.index.claims or record_id in pair.new.index.issues
    return NamedClaim(record_id, pair.call(record_id), there=there)
