"""From a map's board to the sheet of a picture: of a question, of a claim, or of somebody's case."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.board import EntryState, tell_side_counts
from argumap.model import speaks_as_many
from argumap.phrases import find_direction, get_phrases
from argumap.pictures.sheet import PictureSheet, SheetAnswer
from argumap.pictures.sheet_points import PointTeller
from argumap.query import Side
from argumap.verdicts import read_plainly, tell_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.board import Board, BoardAnswer, BoardPerson, Entry
    from argumap.model import Index, Source
    from argumap.phrases import Phrases

SNAPSHOT_LETTERS = 12
TURNS = 2
"""So many sentences tell what would turn the upshot."""


@dataclass(frozen=True)
class SheetMaker:
    """Makes the sheets of one map, in the words of its ``language``; ``snapshot`` is the name of its version."""

    index: Index
    language: str
    snapshot: str

    @property
    def phrases(self) -> Phrases:
        return get_phrases(self.language)

    @property
    def _teller(self) -> PointTeller:
        return PointTeller(self.index, self.phrases)

    def of_board(self, board: Board) -> PictureSheet:
        """A question with its answers, what it comes to, and what would turn that."""
        told = board.told
        answers = tuple(self._answer(board, answer) for answer in board.answers)
        cautions = [read_plainly(sentence) for sentence in (*told.cautions, *told.own)]
        upshot = (
            self._tell_claim(board.answers[0])
            if len(answers) == 1
            else " ".join(map(read_plainly, board.upshot.brief))
        )
        turn = " ".join(read_plainly(sentence) for sentence in told.turns[:TURNS])
        entries = [entry for _, entry in board.walk()]
        return self._sheet(
            (board.issue.question, upshot, turn),
            answers,
            entries,
            (*cautions, *self._tell_exclusions(board.answers)),
        )

    def of_claim(self, answer: BoardAnswer) -> PictureSheet:
        """A claim with what counts for it and against it."""
        middle = self._answer_of(answer, "", leads=True, reasons=answer.reasons, objections=answer.objections)
        head = (answer.claim.text, self._tell_claim(answer), "")
        sheet = self._sheet(head, (middle,), answer.entries, self._tell_exclusions((answer,)))
        return replace(sheet, middle=self.phrases.say("picture.claim"))

    def of_person(self, board: Board, person: BoardPerson) -> PictureSheet:
        """Somebody's case: which side they take on each answer, and by which reasons and objections."""
        say, name = self.phrases.say, person.stakeholder.name
        n = 2 if speaks_as_many(name, person.stakeholder.type) else 1
        answers = tuple(self._stand(answer, person) for answer in board.answers)
        taken = [
            say("picture.takes." + stand.side, name=self.phrases.quote(answer.claim.label))
            for answer, stand in zip(board.answers, person.stands, strict=True)
            if stand.side
        ]
        case = say("picture.case", n=n, who=name, sides=self.phrases.join(taken)) if taken else ""
        upshot = case or say("picture.no-side", n=n, who=name)
        theirs = {entry for stand in person.stands for entry in (*stand.entries, *stand.used)}
        entries = [entry for _, entry in board.walk() if entry.id in theirs]
        sheet = self._sheet((f"{name}: {board.issue.question}", upshot, ""), answers, entries)
        nothing = say("picture.none-of-theirs")
        return replace(sheet, no_reason=nothing, no_objection=nothing)

    def _answer(self, board: Board, answer: BoardAnswer) -> SheetAnswer:
        place = answer.told_place if len(board.answers) > 1 else ""
        return self._answer_of(
            answer, place, leads=answer.leads, reasons=answer.reasons, objections=answer.objections
        )

    def _stand(self, answer: BoardAnswer, person: BoardPerson) -> SheetAnswer:
        stand = next(each for each in person.stands if each.answer == answer.claim.id)
        theirs = {*stand.entries, *stand.used}
        reasons, objections = (
            tuple(entry for entry in side if entry.id in theirs) for side in (answer.reasons, answer.objections)
        )
        word = stand.side or ("silent" if stand.silent else "presents" if stand.presents else "none")
        place = self.phrases.say("picture.stand." + word)
        leads = stand.side is Side.FOR
        told = self._answer_of(answer, place, leads=leads, reasons=reasons, objections=objections)
        return told if reasons or objections else replace(told, counts="")

    def _answer_of(
        self,
        answer: BoardAnswer,
        place: str,
        *,
        leads: bool,
        reasons: tuple[Entry, ...],
        objections: tuple[Entry, ...],
    ) -> SheetAnswer:
        own = replace(answer, reasons=reasons, objections=objections)
        counts = self.phrases.say("grammar.comma").join(filter(None, tell_side_counts(own, self.phrases)))
        told = (self._teller.tell(side) for side in (reasons, objections))
        return SheetAnswer(answer.claim.id, answer.claim.label, place, counts, leads, *told)

    def _tell_exclusions(self, answers: Sequence[BoardAnswer]) -> Iterator[str]:
        """Of each claim that stands and contradicts answers, which it excludes."""
        excluded: dict[str, list[str]] = {}
        for answer in answers:
            for rival in answer.rivals:
                if rival.state is EntryState.LIVE:
                    excluded.setdefault(rival.claim.label, []).append(self.phrases.quote(answer.claim.label))
        say, quote, join = self.phrases.say, self.phrases.quote, self.phrases.join
        for name, names in excluded.items():
            yield say("rivals.excludes", name=quote(name), names=join(names))

    def _tell_claim(self, answer: BoardAnswer) -> str:
        verb = self.phrases.say(f"word-verb.{answer.balance.word}")
        name, counts = self.phrases.quote(answer.claim.label), tell_counts(answer.balance, self.phrases)
        return self.phrases.say("picture.claim-stands", name=name, verb=verb, counts=counts)

    def _sheet(
        self,
        head: tuple[str, str, str],
        answers: tuple[SheetAnswer, ...],
        entries: Sequence[Entry],
        notes: Iterable[str] = (),
    ) -> PictureSheet:
        """The sheet with a title, an upshot and what would turn it as its ``head``."""
        told = tuple(filter(None, (*notes, self._tell_manners(entries, answers), self._tell_source())))
        rtl = find_direction(self.language) == "rtl"
        say = self.phrases.say
        return PictureSheet(
            *head,
            answers,
            notes=told,
            claims=len(self.index.claims),
            middle=say("picture.answers"),
            no_reason=say("picture.no-reason"),
            no_objection=say("picture.no-objection"),
            language=self.language,
            rtl=rtl,
        )

    def _tell_manners(self, entries: Sequence[Entry], answers: Sequence[SheetAnswer]) -> str:
        """What the few words beside reasons and objections mean, and by what these are ordered."""
        said = [premise.said for entry in entries for premise in entry.premises if premise.said]
        used = {
            "picture.speech": bool(said),
            "picture.order-means": any(p.strongest for a in answers for p in (*a.reasons, *a.objections)),
        }
        return " ".join(self.phrases.say(key) for key, is_used in used.items() if is_used)

    def _tell_source(self) -> str:
        say = self.phrases.say
        sources = [self._name_source(source) for source in self.index.map.drawn_from]
        drawn = [say("picture.source", n=len(sources), names=" · ".join(sources))] if sources else []
        return " ".join([*drawn, say("picture.snapshot", id=self.snapshot[:SNAPSHOT_LETTERS])])

    def _name_source(self, source: Source) -> str:
        author = self.index.stakeholders.get(source.author or "")
        date = self.phrases.write_date(source.published or "") or self.phrases.say("picture.undated")
        parts = (source.title, author.name if author else "", date)
        return self.phrases.say("grammar.comma").join(" ".join(part.split()) for part in parts if part)
