"""A text in lines of a width: at blanks, between the letters of East Asia, within a word that is too long."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from argumap.pictures.typefaces import is_square

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.pictures.typefaces import Typeface

BLANKS = re.compile(r"[ \t\r\n\f\v]+")
HYPHEN, CUT = "-", "…"
AFTER = frozenset("-–—/‐")
"""A line may end behind these."""
NEVER_FIRST = frozenset("、。，．・：；？！）〕］｝〉》」』】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ")
NEVER_LAST = frozenset("（〔［｛〈《「『【")


@lru_cache(maxsize=4096)
def break_lines(
    text: str, face: Typeface, size: float, width: float, most: int | None = None, *, taken: float = 0
) -> tuple[str, ...]:
    """The lines of a text, as full as they go; beyond ``most`` the last one is cut, and says so by its dots.

    ``taken`` is how much of the first line is not to be had; where nothing fits there, that line is empty.
    """
    lines = tuple(_fill(text, face, size, width, taken))
    if most is None or len(lines) <= most:
        return lines
    return (*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), face, size, width))


@lru_cache(maxsize=512)
def balance_lines(
    text: str, face: Typeface, size: float, width: float, most: int | None = None
) -> tuple[str, ...]:
    """The same number of lines, of about the same length."""
    lines = break_lines(text, face, size, width, most)
    low, high = width / 2, width
    while len(lines) > 1 and high - low > 1:
        middle = (low + high) / 2
        tried = break_lines(text, face, size, middle)
        if len(tried) <= len(lines):
            lines, high = tried, middle
        else:
            low = middle
    return lines


def _fill(text: str, face: Typeface, size: float, width: float, taken: float) -> Iterator[str]:
    line, reach = "", taken
    for piece in _pieces(text):
        if reach + face.measure(piece.rstrip(), size) <= width:
            line += piece
            reach += face.measure(piece, size)
            continue
        if line.strip() or taken:
            yield line.rstrip()
            taken = 0
        *full, line = _split_long(piece, face, size, width)
        reach = face.measure(line, size)
        yield from full
    if line.strip():
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """What stays on one line: words with their blank, parts of words with their hyphen, single ideographs."""
    clean = " ".join(BLANKS.split(text))
    start = 0
    for at, (before, behind) in enumerate(pairwise(clean), start=1):
        if _may_break(before, behind):
            yield clean[start:at]
            start = at
    yield clean[start:]


def _may_break(before: str, behind: str) -> bool:
    if before == " ":
        return behind != " "
    if behind == " ":
        return False
    if before in AFTER:
        return behind.isalpha()
    return (is_square(before) or is_square(behind)) and behind not in NEVER_FIRST and before not in NEVER_LAST


def _split_long(piece: str, face: Typeface, size: float, width: float) -> Sequence[str]:
    """A piece in parts that fit, each but the last with a hyphen; a mark stays with its letter."""
    parts, part = [], ""
    for letter in piece:
        mark = HYPHEN if part[-1:].isalnum() and letter.isalnum() else ""
        joins = unicodedata.category(letter) in {"Mn", "Mc", "Me", "Cf"}
        if part and not joins and letter != " " and face.measure(part + letter + HYPHEN, size) > width:
            parts.append(part + mark)
            part = ""
        part += letter
    return [*parts, part]


def _cut(text: str, face: Typeface, size: float, width: float) -> str:
    if face.measure(text, size) <= width:
        return text
    end = len(text)
    while end and face.measure(text[:end].rstrip(" ,;:.") + CUT, size) > width:
        end -= 1
    return text[:end].rstrip(" ,;:.") + CUT
