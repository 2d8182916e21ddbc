"""Ids that can be read: the words of a claim that carry it, in small letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.text.romanisation import romanise
from argumap.wording import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.text.languages import Language

_MOST_WORDS = 4
_MOST_OF_A_NAME = 6
_STEM = 5
_LONGEST = 40
_WORD = re.compile(r"[a-z0-9]+", re.ASCII)
_APOSTROPHE = re.compile(r"[’']s?\b")
# Kana beside Han are endings and particles; an id of them alone would tell nothing.
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LOCATOR = re.compile(r"s\d+")


class Slugs:
    """Makes ids, each once, of which those in ``taken`` are none."""

    def __init__(self, language: Language, taken: Iterable[str] = ("question", "article")) -> None:
        self._small = language.stop_words | frozenset(map(romanise, language.stop_words))
        self._denying = frozenset(fold(romanise(word)) for word in language.negators)
        # The number that the next id of the same words gets, so that a text which repeats itself costs no more.
        self._next = dict.fromkeys(taken, 2)

    def stems(self, text: str) -> frozenset[str]:
        """The beginnings of the words of a text that carry it, so that *raising* meets *raised*."""
        found = re.findall(r"\w+", text.casefold())
        return frozenset(word[:_STEM] for word in found if word not in self._small and len(word) > 1)

    def make(self, text: str, *, names: bool = False, otherwise: str = "claim") -> str:
        """An id of the words of ``text``, with what denies in it; of a name all its words count.

        Letters of other scripts are written as they sound; what has none that do, such as Han, is called as told
        by ``otherwise``.
        """
        plain = fold("" if _HAN.search(text) else romanise(text))
        found = _WORD.findall(_APOSTROPHE.sub("", plain) if "'" in plain or "’" in plain else plain)
        chosen = found[:_MOST_OF_A_NAME] if names else self._choose(found)
        base = "-".join(chosen)[:_LONGEST].strip("-") or otherwise
        if _LOCATOR.fullmatch(base):
            base = f"claim-{base}"
        made, n = base, self._next.get(base, 2)
        while made in self._next:
            made, n = f"{base}-{n}", n + 1
        self._next[base] = n
        self._next.setdefault(made, 2)
        return made

    def _choose(self, found: list[str]) -> list[str]:
        """The first words that tell something; where they do not reach what denies, that and the next instead."""
        denying = self._denying
        small = self._small
        telling = [word for word in found if word in denying or (word not in small and len(word) > 1)]
        chosen = telling[:_MOST_WORDS]
        if denying.isdisjoint(chosen):
            late = next((n for n, word in enumerate(telling) if word in denying), 0)
            chosen = [*chosen[:-1], *telling[late : late + 2]] if late else chosen
        return chosen or found[:_MOST_WORDS]
