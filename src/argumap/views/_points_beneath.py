"""What lies directly beneath a reason or an objection, where a page has room to show it in place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.board import EntryState, build_entry_said
from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.board import Entry, EntryRow, EntryRows
    from argumap.model import Claim, Index
    from argumap.query import Stance

MOST = 2
"""So many points are shown in place; all others unfold."""


@dataclass(frozen=True, slots=True)
class PointBeneath:
    """A point with who brings it up: the ``claims`` of a step that count together, and how it bears."""

    bearing: Bearing
    claims: tuple[Claim, ...]
    said: tuple[Stance, ...]


@dataclass(frozen=True, slots=True)
class PointsBeneath:
    """Finds what bears on the reasons and objections of a map."""

    index: Index
    rows: EntryRows
    kept: dict[str, tuple[PointBeneath, ...]] = field(default_factory=dict, repr=False, compare=False)

    def find(self, entry: Entry) -> tuple[PointBeneath, ...]:
        """The best few that count and bear on an entry that stands in full here; reasons for it first."""
        if entry.id not in self.kept:
            self.kept[entry.id] = self._find(entry)
        return self.kept[entry.id]

    def _find(self, entry: Entry) -> tuple[PointBeneath, ...]:
        # What shares a premise with the one before would say the same once more.
        told = {reply.id for reply in entry.answered}
        counting = [
            row
            for row in self._walk(entry)
            if row.state is EntryState.LIVE and not row.shares and row.id not in told
        ]
        counting.sort(key=lambda row: row.bearing is not Bearing.SUPPORTS)
        return tuple(
            PointBeneath(
                row.bearing,
                tuple(self.index.claims[premise] for premise in row.premises),
                build_entry_said(self.index, [row.id, *row.premises]),
            )
            for row in counting[:MOST]
        )

    def _walk(self, entry: Entry) -> Iterator[EntryRow]:
        for premise in entry.premises:
            if not premise.full:
                for side in self.rows.on_claim(premise.claim.id):
                    yield from side
        yield from self.rows.on_step(entry.id) if entry.id in self.index.arguments else ()

    def count_against(self, entry: Entry) -> int:
        """How many arguments are directly against an entry: against a claim of it or against its step."""
        nodes = [entry.id, *(premise.claim.id for premise in entry.premises)]
        bearings = (argument.bearing for node in nodes for argument in self.index.on.get(node, ()))
        return sum(bearing is not Bearing.SUPPORTS for bearing in bearings)
