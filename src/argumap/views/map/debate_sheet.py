"""The debate as a sheet: boards cut to what a screen holds, and the few words that its drawing needs.

What stands where is the board's; here is decided how much of it is seen at first, what is folded, and what only
the panel lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.board import EntryState, find_authors
from argumap.model import Bearing, VoiceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argumap.board import Board, BoardAnswer, BoardPerson, BoardPlace, Entry
    from argumap.views import ViewInput

OPEN_ANSWERS = 4
"""Up to so many answers stand open; of more only the first does."""

SEEN = 5
"""How many of a side are seen at first of an answer that stands open, where several do."""

ROOM = 16
"""So many of a side the open answers share: where they are few, more of each is seen."""

FOLDED = 40
"""How many more of a side unfold in place; what is beyond is listed in the panel."""

MOST_ENTRIES = 400
"""Boards of further questions are drawn until the page has so many entries."""

PIPS = 8
"""Above so many the balance is drawn as ticks on one scale."""


@dataclass(frozen=True, slots=True)
class Wing:
    """One side of an answer: what is seen at first, what unfolds, and how many only the panel lists."""

    seen: tuple[Entry, ...]
    folded: tuple[Entry, ...] = ()
    left: int = 0

    @property
    def more(self) -> int:
        return len(self.folded) + self.left

    @property
    def answered(self) -> int:
        """How many of those that are folded no longer count."""
        return sum(not entry.live for entry in self.folded)


@dataclass(frozen=True, slots=True)
class Band:
    """An answer and its two wings; a ``slim`` one is a line until it is opened."""

    answer: BoardAnswer
    reasons: Wing
    objections: Wing
    slim: bool


@dataclass(frozen=True, slots=True)
class DebateSheet:
    """One question as it is drawn; ``most`` is the longest row of pips on it."""

    board: Board
    bands: tuple[Band, ...]
    authors: frozenset[str]
    most: int

    @property
    def ticks(self) -> bool:
        return self.most > PIPS

    def place_of(self, place: BoardPlace) -> str:
        """The title of the answer that a claim stands in full under."""
        return self._answer_of(place).claim.label

    def side_of(self, place: BoardPlace) -> str:
        """Whether an entry is a ``reason`` for its answer or an ``objection`` to it."""
        is_reason = any(entry.id == place.entry for entry in self._answer_of(place).reasons)
        return "reason" if is_reason else "objection"

    def _answer_of(self, place: BoardPlace) -> BoardAnswer:
        return next(band.answer for band in self.bands if band.answer.claim.id == place.answer)

    def is_above(self, place: BoardPlace, answer: str) -> bool:
        order = [band.answer.claim.id for band in self.bands]
        return order.index(place.answer) < order.index(answer)


def find_signs(sheet: DebateSheet) -> frozenset[str]:
    """The signs that stand on a sheet and that nobody can guess, for its key."""
    entries = [entry for _, entry in sheet.board.walk()]
    used = {
        "reported": _are_all_reported(sheet.board.people),
        "added": any(entry.added for entry in entries),
        "open": any(entry.state is EntryState.UNRESOLVED for entry in entries),
        "spent": any(entry.state is EntryState.ANSWERED for entry in entries),
        "nameless": sheet.board.mostly_unsaid,
        "undercut": any(entry.answered and entry.answered[0].bearing is Bearing.UNDERCUTS for entry in entries),
    }
    return frozenset(sign for sign, is_used in used.items() if is_used)


def _are_all_reported(people: Iterable[BoardPerson]) -> bool:
    """Whether there are authors and others, and the others speak only as the authors report."""
    voices = {(person.author, person.voice is VoiceKind.OWN) for person in people}
    return (False, True) not in voices and {author for author, _ in voices} == {True, False}


def build_sheets(given: ViewInput) -> tuple[DebateSheet, ...]:
    """A sheet for each question that has answers, as many as a page holds; none where nothing was evaluated."""
    if given.evaluation is None:
        return ()
    sheets: list[DebateSheet] = []
    entries = 0
    for board in given.boards:
        if not board.answers or (sheets and entries > MOST_ENTRIES):
            continue
        sheet = _build(board, find_authors(given.index))
        wings = (wing for band in sheet.bands for wing in (band.reasons, band.objections))
        entries += sum(len(wing.seen) + len(wing.folded) for wing in wings)
        sheets.append(sheet)
    return tuple(sheets)


def _build(board: Board, authors: frozenset[str]) -> DebateSheet:
    return DebateSheet(
        board,
        tuple(_band(board, n, answer) for n, answer in enumerate(board.answers)),
        authors,
        most=max(len(side) for a in board.answers for side in (a.live_reasons, a.live_objections)),
    )


def _band(board: Board, n: int, answer: BoardAnswer) -> Band:
    slim = n > 0 and len(board.answers) > OPEN_ANSWERS
    seen = 1 if slim else max(SEEN, ROOM // len(board.answers))
    return Band(
        answer,
        _cut(answer.reasons, seen),
        _cut(answer.objections, seen),
        slim=slim,
    )


def _cut(entries: Sequence[Entry], seen: int) -> Wing:
    """The best of those that count, and of the others the first, while there is room; the first that was added."""
    live = [entry for entry in entries if entry.live]
    spent = [entry for entry in entries if not entry.live]
    shown = (*live[:seen], *spent[: max(1, seen - 1 - len(live))]) if seen > 1 else tuple(entries[:1])
    # Its sign stands in the answer's card, and the key tells what it means: so its reason is there to be seen.
    added = next((entry for entry in live if entry.added), None)
    if seen > 1 and added and added not in shown:
        shown = (*live[: seen - 1], added, *shown[seen:])
    # A fold that holds one line costs as much room as the line.
    if seen > 1 and len(entries) == len(shown) + 1:
        shown = tuple(entries)
    rest = [entry for entry in entries if entry not in shown]
    return Wing(shown, tuple(rest[:FOLDED]), max(0, len(rest) - FOLDED))
