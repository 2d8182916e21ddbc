"""Words as a person types them: without accents, without case, by their beginnings."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_FIRST_UNSPACED = "\u2e80"  # from here on stand the scripts that put no spaces between words


def fold(text: str) -> str:
    """``text`` without case and accents: Café → cafe."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def parse_words(text: str) -> tuple[str, ...]:
    """The folded words of ``text``; signs between them are left out."""
    return tuple(_WORD.findall(fold(text)))


def build_pattern(word: str) -> re.Pattern[str]:
    """Finds a folded word at the beginning of a word, or anywhere in scripts without spaces."""
    unspaced = max(word, default="") >= _FIRST_UNSPACED
    return re.compile(re.escape(word) if unspaced else rf"(?<![^\W_]){re.escape(word)}")
