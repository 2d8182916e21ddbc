"""How much of each answer stands in its column, so that the columns fill the first screen and each its rows.

Heights are estimated in pixels for a screen 1440 wide and 900 high. A row is as high as the highest column has it:
what makes no row higher is always shown, what does as long as the screen has room, what tells most first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from argumap.verdicts import read_plainly
from argumap.views._text_room import count_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from argumap.board import Board, BoardAnswer, Entry
    from argumap.views._points_beneath import PointBeneath

SCREEN = 900 - 6
"""The height of the screen, less a margin."""

WIDTH, EDGES = 1107, 62
"""How wide all columns are together, and what of each is not text."""

LETTER = 6.2
"""How wide a letter is of titles, sentences and small print alike."""

SHARES = (1.0, 1.2, 1.4, 1.6)
"""How much wider than another a column may be that has more to tell."""

SLIM = 0.5
"""How wide the column of an answer is that nothing is said on."""

MOST = 6
"""So many of a side stand in sight where there is room."""

LINE, FOLD = 19.7, 26.0
"""A line of text; the line that unfolds the rest."""

QUESTION, LEAD = 66, 78
"""How many letters a line holds of the question and of what leads."""

_KINDS = ("seen", "live", "opened", "told")
"""What is shown beyond the fewest, in this order: more entries, the sentences of those that count, what stands
behind an entry or answers it, and the sentences of all.
"""

HEADS = 166
"""What lies about the question, the columns and their rows."""

NOTES, PERSON = 58, 20
"""How many letters a line holds of what to keep in mind; how high the row of somebody who speaks is."""


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """What stands in the columns of a board.

    ``shares`` are their widths; the answers are ``stated`` in a sentence beneath their titles where there is room.
    So many are ``seen`` of each side of each answer, by the answer and ``for`` or ``against``. Some entries are
    ``told`` in their sentences, and of some what stands behind them or answers them is ``opened``.
    """

    shares: tuple[float, ...]
    stated: bool
    seen: Mapping[tuple[str, str], int]
    told: frozenset[str]
    opened: frozenset[str]


@dataclass(slots=True)
class ColumnSide:
    """One side of an answer as it is filled."""

    key: tuple[str, str]
    entries: Sequence[Entry]
    beneath: Callable[[Entry], Sequence[PointBeneath]]
    seen: int
    letters: int = 40
    told: set[str] = field(default_factory=set)
    opened: set[str] = field(default_factory=set)

    @property
    def state(self) -> tuple[int, frozenset[str], frozenset[str]]:
        return self.seen, frozenset(self.told), frozenset(self.opened)

    @state.setter
    def state(self, state: tuple[int, frozenset[str], frozenset[str]]) -> None:
        self.seen, self.told, self.opened = state[0], {*state[1]}, {*state[2]}

    def grow(self, kind: str, n: int) -> None:
        """Show one entry more, or more of it."""
        if n >= len(self.entries) or (n >= self.seen and kind != "seen"):
            return
        entry = self.entries[n]
        if kind == "seen" and n == self.seen:
            # A fold that holds one entry costs as much room as the entry.
            self.seen = len(self.entries) if len(self.entries) == n + 2 <= MOST else n + 1
        elif kind == "told" or (kind == "live" and entry.live):
            self.told.add(entry.id)
        elif kind == "opened" and (entry.answered or self.beneath(entry)):
            self.opened.add(entry.id)

    @property
    def height(self) -> float:
        shown = self.entries[: self.seen]
        return sum(map(self._measure, shown)) + (FOLD if self.seen < len(self.entries) else 0)

    def _measure(self, entry: Entry) -> float:
        told, last = entry.id in self.told, entry.premises[-1:]
        lines, by = 0, write_byline(entry)
        for premise in entry.premises:
            stated = told or premise.claim.sentence
            ends = by if premise in last else ""
            tag = "." * (18 if entry.carries and premise == entry.premises[0] else 4)
            lines += count_lines(premise.claim.label + tag + ("" if stated else ends), self.letters)
            if stated:
                lines += count_lines(premise.claim.text + ends, self.letters)
        if entry.id in self.opened:
            lines += sum(count_lines(words, self.letters) for words in self._write_opened(entry))
        return 4 + LINE * lines

    def _write_opened(self, entry: Entry) -> Iterator[str]:
        for reply in entry.answered[:2]:
            yield " ".join(f"{p.claim.label} {p.claim.text}" for p in reply.premises) + "." * 30
        for point in [] if entry.answered else self.beneath(entry):
            yield " ".join(claim.label for claim in point.claims) + "." * 30


def write_byline(entry: Entry) -> str:
    """Who says it and what became of it, about as long as it is read."""
    names = "; ".join(stance.by.name[:30] for stance in entry.said[:4])
    answered = " ".join(premise.claim.label for reply in entry.answered[:1] for premise in reply.premises)
    return f"{names} {answered}" + "." * (30 * entry.added + 24 * bool(answered))


def plan_columns(
    board: Board,
    answers: Sequence[BoardAnswer],
    beneath: Callable[[Entry], Sequence[PointBeneath]],
    seen: Callable[[Sequence[Entry]], int],
    rows: int | None,
) -> BoardPlan:
    """What stands in the columns of ``answers`` where beneath them there are so many ``rows`` of people.

    Without ``rows`` they fill no screen: only what makes nothing higher is added. Of each side as many as are
    ``seen`` stand there in any case, and the first that counts in its sentence.
    """
    columns = [
        [ColumnSide((a.claim.id, key), entries, beneath, seen(entries)) for key, entries in _parted(a)]
        for a in answers
    ]
    shares = _share(columns)
    _set_widths(columns, shares)
    every = [side for column in columns for side in column]
    for side in every:
        side.told |= {entry.id for entry in side.entries[:1] if entry.live}
    taken = SCREEN - PERSON * (rows + 1) if rows is not None else 0
    room = taken - _measure_heads(board, answers, shares, stated=True)
    stated = rows is None or _fits(columns, room)
    _fill(columns, room if stated else taken - _measure_heads(board, answers, shares, stated=False))
    return BoardPlan(
        shares,
        stated,
        seen={side.key: side.seen for side in every},
        told=frozenset().union(*(side.told for side in every)),
        opened=frozenset().union(*(side.opened for side in every)),
    )


def _set_widths(columns: Sequence[Sequence[ColumnSide]], shares: Sequence[float]) -> None:
    for column, share in zip(columns, shares, strict=True):
        for side in column:
            side.letters = _count_width(share, shares)


def _count_width(share: float, shares: Sequence[float]) -> int:
    """How many letters a line of a column holds."""
    return max(12, int((WIDTH * share / sum(shares) - EDGES) / LETTER))


def _parted(answer: BoardAnswer) -> tuple[tuple[str, Sequence[Entry]], tuple[str, Sequence[Entry]]]:
    return ("for", answer.reasons), ("against", answer.objections)


def _measure_heads(
    board: Board, answers: Sequence[BoardAnswer], shares: Sequence[float], *, stated: bool
) -> float:
    """How high all is that stands above the reasons and between them."""
    lead = " ".join(map(read_plainly, (board.upshot.lead, board.upshot.marked)))
    notes = " ".join(map(read_plainly, board.upshot.asides))
    titles, scores = [], []
    for answer, share in zip(answers, shares, strict=True):
        width = WIDTH * share / sum(shares) - 34
        if answer.entries or len(answers) == 1:
            titles.append(25 * count_lines(answer.claim.label, max(8, int(width / 9.5))))
            if stated:
                titles[-1] += 18 * count_lines(answer.claim.text, max(8, int(width / 6)))
            scores.append(24 * count_lines("." * _count_letters(answer), max(8, int(width / 7))))
    return (
        HEADS
        + 33 * count_lines(board.issue.question, QUESTION)
        + max(27 * count_lines(lead, LEAD), 18 * count_lines(notes + "." * 100, NOTES))
        + max(titles, default=0)
        + max(scores, default=0)
        + 18 * any(_is_mixed(answer) for answer in answers)
        + 40 * len(board.told.cautions)
    )


def _is_mixed(answer: BoardAnswer) -> bool:
    """Whether it is told, beneath how many reasons there are, whose they are."""
    return len({(entry.added, entry.said[-1].voice if entry.said else "") for entry in answer.live_reasons}) > 1


def _count_letters(answer: BoardAnswer) -> int:
    """About how many letters the counts of an answer take, with their signs."""
    letters = 0
    for side in (answer.reasons, answer.objections):
        states = {(entry.state, entry.answered[0].bearing if entry.answered else "") for entry in side}
        letters += 13 + 3 * min(len(side), 8) + 15 * len([state for state, _ in states if state != "live"])
    return letters


def _share(columns: Sequence[Sequence[ColumnSide]]) -> tuple[float, ...]:
    """The widths by which all columns, told in full, are least high; of several alike the most even."""
    argued = [any(side.entries for side in column) for column in columns]
    if not any(argued) or len(columns) == 1:
        return (1.0,) * len(columns)
    options = [SHARES if each else (SLIM,) for each in argued]
    return min(product(*options), key=lambda shares: (round(_measure_full(columns, shares)), max(shares), shares))


def _measure_full(columns: Sequence[Sequence[ColumnSide]], shares: Sequence[float]) -> float:
    heights: list[list[float]] = [[], []]
    for column, share in zip(columns, shares, strict=True):
        letters = _count_width(share, shares)
        for row, side in zip(heights, column, strict=True):
            full = ColumnSide(side.key, side.entries[:MOST], side.beneath, MOST, letters)
            full.told = {entry.id for entry in full.entries}
            row.append(full.height)
    return sum(max(row) for row in heights)


def _fill(columns: Sequence[Sequence[ColumnSide]], room: float) -> None:
    """Show more and more, what tells most first: what counts, its sentences, and what stands behind it."""
    rows = [list(row) for row in zip(*columns, strict=True)]
    for kind, n in product(_KINDS, range(MOST)):
        for row in rows:
            for side in row:
                before, height = side.state, max(each.height for each in row)
                side.grow(kind, n)
                if max(each.height for each in row) > height and _sum(rows) > room:
                    side.state = before


def _fits(columns: Sequence[Sequence[ColumnSide]], room: float) -> bool:
    """Whether there is room for all that stand in sight in any case."""
    return _sum([list(row) for row in zip(*columns, strict=True)]) <= room


def _sum(rows: Iterable[Iterable[ColumnSide]]) -> float:
    return sum(max(side.height for side in row) for row in rows)
