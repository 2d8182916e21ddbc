"""The debate as a sheet: boards cut to what a screen holds, and the few words that its drawing needs.

What stands where is the board's; here is told how much of it is seen at first, what is folded, what only the panel
lists, and who is for an answer and who against it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.board import EntryRows, EntryState, find_authors, tell_side_counts
from argumap.model import VoiceKind
from argumap.query import Side
from argumap.verdicts import read_plainly
from argumap.views._points_beneath import PointsBeneath
from argumap.views._stand_words import tell_side
from argumap.views._turning import build_turning_links
from argumap.views.map.card_words import CardReader
from argumap.views.map.sheet_room import (
    DESKTOP,
    FEWEST,
    LAPTOP,
    BandRoom,
    WingRoom,
    choose_open,
    fill_room,
    find_room,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.board import Board, BoardAnswer, BoardPerson, BoardPlace, Entry, Stand
    from argumap.model import Stakeholder
    from argumap.phrases import Phrases
    from argumap.semantics import Evaluation
    from argumap.views import ViewInput
    from argumap.views._points_beneath import PointBeneath
    from argumap.views._turning import TurningLink
    from argumap.views.map.card_words import CardWords
    from argumap.views.map.sheet_room import Screen

FOLDED = 40
"""How many more of a side unfold in place; what is beyond is listed in the panel."""

MOST_ENTRIES = 400
"""Boards of further questions are drawn until the page has so many entries."""

NAMED = 3
"""So many who are for an answer, or against it, are named."""

NAMES = 60
"""So many letters their names have together, if they are several."""

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
    first: int = 0
    """So many of what is seen stand on a laptop's screen as well; all of it where this is none."""

    @property
    def ample(self) -> tuple[Entry, ...]:
        """What is seen only where there is ample room."""
        return self.seen[self.first or len(self.seen) :]

    def on_laptop(self) -> Wing:
        """The side as it stands on a laptop's screen."""
        return Wing(self.seen[: len(self.seen) - len(self.ample)], (*self.ample, *self.rest))

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
    def carrying(self) -> int:
        """On how many of the rest the lead hangs."""
        return sum(entry.carries for entry in self.rest)

    @property
    def added(self) -> int:
        """How many of the rest count and were added by the map."""
        return sum(entry.live and entry.added for entry in self.rest)


@dataclass(frozen=True, slots=True)
class SideRow:
    """Those who stand alike on an answer, told after the phrase ``key``: others, and authors of the sources.

    ``words`` tell where the authors stand who take no side; then no ``key`` does.
    """

    key: str
    people: tuple[Stakeholder, ...] = ()
    authors: tuple[Stakeholder, ...] = ()
    words: str = ""

    @property
    def named(self) -> tuple[Stakeholder, ...]:
        """The first of the others, as many as two lines hold."""
        room = NAMES
        for n, each in enumerate(self.people[:NAMED]):
            room -= len(each.name)
            if n and room < 0:
                return self.people[:n]
        return self.people[:NAMED]

    @property
    def more(self) -> int:
        """How many others are not named."""
        return len(self.people) - len(self.named)


@dataclass(frozen=True, slots=True)
class Band:
    """An answer and its two wings; a ``slim`` one is a line until it is opened.

    ``rows`` tell who stands where. ``stated``: it has room in a sentence; ``turning`` is what would change most
    for it, where there is room to tell. ``ample`` are the parts of these, ``stated`` and ``turning``, for
    which a laptop's screen has none.
    """

    answer: BoardAnswer
    reasons: Wing
    objections: Wing
    rows: tuple[SideRow, ...]
    slim: bool
    stated: bool = False
    turning: TurningLink | None = None
    ample: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DebateSheet:
    """One question as it is drawn; ``most`` is the longest row of pips on it.

    ``told`` are the entries whose claims stand there in their sentences, ``beneath`` the points that are shown in
    place on an entry, ``folds`` the words of what unfolds from it, ``ample`` the entries that are told only where
    there is more room than a laptop's screen has, ``tight`` those that are only there: all by the id of the
    entry. ``roomy``: there is so little that it may be larger.
    """

    board: Board
    bands: tuple[Band, ...]
    authors: frozenset[str]
    most: int
    told: frozenset[str]
    beneath: Mapping[str, Sequence[PointBeneath]]
    folds: Mapping[str, str]
    ample: frozenset[str]
    tight: frozenset[str]
    roomy: bool

    @property
    def argued(self) -> int:
        """To how many of the answers anything is said."""
        return sum(bool(band.answer.entries) for band in self.bands)

    @property
    def ticks(self) -> bool:
        return self.most > PIPS

    @property
    def exclusive(self) -> bool:
        """Whether it is told once that only one of the answers can hold."""
        return self.board.issue.exclusive and len(self.bands) > 1

    def is_above(self, place: BoardPlace, answer: str) -> bool:
        order = [band.answer.claim.id for band in self.bands]
        return order.index(place.answer) < order.index(answer)


