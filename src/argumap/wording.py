"""Numbers and enumerations in English sentences, names that a person gives, and words as they are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def counted(number: int, noun: str, plural: str = "") -> str:
    """``1 claim``, ``2,000 claims``; ``plural`` where an ``s`` at the end does not make it."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def joined(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; nothing for no words."""
    *rest, last = words or [""]
    return f"{', '.join(rest)} and {last}" if rest else last


def listed(names: Iterable[str]) -> Sequence[str]:
    """The names that are given where a list of them is asked for; a text is one name, not its letters."""
    return [names] if isinstance(names, str) else [*names]


def fold(text: str) -> str:
    """``text`` without case and accents: Café → cafe."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in normalize("NFKD", text) if not combining(c)).casefold()
