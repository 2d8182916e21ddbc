"""What argumap knows of a language: one file a language, named after its code, that binds ``PLUGIN``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Language:
    """The words of a language that its sentences and the meaning of a passage hang on, all in small letters.

    ``code`` is its BCP 47 tag, ``name`` what English calls it. Words are written as `normalise` leaves them, so
    that they can be looked up among the tokens of a passage.

    A word that turns a sentence into its contrary is one of ``negators`` or ends with one of ``negator_endings``.
    ``number_words`` has the value of each word that counts as a number.

    Of the abbreviations, those of ``before_names`` go with what follows and those of ``before_numbers`` with a
    number; those of ``may_end`` close a sentence where one of the ``opening_words``, as these are written with
    a capital, follows.
    """

    code: str
    name: str
    negators: frozenset[str]
    number_words: Mapping[str, float]
    negator_endings: tuple[str, ...] = ()
    before_names: frozenset[str] = field(default=frozenset(), repr=False)
    before_numbers: frozenset[str] = field(default=frozenset(), repr=False)
    may_end: frozenset[str] = field(default=frozenset(), repr=False)
    opening_words: frozenset[str] = field(default=frozenset(), repr=False)

    def find_negators(self, words: Iterable[str]) -> list[str]:
        """The negators among the tokens of a passage, in order."""
        negators, endings = self.negators, self.negator_endings
        return [word for word in words if word in negators or word.endswith(endings)]

    def find_numbers(self, words: Iterable[str]) -> list[str]:
        """The numbers among the tokens of a passage, in order: in digits or in words."""
        known = self.number_words
        return [word for word in words if word in known or any(map(str.isdigit, word))]


def listed(words: str) -> frozenset[str]:
    """The words of a list with spaces between them."""
    return frozenset(words.split())


LANGUAGES: Registry[Language] = Registry("argumap.text.languages")
