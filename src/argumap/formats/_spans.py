"""Stretches of an article's text, counted in its characters by other tools, as the passages of a map and back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from argumap.anchoring import join_locators
from argumap.formats._one_line import flatten
from argumap.model import Acceptance, Passage, Quote
from argumap.text import parse_article

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from argumap.model import Attribution, Claim

_BEFORE = 60
_COPIED = 7


class SpanCiter:
    """Cites stretches of one text. Raises `NoText` where it holds no sentence."""

    def __init__(self, text: str, source: str) -> None:
        self.text = text
        self.source = source
        self.article = parse_article(text, "txt")
        units = sorted(self.article.units, key=lambda unit: unit.start)
        self._units = units
        self._starts = [unit.start for unit in units]
        self._ends = [unit.end for unit in units]

    def cite(self, start: int, end: int) -> tuple[Passage, ...]:
        """The passages of a stretch: its sentences, and within them its words; none where it is in no sentence.

        Of a stretch that begins or ends within a word the sentences alone are told.
        """
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        held = self._units[first:last]
        return tuple(self._cite(locator, start, end) for locator in join_locators([u.locator for u in held]))

    def _cite(self, locator: str, start: int, end: int) -> Passage:
        held = self.article.covered(locator)
        first, last = held[0].start, held[-1].end
        inner = _trim(self.text, max(start, first), min(end, last))
        if inner == _trim(self.text, first, last) or self._cuts_word(*inner):
            return Passage(self.source, locator)
        exact = self.text[inner[0] : inner[1]]
        prefix = "" if self.text.count(exact, first, last) == 1 else self._find_prefix(first, inner[0])
        return Passage(self.source, locator, Quote(flatten(exact), prefix))

    def _cuts_word(self, start: int, end: int) -> bool:
        return any(
            0 < place < len(self.text) and self.text[place - 1].isalnum() and self.text[place].isalnum()
            for place in (start, end)
        )

    def _find_prefix(self, first: int, start: int) -> str:
        """The words before a place in its sentence, whole ones."""
        begin = max(first, start - _BEFORE)
        before = self.text[begin:start]
        if begin > first and self.text[begin - 1].isalnum():
            before = before.partition(" ")[2]
        return flatten(before)


def accept_quoted(claims: Iterable[Claim], voices: Collection[Attribution]) -> tuple[Acceptance, ...]:
    """What `check` may say of claims that are stretches of their text, and rightly so."""
    cited = [claim for claim in claims if claim.at]
    copied = any(map(_copies, cited))
    found = (
        [Acceptance("AM230", "", "The claims are stretches of the text, as they are annotated.")] if copied else []
    )
    if cited and not voices:
        found.append(Acceptance("AM307", "", "The file does not tell who speaks."))
    return tuple(found)


def _copies(claim: Claim) -> bool:
    """Whether a claim has a run of words in common with what it cites, as far as that can be told."""
    words = claim.text.casefold().split()
    runs = {tuple(words[n : n + _COPIED]) for n in range(len(words) - _COPIED + 1)}
    quotes = [place.quote.exact.casefold().split() if place.quote else words for place in claim.at]
    return any(tuple(said[n : n + _COPIED]) in runs for said in quotes for n in range(len(said) - _COPIED + 1))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def find_spans(
    passages: Iterable[Passage], source: str, text: str, anchors: Iterable[Mapping[str, object]]
) -> list[tuple[int, int]]:
    """The stretches of passages in the text of ``source``, by the anchors that were found of them, in their order.

    What follows on what is before it, with nothing but blanks between, is one with it.
    """
    places = {anchor.get("at"): anchor for anchor in anchors if anchor.get("source") == source}
    cited = [passage for passage in passages if passage.source == source]
    found = sorted(span for passage in cited if (span := _find_span(passage, text, places.get(passage.at, {}))))
    return list(_join(found, text))


def _find_span(passage: Passage, text: str, place: Mapping[str, object]) -> tuple[int, int] | None:
    start, end = place.get("start"), place.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return None
    if passage.quote is None:
        return _trim(text, start, end)
    words = re.compile(r"\s+".join(map(re.escape, passage.quote.exact.split())))
    for found in words.finditer(text, start, end):
        if flatten(text[max(start - 1, found.start() - 2 * _BEFORE) : found.start()]).endswith(
            passage.quote.prefix
        ):
            return found.span()
    return _trim(text, start, end)


def _join(spans: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    held: tuple[int, int] | None = None
    for start, end in spans:
        if held is not None and (start <= held[1] or not text[held[1] : start].strip()):
            held = held[0], max(held[1], end)
            continue
        if held is not None:
            yield held
        held = start, end
    if held is not None:
        yield held
