"""How wide a text comes out in the pictures' fonts, by a table of their letters: nothing needs to be installed."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SQUARE, USUAL = 1000, 600
"""Thousandths of the type's size: a letter of East Asia, and one that the table does not know."""
WIDTHLESS = frozenset({"Cc", "Cf", "Mn", "Me", "Zl", "Zp"})
RIGHT_TO_LEFT = frozenset({"R", "AL"})
STRONG = RIGHT_TO_LEFT | {"L"}


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of letters in a weight. ``substitutes`` are what a viewer without it may take instead."""

    family: str
    table: str
    weight: int
    substitutes: str

    def measure(self, text: str, size: float) -> float:
        """How far a text reaches that is set in type of that size, without kerning."""
        widths = _read_widths(self.table, self.weight)
        return sum(map(widths.__getitem__, text)) * size / 1000


_SERIF = ("Noto Serif", "serif")
_SANS = ("Noto Sans", "sans")
_LIKE_SERIF = 'Georgia, "DejaVu Serif", "Times New Roman", serif'
_LIKE_SANS = '"Segoe UI", "Open Sans", "DejaVu Sans", "Helvetica Neue", Arial, sans-serif'
SERIF = Typeface(*_SERIF, 400, _LIKE_SERIF)
SERIF_BOLD = Typeface(*_SERIF, 700, _LIKE_SERIF)
SANS = Typeface(*_SANS, 400, _LIKE_SANS)
SANS_BOLD = Typeface(*_SANS, 700, _LIKE_SANS)


def runs_right_to_left(text: str) -> bool:
    """Whether a text's first letter with a direction is one of Arabic, Hebrew or their kin."""
    strong = (way for c in text if (way := unicodedata.bidirectional(c)) in STRONG)
    return next(strong, "L") in RIGHT_TO_LEFT


def find_unknown_letters(text: str) -> frozenset[str]:
    """The letters of a text that the pictures' own fonts lack."""
    known = _read_widths(SANS.table, SANS.weight)
    return frozenset(c for c in text if c not in known and unicodedata.category(c) not in WIDTHLESS)


def is_square(letter: str) -> bool:
    """Whether a letter is one of East Asia that takes a square."""
    return unicodedata.east_asian_width(letter) in {"W", "F"}


class _Widths(dict[str, int]):
    """Thousandths of the type's size by letter; what the table lacks is guessed."""

    def __missing__(self, letter: str) -> int:
        if unicodedata.category(letter) in WIDTHLESS:
            return 0
        return SQUARE if is_square(letter) else USUAL


@cache
def _read_widths(table: str, weight: int) -> _Widths:
    tables = json.loads((files("argumap.pictures") / "widths.json").read_text("utf-8"))
    parts = ("scripts", "sans", table)
    listed = (pair for part in parts for pair in tables[f"{part}-{weight}"].items())
    return _Widths((letter, int(width)) for width, letters in listed for letter in letters)
