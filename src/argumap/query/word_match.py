"""Words as a person types them: without accents, without case, by their beginnings."""

from __future__ import annotations

import re

from argumap.wording import fold

_WORD = re.compile(r"[^\W_]+")
_FIRST_UNSPACED = "\u2e80"  # from here on stand the scripts that put no spaces between words


def parse_words(text: str) -> tuple[str, ...]:
    """The folded words of ``text``; signs between them are left out."""
    return tuple(_WORD.findall(fold(text)))


def build_pattern(word: str) -> re.Pattern[str]:
    """Finds a folded word at the beginning of a word, or anywhere in scripts without spaces."""
    unspaced = max(word, default="") >= _FIRST_UNSPACED
    return re.compile(re.escape(word) if unspaced else rf"(?<![^\W_]){re.escape(word)}")
