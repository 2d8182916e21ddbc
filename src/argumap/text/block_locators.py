"""What a reader finds in a file, block by block, and how the blocks get their locators."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from argumap.text.article import Article, ArticleSection, Block, Unit
from argumap.text.sentence_splitter import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.errors import Problem
    from argumap.text.article import LanguageOrigin
    from argumap.text.mapped_text import MappedText
    from argumap.text.sentence_splitter import Splitter


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of some level, 1 to 6."""

    flow: MappedText
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; the first ``bold`` characters of its flow stand in bold."""

    flow: MappedText
    bold: int = 0


@dataclass(frozen=True, slots=True)
class Items:
    """A list; nested items stand in it in the order of reading."""

    flows: tuple[MappedText, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the header row first; an empty cell is None and has no unit."""

    rows: tuple[tuple[MappedText | None, ...], ...]


_Body = Paragraph | Items | Table
Raw = Heading | _Body

_LETTER: Mapping[type[_Body], str] = {Paragraph: "p", Items: "l", Table: "t"}

# A lead phrase is a label; with more words, or with one of these, it is a sentence of its own.
_LEAD_WORDS = 7
_FINITE_WORDS = (
    "is are was were be am has have had do does did will would can could shall should may might must "
    "i you he she it we they this that there who let need needs want wants say says said seem seems come comes "
    "make makes go goes get gets take takes mean means matter matters work works"
)
_FINITE = frozenset(_FINITE_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")


def build_article(
    text: str,
    blocks: Iterable[Raw],
    warnings: Iterable[Problem],
    splitter: Splitter,
    language_by: LanguageOrigin,
) -> Article:
    """The article that ``blocks`` of ``text`` make: numbered by section and kind, split into sentences."""
    parts: list[tuple[Heading | None, list[_Body]]] = [(None, [])]
    for raw in blocks:
        if isinstance(raw, Heading):
            parts.append((raw, []))
        else:
            parts[-1][1].append(raw)
    sections = [_section(f"s{n}", *part, splitter) for n, part in enumerate(parts) if n or part[1]]
    return Article(text, tuple(sections), tuple(warnings), splitter, language_by)


def _section(locator: str, heading: Heading | None, bodies: Sequence[_Body], splitter: Splitter) -> ArticleSection:
    numbers: Counter[str] = Counter()
    blocks = []
    for raw in bodies:
        letter = _LETTER[type(raw)]
        numbers[letter] += 1
        blocks.append(_block(raw, f"{locator}.{letter}{numbers[letter]}", splitter))
    if heading is None:
        return ArticleSection(locator, None, 0, tuple(blocks))
    return ArticleSection(locator, _whole(f"{locator}.h", "heading", heading.flow), heading.level, tuple(blocks))


def _block(raw: _Body, locator: str, splitter: Splitter) -> Block:
    match raw:
        case Paragraph():
            sentences = list(_sentences(locator, raw.flow, splitter))
            english = splitter.language.code == ENGLISH
            return Block("paragraph", locator, _with_lead(sentences, raw.bold, english=english))
        case Items():
            items = (_sentences(f"{locator}.i{n}", flow, splitter) for n, flow in enumerate(raw.flows, 1))
            return Block("list", locator, tuple(chain.from_iterable(items)))
        case Table():
            return Block("table", locator, tuple(_cells(locator, raw.rows)))


def _sentences(locator: str, flow: MappedText, splitter: Splitter) -> Iterator[Unit]:
    text = flow.text
    for n, (start, end) in enumerate(splitter.split(text), 1):
        yield Unit(f"{locator}.s{n}", "sentence", *flow.span(start, end), text[start:end])


def _cells(locator: str, rows: Sequence[Sequence[MappedText | None]]) -> Iterator[Unit]:
    for r, row in enumerate(rows):
        for c, flow in enumerate(row, 1):
            if flow is not None:
                yield _whole(f"{locator}.r{r}.c{c}", "cell" if r else "header", flow)


def _whole(locator: str, kind: str, flow: MappedText) -> Unit:
    text = flow.text
    return Unit(locator, kind, *flow.span(0, len(text)), text)


def _with_lead(units: list[Unit], bold: int, *, english: bool) -> tuple[Unit, ...]:
    if len(units) > 1 and ((english and _names_a_topic(units[0].text)) or abs(bold - len(units[0].text)) <= 1):
        units[0] = replace(units[0], lead=True)
    return tuple(units)


def _names_a_topic(sentence: str) -> bool:
    """Whether an English sentence is a short phrase without a finite verb, such as "Cost at scale."."""
    words = [word.casefold() for word in _WORD.findall(sentence)]
    past = any(word.endswith("ed") for word in words[1:])
    return sentence.endswith(".") and 0 < len(words) <= _LEAD_WORDS and not past and _FINITE.isdisjoint(words)
