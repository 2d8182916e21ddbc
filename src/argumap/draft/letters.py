"""Who writes which letter on a page of letters: each has its writer's name beneath it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.draft.transcripts import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.draft.cast import Cast
    from argumap.draft.cast_members import CastMember
    from argumap.text import Article, ArticleSection, Block, Unit

_FEWEST_LETTERS = 2
_LONGEST_SIGNATURE = 10
# Beneath the name stand at most so many lines of where and what somebody is.
_MOST_LINES = 3
# *Agnes Tollund, Ferrow*, *Dr R. Essen (retired driver)*: a name, and where or what somebody is.
_SIGNATURE = re.compile(r"\W*(?P<who>[^,(–—|]+?)\s*(?:[,(–—|].*)?", re.DOTALL)
# *R. Essen*, *J. M. van Tollund*: initials and a surname, which no other line is.
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?){1,3}(?:(?:de|van|von|der|la|le|du)\s+)*[^\W\d_][\w'’-]+")


@dataclass
class Letters(Turns):
    """The turns of a page of letters; the sentences of ``signatures`` tell who writes, and state nothing."""

    signatures: frozenset[str] = field(default_factory=frozenset)

    def text_of(self, unit: Unit) -> str:
        """The text of a sentence without the greeting before it."""
        text = super().text_of(unit)
        return text if text is unit.text else text[:1].upper() + text[1:]


@dataclass
class _Letter:
    """One letter as it is read; ``closed`` when its writer's name was met."""

    units: list[Unit] = field(default_factory=list)
    cut: dict[str, int] = field(default_factory=dict)
    writer: CastMember | None = None
    signature: list[Unit] = field(default_factory=list)


def find_letters(article: Article, cast: Cast) -> Letters:
    """The turns of a page of letters; none where fewer than two have a name beneath them.

    A letter begins at a heading, behind the one before, or where it greets the editor; it ends with a paragraph
    that is its writer's name, and lines of where they live or what they are. One that nobody has signed is
    nobody's.
    """
    letters = [letter for section in article.sections for letter in _read_letters(section, article.text, cast)]
    signed = [(letter.writer, letter) for letter in letters if letter.writer and letter.units]
    if len(signed) < _FEWEST_LETTERS:
        return Letters()
    return Letters(
        {unit.locator: writer for writer, letter in signed for unit in letter.units},
        {locator: end for letter in letters for locator, end in letter.cut.items()},
        signatures=frozenset(unit.locator for letter in letters for unit in letter.signature),
    )


def _read_letters(section: ArticleSection, text: str, cast: Cast) -> Iterator[_Letter]:
    letter = _Letter()
    for block in section.blocks:
        writer = _find_writer(block, text, cast)
        greeting = cast.words.salutation.match(block.units[0].text) if block.units else None
        if writer is not None and letter.writer is None and letter.units:
            letter.writer = writer
            letter.signature += block.units
        elif letter.writer and _is_line(block) and len(letter.signature) <= _MOST_LINES:
            letter.signature += block.units
        else:
            if letter.writer or (greeting and letter.units):
                yield letter
                letter = _Letter()
            if greeting:
                letter.cut[block.units[0].locator] = greeting.end()
            letter.units += block.units
    yield letter


def _is_line(block: Block) -> bool:
    """Whether a paragraph is a few words without a stop."""
    return (
        block.kind != "table"
        and len(block.units) == 1
        and len(block.units[0].text.split()) <= _LONGEST_SIGNATURE
        and block.units[0].text.rstrip("*_ ")[-1:] not in {".", "!", "?", ":", "”", '"'}
    )


def _find_writer(block: Block, text: str, cast: Cast) -> CastMember | None:
    """Whose name a paragraph is, or its first line."""
    if block.kind == "table" or len(block.units) != 1:
        return None
    unit = block.units[0]
    line = text[unit.start : unit.end].partition("\n")[0]
    name = read_signature(line, cast) if unit.text.startswith(line.strip("*_ ")) else ""
    name = name or read_signature(unit.text, cast)
    if not name:
        return None
    run = tuple(name.split())
    if run not in cast.names.runs:
        cast.names.learn_person(run)
    return cast.roster.named(run, person=True)


def read_signature(text: str, cast: Cast) -> str:
    """The name beneath a letter, without title and where or what somebody is; "" where a text is none.

    One that is set in capitals is told as names are written.
    """
    plain = text.strip("*_ ")
    match = _SIGNATURE.fullmatch(plain)
    short = len(plain.split()) <= _LONGEST_SIGNATURE and plain[-1:] not in {".", "!", "?", ":"}
    if match is None or not short:
        return ""
    words = (match["who"].title() if match["who"].isupper() else match["who"]).split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in cast.words.titles:
        words = words[1:]
    name = " ".join(words)
    return (
        name
        if _INITIALS.fullmatch(name) or cast.phrases.is_full_name(name) or _is_shouted(name, match["who"], cast)
        else ""
    )


def _is_shouted(name: str, written: str, cast: Cast) -> bool:
    """Whether a line is two or three words in capitals, none of which is a word of the language or of a body."""
    words = name.split()
    return (
        written.isupper()
        and len(words) in {2, 3}
        and not any(word.casefold() in cast.names.common or word.casefold() in cast.words.bodies for word in words)
    )
