"""The order of the debate: how claims, arguments and issues come when their article is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from argumap.model.locator import reading_order
from argumap.model.records import Argument, Claim, Issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.model.records import Passage

R = TypeVar("R", bound=Issue | Claim | Argument)
Place: TypeAlias = tuple[int, tuple[int, ...]]

_BEFORE_ALL: Place = (-1, ())


def in_debate_order(records: Sequence[R], sources: Mapping[str, int], *, by_id: bool = False) -> list[R]:
    """The records by first locator, then by place in the file; ``sources`` are the numbers of the sources.

    A record without a locator stands behind the one before it in the file. ``by_id`` is for forms in which the
    order of a file must not tell: there the located records of one locator come by id, then those without.
    """
    keyed = []
    for number, (record, place, located) in enumerate(_placed(records, sources)):
        tie = (not located, record.id if located else "") if by_id else (False, "")
        keyed.append((place, tie, number))
    return [records[number] for _, _, number in sorted(keyed)]


def _placed(records: Sequence[R], sources: Mapping[str, int]) -> Iterator[tuple[R, Place, bool]]:
    """Each record, the place that it has or takes over, and whether it is its own."""
    last = _BEFORE_ALL
    for record in records:
        own = _first_place(record.at, sources)
        last = own or last
        yield record, last, own is not None


def _first_place(passages: Sequence[Passage], sources: Mapping[str, int]) -> Place | None:
    if not passages:
        return None
    located = [(sources.get(p.source, len(sources)), reading_order(p.at)) for p in passages if p.at]
    return min(located, default=None)
