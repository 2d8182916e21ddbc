"""A verdict in sentences whose names lead to their claims: for a page, which says where each part of them goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from argumap.phrases import ENGLISH
from argumap.verdicts.issue_wording import IssueWording
from argumap.verdicts.verdict_terms import call

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.model import Index
    from argumap.phrases import Phrases
    from argumap.verdicts.issue_facts import IssueFacts

_MARK = re.compile("\x00([0-9]+)\x00")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence; where they are the name of a claim, ``claim`` is its id, else it is empty.

    A ``tag`` is what stands beside some things as their mark, and is drawn here as it is there.
    """

    words: str
    claim: str = ""
    tag: bool = False


Sentence: TypeAlias = "tuple[Piece, ...]"


@dataclass(frozen=True, slots=True)
class IssueSentences:
    """The verdict on an issue, by what each sentence is about.

    ``cautions`` come first where there are any, then who ``leads`` and by what, and which answers are ``free`` of
    unanswered objections. ``turns`` tell what would change that; ``own`` what remains with the source's own steps
    alone; ``standard`` who meets the standard that is asked for, ``unsettled`` what is unresolved, ``counted``
    what other counts come to.
    """

    cautions: tuple[Sentence, ...]
    leads: Sentence
    free: Sentence
    turns: tuple[Sentence, ...]
    own: tuple[Sentence, ...]
    standard: tuple[Sentence, ...]
    unsettled: tuple[Sentence, ...]
    counted: tuple[Sentence, ...]


def build_sentences(verdict: IssueFacts, phrases: Phrases = ENGLISH) -> IssueSentences:
    """The sentences of the verdict, in pieces; what it says of each answer is left out."""
    writer = SentenceWriter(phrases)
    words = IssueWording(verdict, writer.write, phrases)
    if len(verdict.ranking.answers) < 2:
        standard = words.standard() if verdict.ranking.answers else ()
        return IssueSentences(
            cautions=(),
            leads=writer.part(words.head()),
            free=(),
            turns=(),
            own=writer.part_all(words.own_steps()),
            standard=writer.part_all(standard),
            unsettled=(),
            counted=(),
        )
    return IssueSentences(
        cautions=writer.part_all(words.cautions()),
        leads=writer.part(words.head()),
        free=writer.part(words.freedom()),
        turns=writer.part_all(words.turns()),
        own=writer.part_all(words.own_steps()),
        standard=writer.part_all(words.standard()),
        unsettled=writer.part_all(words.unsettled()),
        counted=writer.part_all(words.other_counts()),
    )


def read_plainly(sentence: Sentence) -> str:
    """A sentence as plain text."""
    return "".join(piece.words for piece in sentence)


class SentenceWriter:
    """Writes sentences whose names lead to claims: a mark in place of each, put back when they are parted."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.names: list[Piece] = []

    def write(self, index: Index, claim: str, words: str = "") -> str:
        """The name of a claim, or other ``words`` for it, between quotation marks, as a mark for `part`."""
        name = self.phrases.quote(words) if words else call(index, claim, self.phrases)
        self.names.append(Piece(name[1:-1], claim))
        return f"{name[0]}\0{len(self.names) - 1}\0{name[-1]}"

    def write_tag(self, words: str) -> str:
        """The words of a tag, as a mark for `part`."""
        self.names.append(Piece(words, tag=True))
        return f"\0{len(self.names) - 1}\0"

    def part(self, told: str) -> Sentence:
        """A sentence in pieces; nothing of an empty one."""
        return tuple(self._part(told))

    def part_all(self, told: Iterable[str]) -> tuple[Sentence, ...]:
        """Several sentences in pieces."""
        return tuple(map(self.part, told))

    def _part(self, told: str) -> Iterator[Piece]:
        # The pattern has one group, so that every second part is the number of a name.
        for n, part in enumerate(_MARK.split(told)):
            if n % 2:
                yield self.names[int(part)]
            elif part:
                yield Piece(part)
