"""What argumap knows of a language: one file a language, named after its code, that binds ``PLUGIN``."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from argumap.registry import Registry
from argumap.text.other_languages import NAMES

if TYPE_CHECKING:
    import re
    from collections.abc import Container, Iterable, Mapping


_OPENING = 3


@dataclass(frozen=True)
class FigureWords:
    """The words by which a language tells figures, all in small letters.

    ``cardinals`` and ``magnitudes`` make numbers, with ``joiners`` between them (*two hundred and six*), and one
    of the ``articles`` stands for *one* before a magnitude or one of the ``fractions``. A word of both
    ``fractions`` and ``ordinals`` is a share before one of ``after_shares`` (*a third of*) and at the end of a
    clause.
    ``multiples`` say how often (*twice*, *doubled*), ``vague`` words name no number, or none that is meant
    (*hundreds*, *both*).

    Digits may have one of ``ordinal_endings`` (*3rd*) or be ``short`` for more (*7k*). ``percent`` has what stands
    for the sign, of one word or two; ``out_of`` what makes a share of two numbers (*one in five*). A number after
    a ``rough`` word is not meant to be exact, and one after a month is no part of a name.
    """

    cardinals: Mapping[str, float]
    magnitudes: Mapping[str, float]
    fractions: Mapping[str, float]
    multiples: Mapping[str, float]
    ordinals: Mapping[str, float]
    vague: Mapping[str, float]
    short: Mapping[str, float]
    articles: frozenset[str]
    joiners: frozenset[str]
    after_shares: frozenset[str]
    percent: frozenset[str]
    out_of: frozenset[str]
    rough: frozenset[str]
    months: Mapping[str, float]
    ordinal_endings: frozenset[str]

    @cached_property
    def spelt(self) -> frozenset[str]:
        """All words that may tell a figure."""
        kinds = (
            self.cardinals,
            self.magnitudes,
            self.fractions,
            self.multiples,
            self.ordinals,
            self.vague,
            self.months,
        )
        return frozenset(word for kind in kinds for word in kind)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Language:
    """The words of a language that its sentences and the meaning of a passage hang on, all in small letters.

    ``code`` is its BCP 47 tag, ``name`` what English calls it; ``stop_words`` tell it from others. Words are
    written as `normalise` leaves them, so that they can be looked up among the tokens of a passage.

    A word that turns a sentence into its contrary is one of ``negators``, ends with one of ``negator_endings`` or
    begins with one of ``negator_beginnings``. ``number_words`` has the value of each word that counts as a number.
    So does such a word, or one of ``number_stems``, with one of ``number_endings`` (*elfmal*, *elften*), also
    behind one of ``number_beginnings`` (*vervierfacht*). Each ending has the one that it is told by, so that
    another case is no other number.
    ``prefixes`` are small words that are written onto either. Where words have no spaces between them (``spaced``
    is False) ``negations`` and ``numbers`` find them: what their group holds counts.

    Of the abbreviations, those of ``before_names`` go with what follows and those of ``before_numbers`` with a
    number; those of ``may_end`` close a sentence where one of the ``opening_words``, as these are written with a
    capital, follows. Where only the one with a capital is an abbreviation (*Mag.*, *mag*) it stands so.
    Abbreviations of several words (``z. b``) have a space in them, and what ends with one of
    ``abbreviated_endings`` is one of ``may_end``. With ``ordinals`` a number and a full stop are "the fifth". A
    ``clipped`` word opens sentences in a small letter, one of ``lone_letters`` is a word and no initial, and what
    ``after_quote`` matches goes on with the sentence that a quotation seemed to end.

    ``figures`` are the words by which it tells numbers, None where they are not known.

    A language of which nothing is known has its code alone.
    """

    code: str
    name: str = ""
    stop_words: frozenset[str] = frozenset()
    negators: frozenset[str] = frozenset()
    negator_endings: tuple[str, ...] = ()
    negator_beginnings: tuple[str, ...] = ()
    number_words: Mapping[str, float] = field(default_factory=dict)
    number_stems: frozenset[str] = frozenset()
    number_endings: Mapping[str, str] = field(default_factory=dict)
    number_beginnings: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    negations: re.Pattern[str] | None = None
    numbers: re.Pattern[str] | None = None
    spaced: bool = True
    before_names: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    may_end: frozenset[str] = frozenset()
    opening_words: frozenset[str] = frozenset()
    abbreviated_endings: tuple[str, ...] = ()
    ordinals: bool = False
    clipped: tuple[str, ...] = ()
    lone_letters: frozenset[str] = frozenset()
    after_quote: str = ""
    figures: FigureWords | None = None

    def __repr__(self) -> str:
        return f"<Language {self.code}>"

    @property
    def label(self) -> str:
        """What it is called in a sentence."""
        main = self.code.partition("-")[0].casefold()
        return self.name or NAMES.get(self.code) or NAMES.get(main) or f"the language {self.code}"

    @property
    def known(self) -> bool:
        """Whether its negators and its number words are known, so that a change of them is seen."""
        return bool(self.negators or self.negations)

    def find_negators(self, words: Iterable[str]) -> list[str]:
        """The negators among the tokens of a passage, in order."""
        if self.negations:
            return [found for word in words for found in self.negations.findall(word) if found]
        negators, endings, beginnings = self.negators, self.negator_endings, self.negator_beginnings
        return [
            word
            for word in words
            if word in negators
            or word.endswith(endings)
            or word.startswith(beginnings)
            or (self.prefixes and self._stripped(word, negators))
        ]

    def find_numbers(self, words: Iterable[str]) -> list[str]:
        """The numbers among the tokens of a passage, in order: in digits or in words."""
        if self.numbers:
            return [found for word in words for found in self.numbers.findall(word) if found]
        known, opening = self.number_words, _find_openings(self)
        found = []
        for word in words:
            if word in known or any(map(str.isdigit, word)) or (self.prefixes and self._stripped(word, known)):
                found.append(word)
            elif word[:_OPENING] in opening:
                found += self._find_affixed(word)
        return found

    def _find_affixed(self, word: str) -> list[str]:
        """The number word that a word with an ending is, by the first of its forms; none where it is no number."""
        for beginning in ("", *self.number_beginnings):
            if not word.startswith(beginning):
                continue
            for cut in range(len(beginning) + 2, len(word)):
                stem, told = word[len(beginning) : cut], self.number_endings.get(word[cut:])
                if told is not None and (stem in self.number_words or stem in self.number_stems):
                    return [f"{beginning}{stem}{told}"]
        return []

    def _stripped(self, word: str, among: Container[str]) -> bool:
        """Whether a word without its prefix is one of some."""
        return any(word.startswith(prefix) and word[len(prefix) :] in among for prefix in self.prefixes)


def listed(words: str) -> frozenset[str]:
    """The words of a list with spaces between them."""
    return frozenset(words.split())


def with_hundreds(up_to_99: Mapping[str, float], hundreds: Mapping[str, float], thousand: str) -> dict[str, float]:
    """Numbers that are written in one word: ``up_to_99``, ``hundreds`` alone and with those, and thousands."""
    joined = {f"{many}{few}": n + m for many, n in hundreds.items() for few, m in up_to_99.items()}
    thousands = {f"{word}{thousand}": 1000 * value for word, value in {**up_to_99, **hundreds}.items()}
    return {**up_to_99, **hundreds, **joined, **thousands}


def inflected(words: str, endings: str) -> dict[str, str]:
    """Each word of a list, and each with one of some endings, by the word alone."""
    return {f"{word}{ending}": word for word in words.split() for ending in ("", *endings.split())}


def either(words: Iterable[str]) -> str:
    """A regular expression for any of some words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def phrases(abbreviations: str) -> frozenset[str]:
    """Abbreviations of several words, with commas between them; their last full stop is left out."""
    return frozenset(phrase.strip().removesuffix(".") for phrase in abbreviations.split(", "))


def count_up(words: str, first: float, step: float = 1) -> dict[str, float]:
    """The value of each word of a list that counts up from ``first``."""
    return {word: first + step * n for n, word in enumerate(words.split())}


LANGUAGES: Registry[Language] = Registry("argumap.text.languages")


def get_language(tag: str) -> Language:
    """The language that a BCP 47 tag names; ``de-AT`` is German, and what is not known has its tag alone."""
    code = tag.partition("-")[0].casefold()
    return LANGUAGES[code] if code in LANGUAGES else _unknown(tag)


@cache
def _find_openings(language: Language) -> frozenset[str]:
    """The first letters of all words that may be a number with an ending, as most words are none."""
    if not language.number_endings:
        return frozenset()
    words = (*language.number_words, *language.number_stems, *language.number_beginnings)
    return frozenset(word[:_OPENING] for word in words)


@cache
def _unknown(tag: str) -> Language:
    return Language(tag)
