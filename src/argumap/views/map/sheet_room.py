"""How much of a debate stands on its first screen: all answers, then as much of each as the rest has room for.

Heights are estimated in pixels for two screens: a laptop's, 1280 wide and 800 high, and one of 1440 by 900, where
more is told. What would push an answer below the screen is left out at first, unless it stands where the other
side is longer and there is room anyway.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argumap.verdicts import read_plainly
from argumap.views._text_room import count_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from argumap.board import Board, BoardAnswer, Entry
    from argumap.views.map.card_words import CardWords


@dataclass(frozen=True, slots=True)
class Screen:
    """How high a screen is, less a margin, and how many letters a line holds on it.

    Of a sentence in a wing, of the question, of what it comes to, of small print, and of the map's title beside
    all that stands in the page's head.
    """

    height: int
    wing: int
    question: int
    lede: int
    notes: int
    head: int


LAPTOP = Screen(800 - 14, 49, 100, 140, 172, 36)
DESKTOP = Screen(900 - 12, 61, 103, 128, 195, 60)

HEADS = 97
"""So much of it lies about the question and what it comes to: the page's own head, the heads of the columns."""

HEAD_LINE = 44
"""How much higher the page's head is where the title leaves too little room in it."""

FEWEST = 2
"""So many of a side stand open, where there are so many, before any other is told in more words."""

FEW = 3
"""So many of a side stand before any is told in a sentence."""

MOST = 16
"""So many of a side stand open at most."""

SMALL = 1.04
"""How many more letters of the small print stand on a line than of a sentence."""

ANSWER, STATED, COUNT, ROW = 35, 43, 21, 51
"""How many in the middle: in an answer's title, its sentence, what is counted on a side, small print."""

STRIP_TITLE = 28
"""How many letters of an answer's title stand on its line where it is one."""

FOOT = 52
"""How high the other questions are, less what the margin of the screen leaves them."""

TITLE, SENTENCE, NOTE, RIM = 22.5, 21.5, 23, 10
"""How high a line is: of a title, a sentence, small print; and what surrounds the lines of a card."""

GAP, FOLD, STRIP, BAND = 6, 27, 38, 21
"""Between two cards; the line that unfolds; an answer as one line; what surrounds an open answer."""


def find_room(board: Board, notes: str, screen: Screen, *, title: str = "", foot: bool = False) -> float:
    """How high all answers may be together, beneath the ``title`` of the map, the question of a ``board``, what it
    comes to, and ``notes`` in small print. With a ``foot`` the other questions stand beneath them.
    """
    told = f"{read_plainly(board.upshot.lead)} {read_plainly(board.upshot.marked)}"
    cautions = " ".join(map(read_plainly, board.told.cautions))
    head = (
        HEADS
        + HEAD_LINE * (count_lines(title, screen.head) > 1)
        + 33 * count_lines(board.issue.question, screen.question)
    )
    lede = 26.5 * count_lines(f"{cautions} {told}", screen.lede)
    return screen.height - head - lede - 21 * count_lines(notes, screen.notes) * bool(notes) - FOOT * foot


@dataclass(slots=True)
class WingRoom:
    """One side of an answer as it is filled: how many are ``seen`` and which are ``told`` in full."""

    entries: Sequence[Entry]
    read: Callable[[Entry], CardWords]
    seen: int
    told: set[str] = field(default_factory=set)
    screen: Screen = DESKTOP
    kept: dict[tuple[str, bool], float] = field(default_factory=dict)

    def on(self, screen: Screen) -> WingRoom:
        """The same on another screen, to be filled there: with the first, or both of two."""
        return replace(
            self, seen=len(self.entries) if len(self.entries) <= FEWEST else 1, told=set(), kept={}, screen=screen
        )

    @property
    def height(self) -> float:
        cards = sum(self._measure(entry) + GAP for entry in self.entries[: self.seen])
        return cards + (FOLD if self.seen < len(self.entries) else 0)

    def _measure(self, entry: Entry) -> float:
        told = entry.id in self.told
        key = entry.id, told
        if key not in self.kept:
            words = self.read(entry)
            height = _measure_card(words, self.screen, told=told)
            if words.near:
                height += 7 + sum(NOTE * count_lines(each, self.screen.wing * 1.06) for each in words.near)
            self.kept[key] = height
        return self.kept[key]

    def show(self, n: int) -> None:
        """Show as many as ``n``, if there are, and the one before is shown."""
        if n <= FEW or self.seen == n - 1:
            # A fold that holds one line costs as much room as the line.
            self.seen = max(self.seen, len(self.entries) if len(self.entries) <= n + 1 else n)


