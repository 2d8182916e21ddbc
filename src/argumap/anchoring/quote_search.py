"""Words that find a passage: contained after normalisation, token by token, or not found at all.

There is no near enough: a quotation with a negation, another number or a changed word is somebody else's
sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from argumap.errors import Problem
from argumap.model import Locator
from argumap.text import set_apart, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from argumap.model import ArgumentMap, Passage, Quote
    from argumap.text import Article

_GAP = "\x1f"

Locators = tuple[str, ...]


class QuoteFinder:
    """An article's words as one stream, made once and searched for many quotes."""

    def __init__(self, article: Article) -> None:
        words: list[str] = []
        self._units: list[str] = []
        self._starts: list[int] = []
        place = 1
        for unit in article.units:
            self._units.append(unit.locator)
            self._starts.append(place)
            found = set_apart(tokens(unit.text))
            words += found
            place += sum(map(len, found)) + len(found)
        self._stream = _GAP.join(["", *words, ""])

    def find(self, quote: Quote) -> list[Locators]:
        """The places where ``quote`` stands, each as the locators it takes: one, a range, or several."""
        exact = set_apart(tokens(quote.exact))
        if not exact:
            return []
        wanted = _GAP.join(["", *exact, ""])
        before, after = (_GAP.join(set_apart(tokens(part))) for part in (quote.prefix, quote.suffix))
        found = []
        at = self._stream.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if self._stream.endswith(before, 0, at) and self._stream.startswith(after, end):
                found.append(self._locators(at + 1, end - 1))
            at = self._stream.find(wanted, at + 1)
        return list(dict.fromkeys(found))

    def _locators(self, start: int, end: int) -> Locators:
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        return join_locators(self._units[first : last + 1])


def find_locators(passage: Passage, finders: Mapping[str, QuoteFinder]) -> tuple[str, ...]:
    """The locators of a passage that has only a quote; empty where it has one, or where it is not settled."""
    if passage.at or passage.quote is None or passage.source not in finders:
        return ()
    places = finders[passage.source].find(passage.quote)
    return places[0] if len(places) == 1 else ()


def join_locators(units: list[str]) -> Locators:
    """The locators of consecutive units, with those that count on from each other written as a range."""
    ranges: list[Locator] = []
    for locator in map(Locator.parse, units):
        last = ranges[-1] if ranges else None
        letter, number = locator.steps[-1]
        if last and last.steps[:-1] == locator.steps[:-1] and letter == last.steps[-1][0]:
            ranges[-1] = Locator(last.steps, number)
        else:
            ranges.append(locator)
    return tuple(map(str, ranges))


def check_quotes(
    argument_map: ArgumentMap,
    articles: Mapping[str, Article],
    where: Callable[[str, Passage], tuple[str, int, int]],
) -> Iterator[Problem]:
    """The problems of quotes whose source is at hand: not found, found in several places, found elsewhere.

    ``where`` tells file, line and column of a passage of a record, given the record's id and the passage.
    """
    finders: dict[str, QuoteFinder] = {}
    for node, passage in find_quoted(argument_map):
        if passage.quote is None or passage.source not in articles:
            continue
        finder = finders.setdefault(passage.source, QuoteFinder(articles[passage.source]))
        judged = _judged(finder.find(passage.quote), passage, articles[passage.source])
        if judged:
            code, message = judged
            file, line, column = where(node, passage)
            yield Problem(code, message, file, line, column)


def find_quoted(argument_map: ArgumentMap) -> Iterator[tuple[str, Passage]]:
    """The passages with a quote, each with the id of its record (for an attribution, of what it is on)."""
    for kind in ("issues", "claims", "arguments", "concepts"):
        for record in getattr(argument_map, kind):
            yield from ((record.id, passage) for passage in record.at if passage.quote)
    for spoken in argument_map.attributions:
        yield from ((spoken.of, passage) for passage in spoken.at if passage.quote)


def _judged(places: list[Locators], passage: Passage, article: Article) -> tuple[str, str] | None:
    if not places:
        return "AM201", "the quote is not in the source; quote its words exactly, or cite by locator"
    if passage.at:
        cited = {unit.locator for unit in article.covered(passage.at)}
        for place in places:
            if cited.issuperset(unit.locator for at in place for unit in article.covered(at)):
                return None
        return "AM203", f"the quote stands at {', '.join(places[0])}, not at {passage.at}; correct one of them"
    if len(places) > 1:
        listed = "; ".join(", ".join(place) for place in places[:5])
        return "AM202", f"the quote stands {len(places)} times ({listed}); add a prefix or suffix"
    return None
