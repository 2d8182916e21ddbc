"""The figures of a sentence, in digits or in words: numbers, percentages, fractions, multiples, ordinals, years.

The same figure may be written in many ways: 14 % is 14 per cent and fourteen percent, 1.5 million is 1,500,000, a
half is 50 %, and what doubled is twice as much. A language has its words for them in `Language.figures`; where it
has none, nothing is known.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from argumap.text.inline_markup import without_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from argumap.text.languages import FigureWords


class Measure(StrEnum):
    """What a figure counts: a share may be said in percent or as a fraction, a multiple as a number."""

    NUMBER = "number"
    PERCENT = "percent"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    ORDINAL = "ordinal"
    MONTH = "month"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is ``shown``; ``values`` are what it may mean, most often one thing.

    ``rough`` figures are said to be so (*about*, *nearly*); ``vague`` ones name none (*hundreds*). One that is
    ``named`` is a part of a name, as in *Article 5*; ``spelt`` ones are written in words.
    """

    values: tuple[float, ...]
    measure: Measure
    shown: str
    rough: bool = False
    vague: bool = False
    named: bool = False
    spelt: bool = False

    def is_said_by(self, others: Sequence[Figure]) -> bool:
        """Whether one of some figures says the same; a rough figure allows for a tenth more or less.

        A fraction that is no whole number of percent is said in rounded ones: two thirds are 67 %.
        """
        if any(_is_rounded(self, other) or _is_rounded(other, self) for other in others):
            return True
        return any(
            _is_near(mine, theirs, rough=self.rough)
            for other in others
            for mine in self._readings(other.measure)
            for theirs in other._readings(self.measure)  # noqa: SLF001 - another of its kind
        )

    def _readings(self, against: Measure) -> set[float]:
        """The numbers that say the same as the figure, beside one in another measure."""
        if against is self.measure:
            return set(self.values)
        return {value for each in self.values for value in _SAME[self.measure](each)}


_SAME: Final[Mapping[Measure, Callable[[float], tuple[float, ...]]]] = {
    Measure.NUMBER: lambda value: (value,),
    Measure.PERCENT: lambda value: (value, value / 100),
    Measure.FRACTION: lambda value: (value, value * 100),
    Measure.MULTIPLE: lambda value: (value, value * 100, (value - 1) * 100),
    Measure.ORDINAL: lambda value: (value,),
    # No number is meant with a month or an hour.
    Measure.MONTH: lambda value: (-value,),
    Measure.TIME: lambda value: (-100 - value,),
}
_ROUGHLY = 0.1
# From it on a fraction is rounded without a word: 69.8 is said as 70.
_ROUNDED = 10
_EXACT = 1e-9
# Two thirds are 66 or 67 %, and not 68.
_LEAST_PERCENT = 0.7
# Above it the last digits of a number are often left out: 10,140 is said as 10,100. Below it are years.
_LONG_NUMBER = 10_000
_LEFT_OUT = 0.01


def _is_near(said: float, found: float, *, rough: bool) -> bool:
    difference = abs(said - found)
    if difference <= _EXACT * max(abs(said), 1):
        return True
    if said >= _ROUNDED and not float(found).is_integer() and round(found) == said:
        return True
    share = _ROUGHLY if rough else _LEFT_OUT if said >= _LONG_NUMBER else 0
    return difference <= share * abs(said)


def _is_rounded(percent: Figure, share: Figure) -> bool:
    """Whether some percent are a share in words that is no whole number of percent."""
    if percent.measure is not Measure.PERCENT or share.measure not in {Measure.FRACTION, Measure.ORDINAL}:
        return False
    exact = [_HUNDRED * value for value in share.values if 0 < value < 1]
    uneven = [each for each in exact if abs(each - round(each)) > _EXACT * _HUNDRED]
    return any(abs(each - value) < _LEAST_PERCENT for each in uneven for value in percent.values)


