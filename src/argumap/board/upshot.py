"""Where a debate stands as a newspaper has it: who leads and why, what speaks against it, what would turn it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.board.board_records import EntryState, Upshot
from argumap.board.lead_carriers import are_reasons, hangs_on_number
from argumap.model import Act
from argumap.query import Side
from argumap.verdicts import Piece, SentenceWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.board.board_records import Board, BoardAnswer, Entry, WhatIf
    from argumap.model import Index
    from argumap.phrases import Phrases

SPEAKERS = 2
"""So many who raise an objection are named."""

LEVEL = 2
"""So many answers that are level are each told with their first reason."""

ALIKE = 2
"""So many reasons are each named where nothing tells which is the strongest; of more the first in the map."""

SENTENCE = 140
"""A claim whose title is a catchword is told in its sentence, where that has at most so many letters."""

ASIDE = 3
"""So many claims are named that would turn a debate together; of more the first."""


def tell_upshot(index: Index, board: Board, phrases: Phrases) -> Upshot:
    """The upshot of a board: of several answers all that `Upshot` has, of one or none what there is to tell.

    The reason and the objection that are named are the first as the board places them; where nothing but the
    order of the map puts one first, it is not told as the strongest.
    """
    if not board.answers:
        return Upshot(head=board.told.leads)
    writer = SentenceWriter(phrases)
    words = _Words(index, board, phrases, writer)
    what_if = board.turning
    turn = writer.part(words.tell_what_if(what_if)) if what_if else ()
    if not turn and board.verdict.ranking.leader and board.told.turns:
        turn = board.told.turns[0]
    told = (words.tell_head(), words.tell_reasons(), words.tell_against())
    head, reasons, against, turn = _link_once((*writer.part_all(told), turn))
    unbacked = writer.part("".join(f"{each} " for each in words.tell_unbacked()))
    marked = writer.part(words.tell_marked(what_if)) if what_if else turn
    lead, marked = _link_once((writer.part(words.tell_lead()), (*unbacked, *marked)))
    asides = writer.part_all(words.tell_asides())
    return Upshot(head, reasons, against, turn, lead=lead, marked=marked, asides=asides, what_if=what_if)


def _link_once(sentences: Iterable[Sequence[Piece]]) -> Iterator[tuple[Piece, ...]]:
    """The sentences with each claim as a link where it is first named, and as words from then on."""
    linked = set[str]()
    for sentence in sentences:
        pieces = []
        for piece in sentence:
            pieces.append(Piece(piece.words) if piece.claim in linked else piece)
            linked |= {piece.claim} - {""}
        yield tuple(pieces)


@dataclass(frozen=True, slots=True)
class _Words:
    index: Index
    board: Board
    phrases: Phrases
    writer: SentenceWriter

    def tell_head(self) -> str:
        """Who leads, and how far ahead; or that there is nothing to lead by."""
        first, say = self.board.answers[0], self.phrases.say
        if len(self.board.answers) == 1:
            return say("upshot.only" if first.entries else "upshot.only-unargued", name=self._name(first))
        if first.level:
            return self._tell_level()
        if not first.live_reasons:
            key = "upshot.leads-with-nothing" if self._any_live() else "upshot.nothing-decided"
            return say(key, name=self._name(first))
        return say(f"upshot-leads.{self.board.verdict.how_ahead}", name=self._name(first))

    def _tell_level(self) -> str:
        level = [answer for answer in self.board.answers if answer.leads]
        names = self._call_all([answer.claim.id for answer in level])
        bare = not any(entry.live for answer in level for entry in answer.entries)
        return self.phrases.say("upshot.level-bare" if bare else "upshot.level", names=names)

    def _call_all(self, answers: Sequence[str]) -> str:
        """These answers; of many the first, and how many more."""
        shown = [self._call(answer) for answer in answers[: LEVEL + 1]]
        if len(answers) > LEVEL + 1:
            shown[LEVEL:] = [self.phrases.say("counts.others", n=len(answers) - LEVEL)]
        return self.phrases.join(shown)

    def tell_lead(self) -> str:
        """Who leads and by what: what counts for the first answer, and for the next."""
        say, answers = self.phrases.say, self.board.answers
        first, second = answers[0], answers[1:2]
        if not self._is_counted():
            return self.tell_head()
        counts = self._count(first)
        if first.level and self._even():
            return f"{self.tell_head()} {say('upshot.figures-each', counts=counts)}"
        other = self._count_briefly(second[0])
        if first.level or not first.live_reasons:
            figures = say("upshot.figures", counts=counts, other=other)
            return f"{self.tell_head()} {figures[0].upper()}{figures[1:]}"
        key = f"upshot-leads-by.{self.board.verdict.how_ahead}"
        return say(key, name=self._name(first), counts=counts, other=other)

    def _is_counted(self) -> bool:
        """Whether there is anything to count, and something to count it against."""
        first = self.board.answers[0]
        return len(self.board.answers) > 1 and self._any_live() and not (first.level and not first.entries)

    def tell_asides(self) -> Iterator[str]:
        """What the figures are not, and how much the map adds itself."""
        if not self._is_counted():
            return
        yield self.phrases.say("upshot.by-argument")
        verdict = self.board.verdict
        if verdict.own and verdict.ranking.leader and not verdict.hangs_on_added_steps:
            yield self.phrases.say("upshot.added-steps", n=verdict.added_steps)

    def tell_unbacked(self) -> Iterator[str]:
        """That some are named who speak on the question, and of them at most the authors for what leads."""
        if not self._is_counted():
            return
        people = self.board.people
        backing = [person for person in people if person.stands[0].side in {Side.FOR, Side.BOTH}]
        named = all(person.author for person in people) or not all(person.author for person in backing)
        if named or self.board.answers[0].level:
            return
        sides = [person.stands[0].side for person in backing]
        key = "author-alone" if Side.FOR in sides else "author-on-both" if sides else "unbacked"
        yield self.phrases.say(f"upshot.{key}", n=len(sides))

    def tell_reasons(self) -> str:
        """The reasons for the first answer that come first; of two that are level, those for each."""
        first = self.board.answers[0]
        if first.level:
            level = [answer for answer in self.board.answers if answer.leads]
            told = (self._tell_for(answer) for answer in level if len(level) <= LEVEL)
            return " ".join(filter(None, told))
        if first.live_reasons:
            return self._tell_foremost(first)
        return self.phrases.say("upshot.only-bare") if len(self.board.answers) == 1 and first.entries else ""

    def _tell_for(self, answer: BoardAnswer) -> str:
        foremost = answer.foremost_reasons
        reasons = self._list(foremost)
        n, name = len(foremost), self._name(answer)
        return self.phrases.say("upshot.speaks-for", n=n, name=name, reasons=reasons) if foremost else ""

    def _tell_foremost(self, answer: BoardAnswer) -> str:
        foremost, live = answer.foremost_reasons, answer.live_reasons
        ground = _find_ground(foremost[0], live[len(foremost) :])
        reasons = self._list(foremost)
        return self.phrases.say(f"upshot-reasons.{ground}", n=len(foremost), all=len(live), reasons=reasons)

    def _list(self, entries: Sequence[Entry]) -> str:
        """Up to two reasons, parted more widely than the claims of one are; of more the first in the map."""
        shown = entries if len(entries) <= ALIKE else entries[:1]
        joint = any(len(entry.premises) > 1 for entry in shown)
        return self.phrases.join([*map(self._names, shown)], "upshot.and-joint" if joint else "grammar.and")

    def tell_against(self) -> str:
        """What chiefly speaks against the first answer, or what became of what did; of level ones nothing."""
        first, say = self.board.answers[0], self.phrases.say
        if first.level or not first.entries:
            return ""
        if not first.objections:
            return say("upshot.no-objection")
        main = first.objections[0]
        who, names = self._tell_who(main), self._names(main)
        if main.state is EntryState.UNRESOLVED:
            return say("upshot.undecided", names=names, who=who)
        if main.live:
            key = "upshot.against" if len(first.foremost_objections) == 1 else "upshot.against-alike"
            return say(key, names=names, who=who, n=len(first.live_objections))
        if not main.answered:
            return say("upshot.failed", names=names, who=who)
        answers = self._names(main.answered[0])
        return say("upshot.answered", names=names, who=who, answers=answers, n=len(first.objections))

    def _tell_who(self, entry: Entry) -> str:
        """Who raises an objection beside the author, in brackets; who only grants it does not."""
        raised = (s for s in entry.said if s.by.id not in self.board.authors and s.act is not Act.CONCEDES)
        others = [stance.by.name for stance in raised]
        if len(others) > SPEAKERS:
            others[SPEAKERS:] = [self.phrases.say("upshot.more-speakers", n=len(others) - SPEAKERS)]
        return self.phrases.say("upshot.who", names=self.phrases.join(others)) if others else ""

    def tell_what_if(self, what_if: WhatIf) -> str:
        names = [self._call(claim) for claim in what_if.aside[: ASIDE if len(what_if.aside) <= ASIDE else 1]]
        more = len(what_if.aside) - len(names)
        if more:
            names.append(self.phrases.say("upshot.more-reasons", n=more))
        then = self._tell_then(what_if)
        return self.phrases.say("upshot.turn", n=len(what_if.aside), names=self.phrases.join(names), then=then)

    def _tell_then(self, what_if: WhatIf) -> str:
        """Which answers would lead, or draw level with the one that does."""
        now = self.board.verdict.ranking.leaders
        joining = [claim for claim in what_if.leaders if claim not in now]
        draws_level = len(joining) < len(what_if.leaders) and len(now) == 1
        leaders = joining if draws_level else what_if.leaders
        key = "upshot.then-draws-level" if draws_level else "upshot.then"
        return self.phrases.say(key, n=len(leaders), names=self._call_all(leaders))

    def tell_marked(self, what_if: WhatIf) -> str:
        """What would turn it: how many reasons where any do, or how many are marked; else by name."""
        marked, alike = self.board.carrying, self.board.alike
        if hangs_on_number(self.board):
            reasons, n = len(self.board.answers[0].live_reasons), len(what_if.aside)
            key = "upshot.without-all" if n == reasons else "upshot.without-some"
            return self.phrases.say(key, n=n, all=reasons, then=self._tell_then(what_if))
        shown = {premise.claim.id for entry in marked for premise in entry.premises}
        if len(marked) < 2 or any(shown.isdisjoint(each.aside) for each in alike):
            return self.tell_what_if(what_if)
        if len(alike) == 1 and len(what_if.aside) == 1:
            return self.tell_what_if(what_if)
        kind = "reasons" if are_reasons(marked) else "points"
        key = f"upshot.{'without' if len(alike) == 1 else 'without-any'}-{kind}"
        tag = self.writer.write_tag(self.phrases.say("upshot.carries"))
        return self.phrases.say(key, n=len(marked), tag=tag, then=self._tell_then(what_if))

    def _even(self) -> bool:
        """Whether those that are level have the same figures."""
        return len({self._count(answer) for answer in self.board.answers if answer.leads}) == 1

    def _any_live(self) -> bool:
        return any(entry.live for _, entry in self.board.walk())

    def _count(self, answer: BoardAnswer) -> str:
        say = self.phrases.say
        reasons = say("upshot.reasons", n=len(answer.live_reasons))
        return say(
            "upshot.counts", reasons=reasons, objections=say("upshot.objections", n=len(answer.live_objections))
        )

    def _count_briefly(self, answer: BoardAnswer) -> str:
        live = [len(answer.live_reasons), len(answer.live_objections)]
        return self.phrases.join([*map(str, live)]) if any(live) else self.phrases.say("upshot.neither")

    def _name(self, answer: BoardAnswer) -> str:
        return self._call(answer.claim.id)

    def _names(self, entry: Entry) -> str:
        """The claims of an entry: the first with the others, for they are one thought."""
        first, *others = (self._call(premise.claim.id) for premise in entry.premises)
        return self.phrases.say("upshot.joint", name=first, others=self.phrases.join(others)) if others else first

    def _call(self, claim: str) -> str:
        sentence = self.index.claims[claim].sentence
        return self.writer.write(self.index, claim, sentence.rstrip(".") if len(sentence) <= SENTENCE else "")


def _find_ground(first: Entry, behind: Sequence[Entry]) -> str:
    """By what the reasons that come first do so, before those ``behind``: ``alike`` where there is none."""
    if not behind:
        return "alike"
    if all(entry.weight < first.weight for entry in behind):
        return "weight"
    if all((entry.weight, entry.support) < (first.weight, first.support) for entry in behind):
        return "support"
    return "first"
