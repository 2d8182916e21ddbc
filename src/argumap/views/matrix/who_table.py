"""The table of who argues what on a question: the board's answers, reasons and objections against its people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.board import find_foremost
from argumap.model import Act, Bearing, mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.board import Board, BoardAnswer, BoardPerson, Entry, Premise, Stand
    from argumap.phrases import Phrases
    from argumap.query import Stance

CELLS = 30_000
"""The most cells of a table; beyond, only the strongest reasons and objections of each answer have a row."""

BRACKETS = ("for", "against", "both", "none")
"""The sides that people are ordered by, on the answer that is opened."""

_LAID_OUT = frozenset({Act.PRESENTS, Act.SUPPOSES})


@dataclass(frozen=True, slots=True)
class Mark:
    """What one person does with one claim. ``kind`` is how it is drawn, ``side`` how coloured; ``words`` tell it.

    ``kind`` is ``own``, ``reported`` or ``presented``; ``from`` where they only argue from it; ``disputed`` and
    ``questioned`` where they do not hold it. ``act`` is the word for a spreadsheet.
    """

    sign: str
    kind: str
    side: str
    act: str
    words: str


@dataclass(frozen=True, slots=True)
class WhoRow:
    """A claim of a reason or an objection; ``linked`` where others of the same entry stand beside it.

    ``first`` begins an entry, ``best`` is of the strongest on its side, which is always in sight. ``mark`` has who
    does what with it, by person. ``hangs`` tells what would become of the answer without it.
    """

    entry: Entry
    premise: Premise
    side: str
    first: bool
    last: bool
    best: bool
    marks: Mapping[str, Mark]
    notes: tuple[str, ...]
    hangs: str = ""

    @property
    def linked(self) -> bool:
        return len(self.entry.premises) > 1


@dataclass(frozen=True, slots=True)
class AnswerRows:
    """An answer with its rows; ``stands`` has by person the words for where they stand and the colour of it.

    ``brackets`` are the people by side, ``more`` counts the entries that are out of sight while it is folded,
    ``left`` those that have no row at all.
    """

    answer: BoardAnswer
    stands: Mapping[str, tuple[str, str]]
    brackets: Mapping[str, tuple[str, ...]]
    rows: tuple[WhoRow, ...]
    more: int
    left: int


@dataclass(frozen=True, slots=True)
class WhoTable:
    """A question with who argues what on it. ``opened`` is the answer on which most people take a side."""

    board: Board
    people: tuple[BoardPerson, ...]
    answers: tuple[AnswerRows, ...]
    opened: str
    upshot: str
    because: str

    @property
    def brackets(self) -> list[dict[str, list[int]]]:
        """Of each answer, the numbers of the columns by the side that their people take on it."""
        place = {person.stakeholder.id: n for n, person in enumerate(self.people)}
        return [{side: [place[who] for who in on] for side, on in rows.brackets.items()} for rows in self.answers]


def build_table(board: Board, phrases: Phrases) -> WhoTable:
    """The table of a question, in the words of ``phrases``."""
    return _TableBuilder(board, phrases).build()


class _TableBuilder:
    def __init__(self, board: Board, phrases: Phrases) -> None:
        self.board, self.say, self.phrases = board, phrases.say, phrases
        entries = max((len(answer.entries) for answer in board.answers), default=0)
        affordable = CELLS // max(1, len(board.people) * len(board.answers))
        self.most = entries if entries <= affordable else max(2, affordable)

    def build(self) -> WhoTable:
        answers = tuple(self._answer(n, answer) for n, answer in enumerate(self.board.answers))
        sided = [len(a.brackets["for"]) + len(a.brackets["against"]) for a in answers]
        opened = answers[sided.index(max(sided))].answer.claim.id if answers else ""
        upshot, because = self._tell_upshot(answers)
        return WhoTable(self.board, self.board.people, answers, opened, upshot, because)

    def _answer(self, n: int, answer: BoardAnswer) -> AnswerRows:
        stands = {person.stakeholder.id: person.stands[n] for person in self.board.people}
        told = {who: self._tell_stand(stand) for who, stand in stands.items()}
        best = [entries[0].id for entries in (answer.reasons, answer.objections) if entries]
        kept = [entry for entry in answer.entries if entry.id in best or len(answer.entries) <= self.most]
        return AnswerRows(
            answer,
            {who: words for who, words in told.items() if words[0]},
            _gather(stands),
            tuple(row for entry in kept for row in self._rows(answer, entry, best=entry.id in best)),
            more=len(kept) - len(best),
            left=len(answer.entries) - len(kept),
        )

    def _tell_stand(self, stand: Stand) -> tuple[str, str]:
        """The words for where somebody stands on an answer, and the side that colours them."""
        if stand.presents:
            return self.say("who.presents"), "none"
        if stand.side:
            outright = self.say("stand.outright") if stand.outright else ""
            return self.say(f"picture.stand.{stand.side}") + outright, stand.side.value
        if stand.used or (stand.through_added and not stand.beneath):
            return self.say("who.used"), "none"
        return ("" if stand.silent else self.say("who.no-side")), "none"

    def _rows(self, answer: BoardAnswer, entry: Entry, *, best: bool) -> Iterator[WhoRow]:
        side = "for" if entry.bearing is Bearing.SUPPORTS else "against"
        for n, premise in enumerate(entry.premises):
            first, last = n == 0, n == len(entry.premises) - 1
            yield WhoRow(
                entry,
                premise,
                side,
                first=first,
                last=last,
                best=best,
                marks=dict(self._marks(entry, premise, side)),
                notes=tuple(self._notes(answer, entry, best=best)) if last else (),
                hangs=self._tell_hanging(answer, premise),
            )

    def _notes(self, answer: BoardAnswer, entry: Entry, *, best: bool) -> Iterator[str]:
        side = answer.reasons if entry.bearing is Bearing.SUPPORTS else answer.objections
        if entry.answered:
            named = [p.claim.label for p in entry.answered[0].premises][:1]
            yield self.say("who.answered-by", name=self.phrases.join(named))
        elif not entry.live:
            yield self.say("who.not-counted")
        elif best and len(side) > 1 and len(find_foremost(side)) == 1:
            yield self.say("who.strongest", n=sum(each.live for each in side))
        if entry.unsaid:
            yield self.say("picture.nobody")
        if entry.beneath:
            yield self.say("who.beneath", n=entry.beneath)

    def _tell_hanging(self, answer: BoardAnswer, premise: Premise) -> str:
        for what_if in (*self.board.hinges, *answer.what_ifs):
            if what_if.aside == (premise.claim.id,):
                name = next(a.claim.label for a in self.board.answers if a.claim.id == what_if.answer)
                counts = self._count(what_if.reasons, what_if.objections)
                return self.say("who.hangs", name=self.phrases.quote(name), counts=counts)
        return ""

    def _count(self, reasons: int, objections: int) -> str:
        return self.phrases.join(
            [self.say("counts.reasons", n=reasons), self.say("counts.objections", n=objections)]
        )

    def _marks(self, entry: Entry, premise: Premise, side: str) -> Iterator[tuple[str, Mark]]:
        for stance in premise.denied:
            yield stance.by.id, self._mark(stance, side)
        for stance in entry.said:
            if stance.of == entry.id:
                yield stance.by.id, self._mark(stance, side, kind="from")
        for stance in premise.said:
            if stance.of == premise.claim.id:
                yield stance.by.id, self._mark(stance, side)

    def _mark(self, stance: Stance, side: str, kind: str = "") -> Mark:
        voice = "presented" if stance.act in _LAID_OUT else "reported" if stance.reported else "own"
        sign, colour = ("+" if side == "for" else "−"), side
        if stance.act is Act.DISPUTES:
            voice, sign, colour = "disputed", "≠", "against" if side == "for" else "for"
        elif stance.act is Act.QUESTIONS:
            voice, sign, colour = "questioned", "?", "none"
        elif stance.act in _LAID_OUT or stance.act is Act.CONCEDES:
            colour = "none"
        act = self.say(f"act.{stance.act}")
        told = [self.say("who.argues-from") if kind else act]
        if stance.loosely:
            told.append(self.say("voice.loosely"))
        if stance.via:
            first, *others = [mention(reporter.name) for reporter in stance.via]
            key = "voice.via-from" if others else "voice.via"
            told.append(self.say(key, who=first, others=self.phrases.join(others)))
        return Mark(sign, kind or voice, colour, act, f"{stance.by.name}: {', '.join(told)}")

    def _tell_upshot(self, answers: Sequence[AnswerRows]) -> tuple[str, str]:
        """One sentence that joins who leads and whom most speak for, and one that says why that may differ."""
        leaders = [a for a in answers if a.answer.leads]
        total = sum(1 for person in self.board.people if person.sides)
        if len(leaders) != 1 or not total or len(answers) == 1:
            told = "".join(piece.words for piece in self.board.told.leads)
            return told, "" if total or not self.board.people else self.say("who.nobody-sides")
        leader = leaders[0].answer
        counts = self._count(len(leader.balance.pros), len(leader.balance.cons))
        return self._tell_heard(leader, answers, total), self.say("who.because", counts=counts)

    def _tell_heard(self, leader: BoardAnswer, answers: Sequence[AnswerRows], total: int) -> str:
        """Whether the answer that leads is also the one for which most speak."""
        heard = Counter({a.answer.claim.id: len(a.brackets["for"]) for a in answers})
        names = {a.answer.claim.id: self.phrases.quote(a.answer.claim.label) for a in answers}
        most, voices = heard.most_common(1)[0]
        most = leader.claim.id if heard[leader.claim.id] == voices else most
        if not voices and any(a.brackets["both"] for a in answers):
            return self.say("who.leads-torn", leader=names[leader.claim.id])
        if not voices:
            return self.say("who.leads-unheard", leader=names[leader.claim.id], n=total)
        if most == leader.claim.id:
            key = "who.leads-with-all" if voices == total else "who.leads-with"
        else:
            key = "who.leads-although-all" if voices == total else "who.leads-although"
        return self.say(key, leader=names[leader.claim.id], name=names[most], n=voices, total=total)


def _gather(stands: Mapping[str, Stand]) -> dict[str, tuple[str, ...]]:
    """By each bracket the ids of those who stand in it."""
    bracket = {who: stand.camp if stand.camp in BRACKETS else "none" for who, stand in stands.items()}
    return {side: tuple(who for who in stands if bracket[who] == side) for side in BRACKETS}
