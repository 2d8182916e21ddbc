"""Who answers in an interview that names nobody at its turns: what is asked stands alone, the answer behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.draft.transcripts import Turns, full_names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from argumap.draft.cast import Cast
    from argumap.draft.cast_members import CastMember
    from argumap.draft.cue_words import CueWords
    from argumap.text import Block

_FEWEST_ANSWERS = 3
_LONGEST_QUESTION = 4
_LONGEST_TOLD = 60
# Where nobody is named and no print sets questions off, so large a part of an interview asks.
_LEAST_ASKED = 3
# A paragraph that is emphasised as a whole: the same mark at both ends and nowhere between.
_SET_OFF = re.compile(r"(\*{1,3}|_{1,3})(?!\s)[^*_]+\1", re.DOTALL)


@dataclass
class _Answers:
    """The answers, each as its paragraphs, and the introduction before the first question.

    ``marked`` says that what is asked is set off by the print.
    """

    marked: bool
    answers: list[list[Block]] = field(default_factory=list)
    before: list[Block] = field(default_factory=list)

    def read(self, block: Block, *, asks: bool, answers: bool) -> None:
        if asks or answers:
            self.answers.append([block] if answers else [])
        else:
            (self.answers[-1] if self.answers else self.before).append(block)

    @property
    def answered(self) -> bool:
        """Whether an answer has begun."""
        return bool(self.answers and self.answers[-1])

    def is_interview(self, words: CueWords) -> bool:
        """Whether there are answers enough, and so many in the first person that somebody speaks in them."""
        personal = sum(not words.own_words.isdisjoint(_words_of(answer)) for answer in self.given)
        return len(self.given) >= _FEWEST_ANSWERS and personal * (3 if self.marked else 2) >= len(self.given)

    @property
    def given(self) -> list[list[Block]]:
        return [answer for answer in self.answers if answer]


def find_interview(
    blocks: Sequence[Block], text: str, asked_above: Collection[str], cast: Cast, *, titles: str = ""
) -> Turns:
    """The turns of an interview; none where the article is no such one.

    What is asked is set off in the file's ``text`` (``**…**``), or a question, or a heading right above the blocks
    ``asked_above``. Whoever answers in the first person is the one that a question addresses by name, or
    that the introduction or the ``titles`` call the one interviewed; else they stay the interviewee, where as many
    paragraphs ask as in an interview.
    """
    found = _read(blocks, text, asked_above, cast.words)
    if not found.is_interview(cast.words):
        return Turns()
    told = "\n".join([titles, *(unit.text for block in found.before for unit in block.units)])
    addressed = find_addressed(blocks, cast)
    called = cast.roster.named(addressed.pop(), person=True) if len(addressed) == 1 else None
    known = called or _find_interviewed(told, cast)
    told_only = not (known or found.marked or asked_above)
    if told_only and _LEAST_ASKED * len(found.answers) < len(blocks):
        return Turns()  # a column that asks its readers
    who = known or cast.roster.interviewee
    told_by = {unit.locator: who for answer in found.given for block in answer for unit in block.units}
    return Turns(told_by, asked=who)


def _read(blocks: Sequence[Block], text: str, asked_above: Collection[str], words: CueWords) -> _Answers:
    set_off = {block.locator for block in blocks if _is_set_off(block, text)}
    asking = {block.locator for block in blocks if _asks(block)}
    found = _Answers(marked=len(set_off & asking) >= _FEWEST_ANSWERS)
    asked = set_off if found.marked else asking
    for block in blocks:
        asks = block.locator in asked or (found.answered and not found.marked and _addresses(block, words))
        found.read(block, asks=asks, answers=block.locator in asked_above)
    return found


def _addresses(block: Block, words: CueWords) -> bool:
    """Whether a paragraph is one sentence to somebody, and of nobody's own: *Some call you a pessimist*."""
    told = _words_of([block])
    return len(block.units) == 1 and not words.addressees.isdisjoint(told) and words.own_words.isdisjoint(told)


def _words_of(blocks: Iterable[Block]) -> list[str]:
    return " ".join(unit.text for block in blocks for unit in block.units).casefold().replace("’", " ").split()


def find_addressed(blocks: Iterable[Block], cast: Cast) -> set[tuple[str, ...]]:
    """Whom questions address by name: *Ms Brodersen, why …*."""
    named = set()
    for block in filter(_asks, blocks):
        called, comma, _ = block.units[0].text.partition(",")
        if comma and (name := cast.phrases.find_called(called)):
            named.add(name)
    return named


def _find_interviewed(told: str, cast: Cast) -> CastMember | None:
    """*A conversation with Hanne Brodersen*."""
    people = {
        cast.names.full(run)
        for match in cast.words.interviewed.finditer(told)
        for run in full_names(told[match.end() :][:_LONGEST_TOLD], cast)[:1]
    }
    return cast.roster.named(people.pop(), person=True) if len(people) == 1 else None


def _asks(block: Block) -> bool:
    """Whether a paragraph is a question, with little before it."""
    return 0 < len(block.units) <= _LONGEST_QUESTION and block.units[-1].text.endswith("?")


def _is_set_off(block: Block, text: str) -> bool:
    """Whether a whole paragraph is emphasised in Markdown."""
    if not block.units:
        return False
    start, end = block.units[0].start, block.units[-1].end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return bool(_SET_OFF.fullmatch(text[first : last if last >= 0 else None].strip()))
