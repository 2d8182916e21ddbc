"""How much of a debate stands on its first screen: all answers, then as much of each as the rest has room for.

Heights are estimated in pixels for the screen that the sheet is drawn for, 1440 wide and 900 high. What would push
an answer below it is left out at first, unless it stands where the other side is longer and there is room anyway.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.verdicts import read_plainly
from argumap.views._text_room import count_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from argumap.board import BoardAnswer, Entry, Premise, Upshot

SCREEN = 900 - 16
"""The height of the screen, less a margin."""

HEADS = 125
"""So much of it lies about the question and what it comes to: the page's own head, the heads of the columns."""

FEWEST = 2
"""So many of a side stand open, where there are so many, before any other is told in more words."""

FEW = 3
"""So many of a side stand before the sentences of any but the first."""

MOST = 16
"""So many of a side stand open at most."""

QUESTION, LEDE = 108, 140
"""How many letters a line holds of the question and of its upshot."""

TITLE, SENTENCE, NOTE, BRIEF, POINT = 54, 60, 60, 70, 54
"""How many letters a line holds: in a title, a sentence, small print, a title with who says it, a sentence
beneath a card.
"""

ANSWER, STATED, NAMES, TURNING = 30, 44, 20, 48
"""How many in the middle: in an answer's title, its sentence, on either side of its middle line, beneath it."""

STRIP_TITLE = 28
"""How many letters of an answer's title stand on its line where it is one."""

FOOT = 16
"""How high the other questions are, less what the margin of the screen leaves them."""

GAP, FOLD, STRIP, BAND = 6, 28, 38, 24
"""Between two cards; the line that unfolds; an answer as one line; what surrounds an open answer."""


def find_room(question: str, upshot: Upshot, signs: int, *, foot: bool = False) -> float:
    """How high all answers may be together, beneath a question, its upshot and the key of so many ``signs``.

    With a ``foot`` the other questions stand beneath them.
    """
    lede = count_lines(" ".join(map(read_plainly, (upshot.lead, upshot.marked, *upshot.asides))), LEDE)
    return SCREEN - HEADS - 33 * count_lines(question, QUESTION) - 24 * lede - (24 if signs else 0) - FOOT * foot


@dataclass(slots=True)
class WingRoom:
    """One side of an answer as it is filled: how many are ``seen``, which are ``told`` in full, which have what
    lies beneath them shown (``opened``), and which of these that in its sentences (``explained``).
    """

    entries: Sequence[Entry]
    beneath: Callable[[Entry], Sequence[str]]
    seen: int
    told: set[str] = field(default_factory=set)
    opened: set[str] = field(default_factory=set)
    explained: set[str] = field(default_factory=set)
    sentences: Callable[[Entry], Sequence[str]] = lambda _: ()
    kept: dict[tuple[str, bool, bool, bool], float] = field(default_factory=dict)

    @property
    def height(self) -> float:
        cards = sum(self._measure(entry) + GAP for entry in self.entries[: self.seen])
        return cards + (FOLD if self.seen < len(self.entries) else 0)

    def _measure(self, entry: Entry) -> float:
        told, opened, explained = (entry.id in marked for marked in (self.told, self.opened, self.explained))
        key = entry.id, told, opened, explained
        if key not in self.kept:
            beneath = self.beneath(entry) if opened else ()
            sentences = self.sentences(entry) if opened and explained else ()
            height = _measure_card(entry, told=told) + sum(26 + 19 * _more(each, NOTE) for each in beneath)
            self.kept[key] = height + sum(8 + 20.5 * count_lines(each, POINT) for each in sentences)
        return self.kept[key]

    def show(self, n: int) -> None:
        """Show as many as ``n``, if there are, and the one before is shown."""
        if n <= FEW or self.seen == n - 1:
            # A fold that holds one line costs as much room as the line.
            self.seen = max(self.seen, len(self.entries) if len(self.entries) <= n + 1 else n)


def _more(text: str, letters: int) -> int:
    return count_lines(text, letters) - 1


def _measure_card(entry: Entry, *, told: bool) -> float:
    reply = sum(32 + 19 * _more(_name(each), NOTE) for each in entry.answered[:1])
    if entry.ghost:
        return 36 * len(entry.premises) + (21 if entry.answered else 0)
    if not told and len(entry.premises) == 1 and not entry.premises[0].claim.sentence:
        return 10 + 25 * count_lines(f"{_also(entry.premises[0])}  {_byline(entry)}", BRIEF) + reply
    height = 10.0 + 24
    for premise in entry.premises:
        height += 4 + 21 * count_lines(_also(premise), TITLE)
        if premise.claim.sentence or (told and not premise.full):
            height += 2 + 20.5 * count_lines(premise.claim.text, SENTENCE)
    return height + reply