_VULGAR = {c: f" {unicodedata.normalize('NFKC', c).replace('⁄', '/')}" for c in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
_FOLDED = str.maketrans({**_VULGAR, **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"), "\u2019": "'"})
_TOKEN = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2}(?!\d))"
    r"|(?P<time>\d{1,2}:\d{2}(?!\d))"
    r"|(?P<ratio>\d{1,3}/\d{1,3}(?![\d/]))"
    r"|(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,']\d+)*)(?P<suffix>[^\W\d_]*)"
    r"|(?P<percent>%)"
    r"|(?P<word>[^\W\d_]+\d*(?:'[^\W\d_]+)*)"
    r"|(?P<sign>[^\s\w-])"
)
# No year is smaller, and few numbers that a name or "one in so many" has are greater.
_SMALLEST_YEAR = 1000
_HUNDRED = 100
_ENDS = frozenset(".!?:")


class _Token(NamedTuple):
    """A word in small letters, or a number in digits with a ``suffix`` of letters, and where it stands."""

    kind: str
    text: str
    start: int
    end: int
    suffix: str = ""


# The values that were read, their measure, and the token after them.
_Read: TypeAlias = tuple[tuple[float, ...], Measure, int]


def find_figures(text: str, words: FigureWords) -> list[Figure]:
    """The figures of a text in a language with such ``words``, in order."""
    plain = unicodedata.normalize("NFKC", without_marks(text).translate(_FOLDED))
    return list(_FigureReader(plain, words).figures())


