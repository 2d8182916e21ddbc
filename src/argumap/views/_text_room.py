"""How many lines a text takes on a page, estimated from its letters, for pages that fill the room they have."""

from __future__ import annotations

import unicodedata
from math import ceil

WIDE = frozenset("WF")
"""Letters that take the room of two."""


def count_lines(text: str, letters: float) -> int:
    """How many lines a text takes, of so many letters each."""
    width = sum(2 if unicodedata.east_asian_width(letter) in WIDE else 1 for letter in text)
    return max(1, ceil(width / letters))
