"""An article's sentences with numbers, and the windows in which a model reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from argumap.text import Article, Unit

# A window of so many characters is read with care by small models too; what lies around it helps to understand.
MOST_CHARACTERS: Final = 6_000
_AROUND: Final = 3
# Stands where sentences between two others are not shown, so that nobody takes these for neighbours.
_LEFT_OUT: Final = "…"


@dataclass(frozen=True, slots=True)
class NumberedSentence:
    """A sentence by the number that a model knows it by; ``heading`` is that of its section."""

    number: int
    unit: Unit
    block: str
    section: str
    heading: str

    @property
    def at(self) -> str:
        return self.unit.locator


@dataclass(frozen=True, slots=True)
class SentenceWindow:
    """The sentences that a model is asked about together; those ``around`` them are other windows' to answer."""

    own: tuple[NumberedSentence, ...]
    around: tuple[NumberedSentence, ...] = ()

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(sentence.number for sentence in self.own)

    @property
    def sentences(self) -> tuple[NumberedSentence, ...]:
        """All of them as they stand in the article."""
        return tuple(sorted((*self.own, *self.around), key=lambda sentence: sentence.number))

    def write(self) -> str:
        """The window as a model reads it: a line a sentence, so that no text can pass for a line of ours."""
        return "\n".join(_write_lines(self.sentences))


def number_sentences(article: Article) -> tuple[NumberedSentence, ...]:
    """The sentences of an article, counted from 1; headings and tables are no part of them."""
    found = (
        (unit, block.locator, section)
        for section in article.sections
        for block in section.blocks
        if block.kind != "table"
        for unit in block.units
    )
    return tuple(
        NumberedSentence(n, unit, block, section.locator, section.title)
        for n, (unit, block, section) in enumerate(found, 1)
    )


def cut_windows(
    sentences: Sequence[NumberedSentence], most: int = MOST_CHARACTERS, around: int = _AROUND
) -> list[SentenceWindow]:
    """Windows of at most about ``most`` characters, each with some sentences ``around`` it.

    Every sentence is one window's own; a window ends with a paragraph where one ends in its second half.
    """
    windows: list[SentenceWindow] = []
    start = 0
    while start < len(sentences):
        end = _find_end(sentences, start, most)
        before, after = sentences[max(start - around, 0) : start], sentences[end : end + around]
        windows.append(SentenceWindow(tuple(sentences[start:end]), (*before, *after)))
        start = end
    return windows


def narrow_windows(
    windows: Iterable[SentenceWindow], only: Collection[str], around: int = _AROUND
) -> list[SentenceWindow]:
    """The windows with the sentences at ``only`` these places for their own, and those ``around`` each.

    A window without any is left out.
    """
    narrowed = []
    for window in windows:
        own = tuple(sentence for sentence in window.own if sentence.at in only)
        near = {n for sentence in own for n in range(sentence.number - around, sentence.number + around + 1)}
        rest = tuple(s for s in window.sentences if s.number in near and s not in own)
        narrowed += [SentenceWindow(own, rest)] if own else []
    return narrowed


def _find_end(sentences: Sequence[NumberedSentence], start: int, most: int) -> int:
    size, end, last = 0, start, 0
    while end < len(sentences) and (end == start or size + len(sentences[end].unit.text) <= most):
        size += len(sentences[end].unit.text)
        end += 1
        closes = end == len(sentences) or sentences[end].block != sentences[end - 1].block
        if closes and (end == len(sentences) or size > most / 2):
            last = end
    return last or end


def _write_lines(sentences: Sequence[NumberedSentence]) -> Iterator[str]:
    section, last = "", 0
    for sentence in sentences:
        if last and sentence.number != last + 1:
            yield _LEFT_OUT
        last = sentence.number
        if sentence.section != section and sentence.heading:
            yield f"# {_in_one_line(sentence.heading)}"
        section = sentence.section
        yield f"[{sentence.number}] {_in_one_line(sentence.unit.text)}"


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
