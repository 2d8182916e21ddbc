"""Ids that can be read: the words of a claim that carry it, in small letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.text.languages import Language

_MOST_WORDS = 4
_STEM = 5
_LONGEST = 40
_LOCATOR = re.compile(r"s\d+")


class Slugs:
    """Makes ids, each once, of which those in ``taken`` are none."""

    def __init__(self, language: Language, taken: Iterable[str] = ("question", "article")) -> None:
        self._small = language.stop_words
        # The number that the next id of the same words gets, so that a text which repeats itself costs no more.
        self._next = dict.fromkeys(taken, 2)

    def stems(self, text: str) -> frozenset[str]:
        """The beginnings of the words of a text that carry it, so that *raising* meets *raised*."""
        found = re.findall(r"\w+", text.casefold())
        return frozenset(word[:_STEM] for word in found if word not in self._small and len(word) > 1)

    def make(self, text: str, *, names: bool = False) -> str:
        """An id of the words of ``text``; of a name all its words count."""
        if not text.isascii():
            text = "".join(c for c in normalize("NFKD", text) if not combining(c))
        plain = text.casefold().replace("ß", "ss")
        found = re.findall(r"[a-z0-9]+", re.sub(r"[’']s?\b", "", plain), re.ASCII)
        telling = [word for word in found if word not in self._small and len(word) > 1]
        chosen = (found if names else telling or found)[: 6 if names else _MOST_WORDS]
        base = "-".join(chosen)[:_LONGEST].strip("-") or "claim"
        if _LOCATOR.fullmatch(base):
            base = f"claim-{base}"
        made, n = base, self._next.get(base, 2)
        while made in self._next:
            made, n = f"{base}-{n}", n + 1
        self._next[base] = n
        self._next.setdefault(made, 2)
        return made