def _also(premise: Premise) -> str:
    """The title with where else it counts, which stands beside it."""
    return premise.claim.label + "." * (30 * len(premise.also[:2]))


def _byline(entry: Entry) -> str:
    """Who says it and how much lies beneath, about as long as it is read."""
    names = "; ".join(stance.by.name for stance in entry.said[:3])
    return names + "." * (28 if entry.beneath else 0) + "." * (30 if entry.added else 0)


def _name(entry: Entry) -> str:
    """A reply as it stands beneath what it answers, with room for how it answers and for who gives it."""
    return " ".join([*(premise.claim.label for premise in entry.premises), "." * 36])


@dataclass(slots=True)
class BandRoom:
    """One answer as it is filled; where it does not stand ``open`` it is a line.

    ``names`` are those who are for it and against it, ``turning`` what would change most for it; ``turns``, where
    there is room to tell that, ``stated``, where there is for the answer in a sentence. ``both`` are named apart.
    """

    answer: BoardAnswer
    reasons: WingRoom
    objections: WingRoom
    names: tuple[str, str]
    turning: str = ""
    open: bool = True
    turns: bool = False
    stated: bool = False
    both: str = ""

    @property
    def wings(self) -> tuple[WingRoom, WingRoom]:
        return self.reasons, self.objections

    @property
    def height(self) -> float:
        if not self.open:
            return STRIP + 20 * _more(self.answer.claim.label, STRIP_TITLE)
        return BAND + max(self.reasons.height, self.objections.height, self._middle)

    @property
    def _middle(self) -> float:
        names = max(count_lines(each, NAMES) for each in self.names)
        turning = 6 + 19 * count_lines(self.turning, TURNING) if self.turns else 0
        sentence = 4 + 20 * count_lines(self.answer.claim.text, STATED) if self.stated else 0
        both = 8 + 18 * count_lines("." * 25 + self.both, TURNING) if self.both else 0
        return 92 + 24 * count_lines(self.answer.claim.label, ANSWER) + 18 * names + both + turning + sentence


def share_room(bands: Sequence[BandRoom], room: float) -> None:
    """Fill each band as far as all together have ``room``; what makes none higher is always shown."""
    _choose_open(bands, room)
    for fill in _grow([band for band in bands if band.open]):
        _try(bands, fill, room)


def _choose_open(bands: Sequence[BandRoom], room: float) -> None:
    """As many answers stand open as have room, the first always; what has nothing to show is a line."""
    for band in bands:
        band.open = bool(band.answer.entries) or len(bands) == 1
    for band in reversed(bands[1:]):
        if _sum(bands) <= room:
            return
        band.open = False


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
    """What is shown beyond the fewest, what tells most first: sentences of what counts before those of others."""
    yield from _on_wings(bands, _see, [FEW])
    yield from _on_wings(bands, _tell_counting, range(FEW))
    yield from _on_wings(bands, _see, range(FEW + 1, MOST + 1))
    yield from _on_wings(bands, _tell, range(MOST))
    for band in bands:
        yield from _fill_middle(band)
    yield from _on_wings(bands, _open, range(MOST))
    yield from _on_wings(bands, _explain, range(MOST))


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


def _tell_counting(band: BandRoom, wing: WingRoom, n: int) -> Iterator[_Fill]:
    if n < wing.seen and wing.entries[n].live:
        yield from _tell(band, wing, n)


def _tell(band: BandRoom, wing: WingRoom, n: int) -> Iterator[_Fill]:
    yield from _mark(band, wing, n, wing.told)


def _open(band: BandRoom, wing: WingRoom, n: int) -> Iterator[_Fill]:
    yield from _mark(band, wing, n, wing.opened)


def _explain(band: BandRoom, wing: WingRoom, n: int) -> Iterator[_Fill]:
    if n < wing.seen and wing.entries[n].id in wing.opened and wing.sentences(wing.entries[n]):
        yield from _mark(band, wing, n, wing.explained)


def _mark(band: BandRoom, wing: WingRoom, n: int, marked: set[str]) -> Iterator[_Fill]:
    if n < wing.seen and wing.entries[n].id not in marked:
        entry = wing.entries[n].id
        yield _Fill(band, lambda: marked.add(entry), lambda: marked.discard(entry))


def _fill_middle(band: BandRoom) -> Iterator[_Fill]:
    """The answer in a sentence, and what would change most for it."""
    if band.answer.claim.text != band.answer.claim.label:
        yield _Fill(band, lambda: setattr(band, "stated", True), lambda: setattr(band, "stated", False))
    if band.turning:
        yield _Fill(band, lambda: setattr(band, "turns", True), lambda: setattr(band, "turns", False))