def find_signs(sheet: DebateSheet) -> frozenset[str]:
    """The signs that stand on a sheet and that nobody can guess, for its key."""
    return _find_signs(sheet.board)


def _find_signs(board: Board) -> frozenset[str]:
    used = {"reported": _are_all_reported(board.people), "nameless": board.mostly_unsaid}
    return frozenset(sign for sign, is_used in used.items() if is_used)


def _are_all_reported(people: Iterable[BoardPerson]) -> bool:
    """Whether there are authors and others, and the others speak only as the authors report."""
    voices = {(person.author, person.voice is VoiceKind.OWN) for person in people}
    return (False, True) not in voices and {author for author, _ in voices} == {True, False}


def tell_kinds(entries: Iterable[Entry], phrases: Phrases) -> tuple[str, ...]:
    """How many of the reasons or objections that count nobody holds as their own, are said by nobody, or are the
    map's.
    """
    counts = Counter(map(_find_kind, entries))
    return tuple(phrases.say(f"debate.kind.{kind}", n=counts[kind]) for kind in KINDS if counts[kind])


KINDS = ("aloof", "unsaid", "added")


def _find_kind(entry: Entry) -> str:
    if entry.added:
        return "added"
    if entry.unsaid:
        return "unsaid"
    return "aloof" if entry.said and all(s.voice is VoiceKind.PRESENTED for s in entry.said) else ""


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
        self.reader = CardReader(given.phrases, self.authors, self.points, self._tell_place)
        self.kept: dict[str, CardWords] = {}
        sides = (side for answer in board.answers for side in (answer.reasons, answer.objections) if side)
        self.opened = frozenset(side[0].id for side in sides if side[0].live)
        """The first of a side, where it counts, has the best that lies beneath it shown with it."""

    def build(self) -> DebateSheet:
        answers = self.board.answers
        turning = [self._find_turning(answer) for answer in answers]
        rows = [self._find_rows(n) for n, _ in enumerate(answers)]
        rooms = [self._room(*each) for each in zip(answers, rows, turning, strict=True)]
        laptop, desktop = self._fill(rooms)
        told_on_laptop, told = _find_told(laptop), _find_told(desktop)
        beneath = self._find_beneath()
        return DebateSheet(
            self.board,
            tuple(_band(*each) for each in zip(laptop, desktop, rows, turning, strict=True)),
            self.authors,
            most=max(len(side) for a in answers for side in (a.live_reasons, a.live_objections)),
            told=told | told_on_laptop,
            beneath=beneath,
            folds={e.id: self.reader.tell_fold(e, beneath.get(e.id, ())) for _, e in self.board.walk()},
            ample=told - told_on_laptop,
            tight=told_on_laptop - told,
            roomy=sum(room.height for room in desktop) < ROOMY,
        )

    def _fill(self, rooms: Sequence[BandRoom]) -> tuple[Sequence[BandRoom], Sequence[BandRoom]]:
        """The answers as they stand on a laptop's screen and on a larger one; on both the same are open."""
        choose_open(rooms, self._find_room(DESKTOP))
        laptop, desktop = ([room.on(screen) for room in rooms] for screen in (LAPTOP, DESKTOP))
        fill_room(laptop, self._find_room(LAPTOP))
        fill_room(desktop, self._find_room(DESKTOP))
        return laptop, desktop

    def _find_beneath(self) -> Mapping[str, Sequence[PointBeneath]]:
        """The best that lies beneath each that is opened."""
        found = ((e, self.points.find(e)[:1]) for _, e in self.board.walk() if e.id in self.opened)
        return {entry.id: points for entry, points in found if points}

    def _find_room(self, screen: Screen) -> float:
        asides = " ".join(map(read_plainly, self.board.upshot.asides))
        keys = {"reported": "debate.key.reported", "nameless": "overview.mostly-unsaid"}
        notes = [self.phrases.say(key) for sign, key in keys.items() if sign in _find_signs(self.board)]
        return find_room(
            self.board, " ".join([asides, *notes]).strip(), screen, title=self.index.map.title, foot=self.foot
        )

    def _find_turning(self, answer: BoardAnswer) -> TurningLink | None:
        """What would change most for an answer, where the sentence under the question does not tell it."""
        if len(self.board.answers) == 1:
            return None
        told = self.board.turning.aside if answer.leads and self.board.turning else None
        found = build_turning_links(self.index, self.board, answer, self.phrases)[:1]
        return next((link for link in found if link.aside != told), None)

    def _room(self, answer: BoardAnswer, rows: Sequence[SideRow], turning: TurningLink | None) -> BandRoom:
        reasons, objections = (
            WingRoom(entries, self._read, min(FEWEST, len(entries)))
            for entries in (answer.reasons, answer.objections)
        )
        counts = tell_side_counts(answer, self.phrases)
        sides = zip(counts, (answer.live_reasons, answer.live_objections), strict=True)
        lines = [(count, *tell_kinds(side, self.phrases)) for count, side in sides]
        told = f"{turning.words}{turning.effect}" if turning else ""
        unsaid = self.phrases.say("overview.unsaid-answer") if answer.unsaid else ""
        who = tuple(map(self._tell_row, rows))
        return BandRoom(answer, reasons, objections, counts=lines, rows=who, turning=told, unsaid=unsaid)

    def _read(self, entry: Entry) -> CardWords:
        if entry.id not in self.kept:
            self.kept[entry.id] = self.reader.read(entry, opened=entry.id in self.opened)
        return self.kept[entry.id]

    def _tell_place(self, entry: Entry, place: BoardPlace) -> str:
        """Where a claim of an entry stands or counts as well."""
        return tell_place(self.board, entry, place, self.phrases)

    def _tell_row(self, row: SideRow) -> str:
        """A row as it is read, for the room that it takes."""
        authors = [self.phrases.say("overview.author")] if row.authors else []
        names = "; ".join([*(each.name for each in row.named), *authors])
        more = self.phrases.say("debate.and-more", n=row.more) if row.more else ""
        told = (self.phrases.say(row.key) if row.key else "", names, more, row.words)
        return " ".join(filter(None, told))

    def _find_rows(self, n: int) -> tuple[SideRow, ...]:
        """Who is for an answer and who against it, and who on both sides; then authors who take none."""
        answer = self.board.answers[n]
        stands = [(person, person.stands[n]) for person in self.board.people]
        rows = [_pick(f"debate.side.{side}", stands, side) for side in (Side.FOR, Side.AGAINST, Side.BOTH)]
        rows += [
            SideRow("", (), (person.stakeholder,), tell_side(stand, answer, self.phrases))
            for person, stand in stands
            if person.author and not stand.side and not stand.silent
        ]
        return tuple(row for row in rows if row.people or row.authors)


