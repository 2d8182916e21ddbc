"""The debate as a sheet: boards cut to what a screen holds, and the few words that its drawing needs.

What stands where is the board's; here is told how much of it is seen at first, what is folded, what only the panel
lists, and who is for an answer and who against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.board import EntryRows, EntryState, find_authors
from argumap.model import Bearing, VoiceKind
from argumap.query import Side
from argumap.views._points_beneath import PointsBeneath
from argumap.views._stand_words import tell_side
from argumap.views._turning import build_turning_links
from argumap.views.map.sheet_room import FEWEST, BandRoom, WingRoom, find_room, share_room

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.board import Board, BoardAnswer, BoardPerson, BoardPlace, Entry
    from argumap.model import Claim, Stakeholder
    from argumap.semantics import Evaluation
    from argumap.views import ViewInput
    from argumap.views._points_beneath import PointBeneath
    from argumap.views._turning import TurningLink

FOLDED = 40
"""How many more of a side unfold in place; what is beyond is listed in the panel."""

MOST_ENTRIES = 400
"""Boards of further questions are drawn until the page has so many entries."""

NAMED = 2
"""So many who are for an answer, or against it, are named."""

PLACES = 6
"""So many answers are named beneath the question on a screen where they do not stand side by side."""

ROOMY = 430
"""Beneath this height a sheet would leave half the screen empty."""

PIPS = 8
"""Above so many the balance is drawn as ticks on one scale."""


@dataclass(frozen=True, slots=True)
class Wing:
    """One side of an answer: what is seen at first, and the rest, which unfolds or which only the panel lists."""

    seen: tuple[Entry, ...]
    rest: tuple[Entry, ...] = ()

    @property
    def folded(self) -> tuple[Entry, ...]:
        return self.rest[:FOLDED]

    @property
    def left(self) -> int:
        return len(self.rest) - len(self.folded)

    @property
    def more(self) -> int:
        return len(self.rest)

    @property
    def answered(self) -> int:
        """How many of the rest no longer count."""
        return sum(entry.state is EntryState.ANSWERED for entry in self.rest)

    @property
    def unresolved(self) -> int:
        """Of how many of the rest it is not decided whether they count."""
        return sum(entry.state is EntryState.UNRESOLVED for entry in self.rest)

    @property
    def added(self) -> int:
        """How many of the rest count and were added by the map."""
        return sum(entry.live and entry.added for entry in self.rest)


_SIDE_WORDS = ((Side.FOR, "pro"), (Side.AGAINST, "con"))


@dataclass(frozen=True, slots=True)
class Sides:
    """Who is for an answer and who against it; ``authors`` of the sources apart, each with their side in words.

    ``both`` are those who argue on both sides, named apart; ``authored`` tells the sides, ``pro`` and
    ``con``, that an author is on.
    """

    pro: tuple[Stakeholder, ...] = ()
    con: tuple[Stakeholder, ...] = ()
    both: tuple[Stakeholder, ...] = ()
    authors: tuple[tuple[Stakeholder, str], ...] = ()
    authored: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Band:
    """An answer and its two wings; a ``slim`` one is a line until it is opened.

    ``stated``: there is room for it in a sentence; ``turning`` is what would change most for it, where there is
    room to tell.
    """

    answer: BoardAnswer
    reasons: Wing
    objections: Wing
    sides: Sides
    slim: bool
    stated: bool = False
    turning: TurningLink | None = None

    def is_strongest(self, entry: Entry) -> bool:
        """Whether an entry comes first on its side for more than the order of the map."""
        sides = (
            (self.answer.foremost_reasons, self.answer.live_reasons),
            (
                self.answer.foremost_objections,
                self.answer.live_objections,
            ),
        )
        return any(entry in first and (len(first) < len(live) or len(live) == 1) for first, live in sides)


@dataclass(frozen=True, slots=True)
class DebateSheet:
    """One question as it is drawn; ``most`` is the longest row of pips on it.

    ``told`` are the entries whose claims stand there in their sentences, ``beneath`` the points that are shown in
    place under an entry, ``explained`` those of which these have their sentences, ``against`` how many points
    directly beneath one are against it: all by the id of the entry.
    ``roomy``: there is so little that it may be larger.
    """

    board: Board
    bands: tuple[Band, ...]
    authors: frozenset[str]
    most: int
    told: frozenset[str]
    beneath: Mapping[str, Sequence[PointBeneath]]
    explained: frozenset[str]
    against: Mapping[str, int]
    roomy: bool

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

    @property
    def exclusive(self) -> bool:
        """Whether it is told once that only one of the answers can hold."""
        return self.board.issue.exclusive and len(self.bands) > 1

    def is_above(self, place: BoardPlace, answer: str) -> bool:
        order = [band.answer.claim.id for band in self.bands]
        return order.index(place.answer) < order.index(answer)


def tells_more(claim: Claim) -> bool:
    """Whether the sentence of a claim says more than its title."""
    return claim.text.rstrip(".") != claim.label.rstrip(".")


def find_signs(sheet: DebateSheet) -> frozenset[str]:
    """The signs that stand on a sheet and that nobody can guess, for its key."""
    return _find_signs(sheet.board)


def _find_signs(board: Board) -> frozenset[str]:
    entries = [entry for _, entry in board.walk()]
    used = {
        "reported": _are_all_reported(board.people),
        "added": any(entry.added for entry in entries),
        "open": any(entry.state is EntryState.UNRESOLVED for entry in entries),
        "spent": any(entry.state is EntryState.ANSWERED for entry in entries),
        "nameless": board.mostly_unsaid,
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
        sheet = _SheetBuilder(given, given.evaluation, board).build()
        wings = (wing for band in sheet.bands for wing in (band.reasons, band.objections))
        entries += sum(len(wing.seen) + len(wing.folded) for wing in wings)
        sheets.append(sheet)
    return tuple(sheets)


class _SheetBuilder:
    """Fills the sheet of one board."""

    def __init__(self, given: ViewInput, evaluation: Evaluation, board: Board) -> None:
        self.board, self.phrases, self.index = board, given.phrases, given.index
        self.authors = find_authors(given.index)
        self.foot = len(given.boards) > 1
        self.points = PointsBeneath(given.index, EntryRows(evaluation))
        self.sides = [self._find_sides(n) for n, _ in enumerate(board.answers)]

    def build(self) -> DebateSheet:
        turning = [self._find_turning(answer) for answer in self.board.answers]
        rooms = [self._room(*each) for each in zip(self.board.answers, self.sides, turning, strict=True)]
        signs = _find_signs(self.board)
        share_room(rooms, find_room(self.board.issue.question, self.board.upshot, len(signs), foot=self.foot))
        wings = [wing for room in rooms if room.open for wing in room.wings]
        return DebateSheet(
            self.board,
            tuple(_band(*each) for each in zip(rooms, self.sides, turning, strict=True)),
            self.authors,
            most=max(len(side) for a in self.board.answers for side in (a.live_reasons, a.live_objections)),
            told=frozenset(entry for wing in wings for entry in wing.told),
            beneath=self._find_beneath(wings),
            explained=frozenset(entry for wing in wings for entry in wing.explained),
            against={entry.id: self.points.count_against(entry) for _, entry in self.board.walk()},
            roomy=sum(room.height for room in rooms) < ROOMY,
        )

    def _find_beneath(self, wings: Iterable[WingRoom]) -> Mapping[str, Sequence[PointBeneath]]:
        shown = (entry for wing in wings for entry in wing.entries if entry.id in wing.opened)
        return {entry.id: self.points.find(entry) for entry in shown}

    def _find_turning(self, answer: BoardAnswer) -> TurningLink | None:
        """What would change most for an answer, where the sentence under the question does not tell it."""
        if len(self.board.answers) == 1:
            return None
        told = self.board.turning.aside if answer.leads and self.board.turning else None
        found = build_turning_links(self.index, self.board, answer, self.phrases)[:1]
        return next((link for link in found if link.aside != told), None)

    def _room(self, answer: BoardAnswer, sides: Sides, turning: TurningLink | None) -> BandRoom:
        reasons, objections = (
            WingRoom(entries, self._read_beneath, min(FEWEST, len(entries)), sentences=self._read_sentences)
            for entries in (answer.reasons, answer.objections)
        )
        names = tuple("; ".join(each.name for each in side[:NAMED]) for side in (sides.pro, sides.con))
        told = f"{turning.words}{turning.effect}" if turning else ""
        both = "; ".join(each.name for each in sides.both[:NAMED])
        return BandRoom(answer, reasons, objections, (names[0], names[1]), told, both=both)

    def _read_beneath(self, entry: Entry) -> Sequence[str]:
        """The points beneath an entry as they are read, for the room that they take."""
        return [
            " ".join([*(claim.label for claim in point.claims), *(s.by.name for s in point.said), "because"])
            for point in self.points.find(entry)
        ]

    def _read_sentences(self, entry: Entry) -> Sequence[str]:
        return [claim.text for point in self.points.find(entry) for claim in point.claims if tells_more(claim)]

    def _find_sides(self, n: int) -> Sides:
        stands = [(person, person.stands[n]) for person in self.board.people]
        others = [(person.stakeholder, stand.camp) for person, stand in stands if not person.author]
        answer = self.board.answers[n]
        own = {stand.side for person, stand in stands if person.author}
        return Sides(
            _pick(others, "for"),
            _pick(others, "against"),
            _pick(others, "both"),
            authors=tuple(
                (person.stakeholder, tell_side(stand, answer, self.phrases))
                for person, stand in stands
                if person.author and not stand.silent
            ),
            authored=frozenset(word for side, word in _SIDE_WORDS if own & {side, Side.BOTH}),
        )


def _pick(people: Iterable[tuple[Stakeholder, str]], camp: str) -> tuple[Stakeholder, ...]:
    return tuple(who for who, own in people if own == camp)


def _band(room: BandRoom, sides: Sides, turning: TurningLink | None) -> Band:
    reasons, objections = (_cut(wing) for wing in room.wings)
    return Band(
        room.answer,
        reasons,
        objections,
        sides,
        slim=not room.open,
        stated=room.stated,
        turning=turning if room.turns else None,
    )


def _cut(wing: WingRoom) -> Wing:
    return Wing(tuple(wing.entries[: wing.seen]), tuple(wing.entries[wing.seen :]))