class _FigureReader:
    """Reads the figures of one text; its methods take the place of a token and tell the next one after them."""

    def __init__(self, text: str, words: FigureWords) -> None:
        self.text = text
        self.words = words
        self.tokens = [
            _Token("number", m["number"], *m.span(), m["suffix"].casefold())
            if m.lastgroup == "suffix"
            else _Token(str(m.lastgroup), m[0].casefold(), *m.span())
            for m in _TOKEN.finditer(text)
        ]

    def figures(self) -> Iterator[Figure]:
        at = 0
        while at < len(self.tokens):
            if self.tokens[at].kind == "date":
                yield from self._date(at)
            read = self._read(at) if self._may_begin(at) else None
            if read and read[1] is Measure.NUMBER:
                read = self._share_of(read) or read
            if read is None:
                at += 1
            else:
                yield self._figure(at, *read)
                at = read[2]

    def _may_begin(self, at: int) -> bool:
        token = self.tokens[at]
        return token.kind != "word" or token.text in self.words.spelt or token.text in self.words.articles

    def _figure(self, at: int, values: tuple[float, ...], measure: Measure, end: int) -> Figure:
        first, last = self.tokens[at], self.tokens[end - 1]
        before = (self._word(n) for n in range(max(at - 2, 0), at))
        return Figure(
            values,
            measure,
            self.text[first.start : last.end],
            rough=any(word in self.words.rough for word in before),
            vague=first.text in self.words.vague,
            named=self._is_named(at),
            spelt=first.kind == "word",
        )

    def _word(self, at: int) -> str:
        """The word at a place; "" for a number, a sign, and beyond the end."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) and self.tokens[at].kind == "word" else ""

    def _read(self, at: int) -> _Read | None:
        token = self.tokens[at]
        if token.kind == "word":
            return self._in_words(at)
        if token.kind == "number":
            return self._in_digits(at)
        if token.kind in {"date", "percent", "sign"}:
            return None
        above, below = map(float, re.split("[:/]", token.text))
        if token.kind == "time":
            return (60 * above + below,), Measure.TIME, at + 1
        return ((above / below,), Measure.FRACTION, at + 1) if 0 < above < below else None

    def _share_of(self, first: _Read) -> _Read | None:
        """*One in five*, *three out of four*, after the first number."""
        between = first[2]
        for size in (1, 2):
            if " ".join(self._word(between + n) for n in range(size)) in self.words.out_of:
                second = self._read(between + size) if between + size < len(self.tokens) else None
                if second and second[1] is Measure.NUMBER and 0 < first[0][0] < second[0][0] < _SMALLEST_YEAR:
                    return (first[0][0] / second[0][0],), Measure.FRACTION, second[2]
        return None

    def _in_digits(self, at: int) -> _Read | None:
        token = self.tokens[at]
        values = _values(token.text)
        if token.suffix in self.words.ordinal_endings:
            return values, Measure.ORDINAL, at + 1
        if token.suffix in self.words.percent:
            return values, Measure.PERCENT, at + 1
        if token.suffix:  # a unit (8km), or short for more (8k, and 8m is either)
            factor = self.words.short.get(token.suffix, 1.0)
            return self._measured((*values, *(factor * value for value in values)), at + 1)
        end = at + 1
        if end < len(self.tokens) and self.tokens[end].kind == "ratio":  # 2 1/2
            above, below = map(float, self.tokens[end].text.split("/"))
            values, end = ((values[0] + above / below,) if below else values), end + 1
        factor, end = self._magnitudes(end)
        return self._measured(tuple(factor * value for value in values), end)

    def _magnitudes(self, at: int) -> tuple[float, int]:
        """What the words from here on multiply a number by: *million*, *hundred thousand*."""
        factor = 1.0
        while self._word(at) in self.words.magnitudes:
            factor *= self.words.magnitudes[self._word(at)]
            at += 1
        return factor, at

    def _measured(self, values: tuple[float, ...], at: int) -> _Read:
        """A number with what it is measured in: percent, or nothing."""
        if at < len(self.tokens) and (self.tokens[at].kind == "percent" or self._word(at) in self.words.percent):
            return values, Measure.PERCENT, at + 1
        if f"{self._word(at)} {self._word(at + 1)}" in self.words.percent:
            return values, Measure.PERCENT, at + 2
        return values, Measure.NUMBER, at

    def _in_words(self, at: int) -> _Read | None:
        words, word = self.words, self._word(at)
        if word in words.months and self._is_month(at):
            return (words.months[word],), Measure.MONTH, at + 1
        if word in words.vague:
            return (words.vague[word],), Measure.NUMBER, at + 1
        if word in words.multiples:
            return (words.multiples[word],), Measure.MULTIPLE, at + 1
        number, end = self._cardinal(at)
        if fraction := self._fraction(at, number, end):
            return fraction
        if number is not None:
            return self._measured((number,), end)
        if word in words.ordinals:
            return (words.ordinals[word],), Measure.ORDINAL, at + 1
        return None

    def _date(self, at: int) -> Iterator[Figure]:
        """The year, the month and the day of a date such as 2021-05-12."""
        shown = self.tokens[at].text
        for part, measure in zip(shown.split("-"), (Measure.NUMBER, Measure.MONTH, Measure.NUMBER), strict=True):
            yield Figure((float(part),), measure, shown)

    def _is_month(self, at: int) -> bool:
        """Whether a word names a month: *in May*, and not *it may*; an opening one has a number after it."""
        start = self.tokens[at].start
        opens = at == 0 or self.text[:start].rstrip()[-1:] in _ENDS
        return self.text[start].isupper() and (
            not opens or {t.kind for t in self.tokens[at + 1 : at + 2]} == {"number"}
        )

    def _cardinal(self, at: int) -> tuple[float | None, int]:
        """The number that the words from here on name, if they name one: *a hundred and twenty thousand*."""
        words, whole, part, end = self.words, 0.0, 0.0, None
        if self._word(at) in words.articles and self._word(at + 1) in words.magnitudes:
            at += 1
        while word := self._word(at):
            if word in words.cardinals and _goes_on(part, words.cardinals[word]):
                part += words.cardinals[word]
            elif word in words.magnitudes:
                whole, part = _multiplied(whole, part, words.magnitudes[word])
            else:
                break
            at = end = at + 1
            # "Two hundred and six" is one number, "two and three" are two.
            if (
                self._word(at) in words.joiners
                and self._word(at + 1) in words.cardinals
                and whole + part >= _HUNDRED
            ):
                at += 1
        return (None, at) if end is None else (whole + part, end)

    def _fraction(self, at: int, number: float | None, end: int) -> _Read | None:
        """A fraction here, or after a number: *half*, *a third of*, *two thirds*, *one and a half*."""
        words = self.words
        joined = number is not None and self._word(end) in words.joiners and self._word(end + 1) in words.articles
        if joined and self._word(end + 2) in words.fractions and number is not None:
            factor, after = self._magnitudes(end + 3)
            return self._measured(((number + words.fractions[self._word(end + 2)]) * factor,), after)
        place = end if number is not None else at + (self._word(at) in words.articles)
        word = self._word(place)
        if word not in words.fractions:
            return None
        value = words.fractions[word] * (number or 1)
        if word in words.ordinals and not self._is_share(at, place):
            # "A third voted" is a share, "a third party" is none: after an article or one, either is meant.
            either = (words.ordinals[word], value) if place > at else (words.ordinals[word],)
            return (either, Measure.ORDINAL, place + 1) if number in {None, 1} else None
        many = place + 1 + (self._word(place + 1) in words.articles)
        if self._word(many) in words.magnitudes:  # half a million, a half dozen
            factor, after = self._magnitudes(many)
            return self._measured((value * factor,), after)
        return (value,), Measure.FRACTION, place + 1

    def _is_share(self, at: int, place: int) -> bool:
        """Whether *third* is a share: *by a third*, *a third of*, *one third more*; *a third party* is not."""
        if at == place:
            return False
        following = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        if following is None or self.text[self.tokens[place].end : following.start] != " ":
            return True
        return following.kind != "word" or following.text in self.words.after_shares

    def _is_named(self, at: int) -> bool:
        """Whether digits belong to a name: *GPT-4*, *Article 5*; a month or an opening word is none."""
        token = self.tokens[at]
        if at == 0 or token.kind != "number" or self.tokens[at - 1].kind != "word":
            return False
        before = self.tokens[at - 1]
        between = self.text[before.end : token.start]
        if between == "-":
            return True
        opens = at == 1 or self.text[: before.start].rstrip()[-1:] in _ENDS
        capital = self.text[before.start].isupper() and before.text not in self.words.months
        return between == " " and capital and not opens and _values(token.text)[0] < _SMALLEST_YEAR


def _goes_on(part: float, value: float) -> bool:
    """Whether a number so far, *twenty* or *two hundred*, can have one more number after it."""
    left = part % _HUNDRED
    return (left == 0 and value < _HUNDRED) or (left >= 20 and left % 10 == 0 and value < 10)


def _multiplied(whole: float, part: float, magnitude: float) -> tuple[float, float]:
    """A number so far, *three hundred*, with one more magnitude, *thousand*; a dozen and a hundred can grow on."""
    return (whole, (part or 1) * magnitude) if magnitude <= _HUNDRED else (whole + (part or 1) * magnitude, 0.0)


def _values(digits: str) -> tuple[float, ...]:
    """What a number in digits may mean: 1.500 is one and a half in English, and fifteen hundred elsewhere."""
    plain = re.sub(r"[ \u00a0\u202f']", "", digits)
    signs = re.findall(r"[.,]", plain)
    whole = float(re.sub(r"[.,]", "", plain))
    if not signs:
        return (whole,)
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain)
    if len(signs) > 1 and len(set(signs)) == 1:  # 1,500,000, or a date: 12.5.2021
        return (whole,) if grouped else tuple(map(float, re.split("[.,]", plain)))
    decimal = float(re.sub(r"[.,](?=.*[.,])", "", plain).replace(",", "."))
    if not grouped:
        return (decimal,)
    return (whole, decimal) if signs == [","] else (decimal, whole)