def tell_place(board: Board, entry: Entry, place: BoardPlace, phrases: Phrases) -> str:
    """Where else a claim of an ``entry`` counts, or stands in full: under which answer, and as what."""
    answer = next(each for each in board.answers if each.claim.id == place.answer)
    if not place.entry:
        return phrases.say("debate.is-answer")
    if any(place.entry == each.id for each in answer.entries if each.target == entry.target):
        return phrases.say("debate.also-here")
    side = "reason" if any(each.id == place.entry for each in answer.reasons) else "objection"
    return phrases.say(f"debate.also-{side}", answer=answer.claim.label)


def _pick(key: str, stands: Iterable[tuple[BoardPerson, Stand]], side: Side) -> SideRow:
    people = [person for person, stand in stands if stand.side is side]
    return SideRow(
        key,
        tuple(person.stakeholder for person in people if not person.author),
        tuple(person.stakeholder for person in people if person.author),
    )


def _find_told(rooms: Iterable[BandRoom]) -> frozenset[str]:
    """The entries that are told in full on a screen."""
    return frozenset(entry for room in rooms if room.open for wing in room.wings for entry in wing.told)


def _band(laptop: BandRoom, desktop: BandRoom, rows: tuple[SideRow, ...], turning: TurningLink | None) -> Band:
    reasons, objections = (_cut(*wings) for wings in zip(laptop.wings, desktop.wings, strict=True))
    ample = {"stated": desktop.stated and not laptop.stated, "turning": desktop.turns and not laptop.turns}
    return Band(
        desktop.answer,
        reasons,
        objections,
        rows,
        slim=not desktop.open,
        stated=desktop.stated or laptop.stated,
        turning=turning if desktop.turns or laptop.turns else None,
        ample=frozenset(part for part, is_ample in ample.items() if is_ample),
    )


def _cut(laptop: WingRoom, desktop: WingRoom) -> Wing:
    entries, seen = desktop.entries, max(desktop.seen, laptop.seen)
    return Wing(tuple(entries[:seen]), tuple(entries[seen:]), first=laptop.seen)