def _more(text: str, letters: float) -> int:
    return count_lines(text, letters) - 1


def _measure_card(words: CardWords, screen: Screen, *, told: bool) -> float:
    height = float(RIM)
    if words.reply:
        height += 7 + NOTE * count_lines(words.reply, screen.wing * 1.04)
    if not told and len(words.titles) == 1 and not words.always:
        return height + TITLE * count_lines(f"{words.titles[0]}  {words.byline}", screen.wing * 1.04)
    height += sum(TITLE * count_lines(title, screen.wing * 1.05) for title in words.titles)
    sentences = words.sentences if told else words.sentences[: words.always]
    height += sum(SENTENCE * count_lines(each, screen.wing) for each in sentences)
    return height + (NOTE * count_lines(words.byline, screen.wing * SMALL) if words.byline else 0)


@dataclass(slots=True)
class BandRoom:
    """One answer as it is filled; where it does not stand ``open`` it is a line.

    ``counts`` are the lines that count its two sides, ``rows`` who stands where, ``turning`` what would change
    most for it, ``unsaid`` that nobody gives it. ``turns``: there is room to tell what would; ``stated``: there is
    for the answer in a sentence.
    """

    answer: BoardAnswer
    reasons: WingRoom
    objections: WingRoom
    counts: Sequence[Sequence[str]] = ()
    rows: tuple[str, ...] = ()
    turning: str = ""
    unsaid: str = ""
    open: bool = True
    turns: bool = False
    stated: bool = False

    @property
    def wings(self) -> tuple[WingRoom, WingRoom]:
        return self.reasons, self.objections

    def on(self, screen: Screen) -> BandRoom:
        """The same on another screen, to be filled there."""
        reasons, objections = (wing.on(screen) for wing in self.wings)
        return replace(self, reasons=reasons, objections=objections)

    def in_full(self) -> BandRoom:
        """The same with all that is said of it in sight."""
        reasons, objections = (replace(wing, seen=len(wing.entries), kept={}) for wing in self.wings)
        return replace(self, reasons=reasons, objections=objections)

    @property
    def height(self) -> float:
        if not self.open:
            return STRIP + 20 * _more(self.answer.claim.label, STRIP_TITLE)
        return BAND + max(self.reasons.height, self.objections.height, self._middle)

    @property
    def _middle(self) -> float:
        title = 24 * count_lines(self.answer.claim.label, ANSWER)
        sentence = 3 + SENTENCE * count_lines(self.answer.claim.text, STATED) if self.stated else 0
        rows = 10 + 19 * sum(count_lines(each, ROW) for each in self.rows) if self.rows else 0
        turning = 6 + 19 * count_lines(self.turning, ROW) if self.turns else 0
        counts = [sum(count_lines(line, COUNT) for line in side) for side in self.counts]
        scales = 22 + 18 * max(counts, default=1) if self.answer.entries else 0
        unsaid = 4 + 19 * count_lines(self.unsaid, ROW) if self.unsaid else 0
        return 24 + title + sentence + scales + rows + turning + unsaid


