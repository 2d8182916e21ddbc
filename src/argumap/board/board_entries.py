"""Reasons and objections as entries: each claim in full once on a board, what bears on each counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.board.board_records import BoardPlace, Entry, EntryState, Premise
from argumap.board.said_by import build_entry_said, build_said
from argumap.verdicts import find_answers_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.board.entry_rows import EntryRow, EntryRows


@dataclass(slots=True)
class BoardEntries:
    """The entries of one board, ``depth`` levels of them; ``answers`` are its answers, best first."""

    rows: EntryRows
    answers: Sequence[str]
    depth: int
    full: dict[str, BoardPlace] = field(default_factory=dict)
    """Where each claim stands in full: nearest to an answer, of several as near in the first on the board."""
    also: dict[str, list[BoardPlace]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.full |= {answer: BoardPlace(answer) for answer in self.answers}
        level = [(answer, row) for answer in self.answers for row in self._on(answer)]
        for _ in range(self.depth):
            level = [
                (answer, row) for answer, above in level for row in self._follow(above, self._place(answer, above))
            ]

    def _on(self, claim: str) -> Iterable[EntryRow]:
        return (row for side in self.rows.on_claim(claim) for row in side)

    def _place(self, answer: str, row: EntryRow) -> Sequence[str]:
        """Place the premises of an entry, and give those that stand in full here."""
        here = BoardPlace(answer, row.id)
        for premise in row.premises:
            if self.full.setdefault(premise, here) != here:
                self.also.setdefault(premise, []).append(here)
        return [premise for premise in row.premises if self.full[premise] == here]

    def _follow(self, row: EntryRow, premises: Sequence[str]) -> Iterator[EntryRow]:
        """What bears on ``premises``, and on the step of an entry from them."""
        for premise in premises:
            yield from self._on(premise)
        yield from self.rows.on_step(row.id)

    def build(self, answer: str) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        """The reasons for an answer and the objections to it."""
        pros, cons = self.rows.on_claim(answer)
        return tuple(self._build(answer, pros, self.depth)), tuple(self._build(answer, cons, self.depth))

    def count_beneath(self, answer: str) -> int:
        """How many claims bear on an answer that are neither told directly under it nor answers themselves."""
        direct = [*self._on(answer)]
        told = {*self.answers, *(p for row in direct for p in row.premises)}
        return len(self._find_bearing(n for row in direct for n in (row.id, *row.premises)) - told)

    def _find_bearing(self, nodes: Iterable[str]) -> set[str]:
        """The claims that bear on any of ``nodes``, claims and steps, directly or through others."""
        index = self.rows.evaluation.index
        walk = [*nodes]
        walked, found = set(walk), set[str]()
        for node in walk:
            for argument in index.on.get(node, ()):
                found.update(p for p in argument.premises if p in index.claims)
                fresh = {*argument.premises, argument.id} - walked
                walked |= fresh
                walk += fresh
        return found

    def _build(self, answer: str, rows: Iterable[EntryRow], depth: int) -> Iterator[Entry]:
        return (self._entry(answer, row, depth) for row in rows)

    def _entry(self, answer: str, row: EntryRow, depth: int) -> Entry:
        index = self.rows.evaluation.index
        here = BoardPlace(answer, row.id)
        below = depth - 1
        by = self._find_answering(row) if row.state is EntryState.ANSWERED and depth else None
        return Entry(
            row.id,
            row.target,
            row.bearing,
            row.state,
            premises=tuple(self._premise(p, here, below) for p in row.premises if p in index.claims),
            said=build_entry_said(index, [row.id, *row.premises]),
            added=row.added,
            unsaid=row.unsaid,
            weight=row.weight,
            support=row.support,
            shares=row.shares,
            answered=tuple(self._build(answer, by[0], 0)) if by else (),
            lacking=by[1] if by else "",
            against=tuple(self._build(answer, self.rows.on_step(row.id), below)) if below > 0 else (),
            beneath=len(self._find_bearing((row.id, *row.premises)) - {*row.premises})
            if depth == self.depth
            else 0,
        )

    def _premise(self, claim: str, here: BoardPlace, depth: int) -> Premise:
        index = self.rows.evaluation.index
        said, denied = build_said(index, claim)
        full = self.full.get(claim)
        if full != here:
            return Premise(index.claims[claim], said, denied, full)
        under = tuple(self._build(here.answer, self._on(claim), depth)) if depth > 0 else ()
        return Premise(index.claims[claim], said, denied, also=tuple(self.also.get(claim, ())), under=under)

    def _find_answering(self, row: EntryRow) -> tuple[Sequence[EntryRow], str]:
        """What answers a reason or an objection that no longer counts, else the premise that lacks support."""
        answered = find_answers_to(self.rows.evaluation, row.id)
        return [self.rows.row(target, node) for target, node in answered.steps], answered.lacking
