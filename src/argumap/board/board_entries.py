"""Reasons and objections as entries: each claim in full once on a board, what lies beneath counted once."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.board.board_records import BoardPlace, Entry, EntryState, Premise
from argumap.board.said_by import build_entry_said, build_said
from argumap.verdicts import find_answers_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
        beneath = self.count_beneath(answer)
        pros, cons = self.rows.on_claim(answer)
        return self._build(answer, pros, self.depth, beneath), self._build(answer, cons, self.depth, beneath)

    def count_beneath(self, answer: str) -> Mapping[str, int]:
        """How many further claims bear on each direct reason or objection to an answer, by its id.

        Each claim is counted once, under what it is nearest to; what is an answer itself is not counted.
        """
        claims, on = self.rows.evaluation.index.claims, self.rows.evaluation.index.on
        direct = [row for row in self._on(answer) if not row.contradicts]
        told = {*self.answers, *(p for row in direct for p in row.premises)}
        queue = deque([(row.id, row.id) for row in direct])
        queue += [(row.id, premise) for row in direct for premise in row.premises]
        walked = {node for _, node in queue}
        count: Counter[str] = Counter()
        while queue:
            root, node = queue.popleft()
            for argument in on.get(node, ()):
                steps = (argument.id,) if argument.id in on else ()
                for below in (*steps, *argument.premises):
                    if below not in walked:
                        walked.add(below)
                        queue.append((root, below))
                        count[root] += below in claims and below not in told
        return count

    def _build(
        self, answer: str, rows: Iterable[EntryRow], depth: int, beneath: Mapping[str, int] | None = None
    ) -> tuple[Entry, ...]:
        return tuple(self._entry(answer, row, depth, (beneath or {}).get(row.id, 0)) for row in rows)

    def _entry(self, answer: str, row: EntryRow, depth: int, beneath: int) -> Entry:
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
            contradicts=row.contradicts,
            added=row.added,
            unsaid=row.unsaid,
            weight=row.weight,
            support=row.support,
            shares=row.shares,
            answered=self._build(answer, by[0], 0) if by else (),
            lacking=by[1] if by else "",
            against=self._build(answer, self.rows.on_step(row.id), below) if below > 0 else (),
            beneath=beneath,
        )

    def _premise(self, claim: str, here: BoardPlace, depth: int) -> Premise:
        index = self.rows.evaluation.index
        said, denied = build_said(index, claim)
        full = self.full.get(claim)
        if full != here:
            return Premise(index.claims[claim], said, denied, full)
        under = self._build(here.answer, self._on(claim), depth) if depth > 0 else ()
        return Premise(index.claims[claim], said, denied, also=tuple(self.also.get(claim, ())), under=under)

    def _find_answering(self, row: EntryRow) -> tuple[Sequence[EntryRow], str]:
        """What answers a reason or an objection that no longer counts, else the premise that lacks support."""
        answered = find_answers_to(self.rows.evaluation, row.premises[0] if row.contradicts else row.id)
        return [self.rows.row(target, node) for target, node in answered.steps], answered.lacking