def share_room(bands: Sequence[BandRoom], room: float) -> None:
    """Fill each band as far as all together have ``room``; what makes none higher is always shown."""
    choose_open(bands, room)
    fill_room(bands, room)


def fill_room(bands: Sequence[BandRoom], room: float) -> None:
    """Fill those that stand open."""
    for fill in _grow([band for band in bands if band.open]):
        _try(bands, fill, room)


def choose_open(bands: Sequence[BandRoom], room: float) -> None:
    """As many answers stand open as have room, the first always; one that nobody argues only where the room is not
    wanted for what is said of the others.
    """
    argued = [[band] for band in reversed(bands[1:]) if band.answer.entries]
    wanted = _sum(band.in_full() for band in bands)
    for group in ([band for band in bands[1:] if not band.answer.entries], *argued):
        if wanted <= room:
            return
        for band in group:
            band.open = False
        wanted = _sum(bands)


def _sum(bands: Iterable[BandRoom]) -> float:
    return sum(band.height for band in bands)


@dataclass(frozen=True, slots=True)
class _Fill:
    """Something more of a band: done, and undone where there is no room for it."""

    band: BandRoom
    do: Callable[[], object]
    undo: Callable[[], object]


def _try(bands: Sequence[BandRoom], fill: _Fill, room: float) -> None:
    before = fill.band.height
    fill.do()
    if fill.band.height > before and _sum(bands) > room:
        fill.undo()


def _grow(bands: Sequence[BandRoom]) -> Iterator[_Fill]:
    """What is shown beyond the fewest, what tells most first: what carries the lead, a few of each side, these in
    sentences, then more of them, then the sentences of others; that of a claim which stands in full elsewhere
    comes last.
    """
    yield from _on_wings(bands, _see_carrying, range(1, MOST + 1))
    yield from _on_wings(bands, _see, range(1, FEW + 1))
    yield from _on_wings(bands, _tell_counting, range(FEW))
    yield from _on_wings(bands, _see, range(FEW + 1, MOST + 1))
    for band in bands:
        yield from _state(band)
    yield from _on_wings(bands, _tell, range(MOST))
    for band in bands:
        yield from _turn(band)


def _on_wings(
    bands: Sequence[BandRoom], grow: Callable[[BandRoom, WingRoom, int], Iterator[_Fill]], order: Iterable[int]
) -> Iterator[_Fill]:
    """The same of each wing in turn, then the next."""
    for n in order:
        for band in bands:
            for wing in band.wings:
                yield from grow(band, wing, n)


def _see(band: BandRoom, wing: WingRoom, n: int) -> Iterator[_Fill]:
    before = wing.seen
    yield _Fill(band, lambda: wing.show(n), lambda: setattr(wing, "seen", before))


def _see_carrying(band: BandRoom, wing: WingRoom, n: int) -> Iterator[_Fill]:
    if any(entry.carries for entry in wing.entries[n - 1 :]):
        yield from _see(band, wing, n)


def _tell_counting(band: BandRoom, wing: WingRoom, n: int) -> Iterator[_Fill]:
    if n < wing.seen and wing.entries[n].live and not wing.entries[n].ghost:
        yield from _tell(band, wing, n)


def _tell(band: BandRoom, wing: WingRoom, n: int) -> Iterator[_Fill]:
    if n < wing.seen and wing.entries[n].id not in wing.told:
        entry = wing.entries[n].id
        yield _Fill(band, lambda: wing.told.add(entry), lambda: wing.told.discard(entry))


def _state(band: BandRoom) -> Iterator[_Fill]:
    """The answer in a sentence."""
    if band.answer.claim.text != band.answer.claim.label:
        yield _Fill(band, lambda: setattr(band, "stated", True), lambda: setattr(band, "stated", False))


def _turn(band: BandRoom) -> Iterator[_Fill]:
    """What would change most for the answer."""
    if band.turning:
        yield _Fill(band, lambda: setattr(band, "turns", True), lambda: setattr(band, "turns", False))
