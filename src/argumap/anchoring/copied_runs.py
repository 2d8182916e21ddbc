"""Runs of words copied from a source: found exactly with the source, and by a hashed sample without it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING

from argumap.anchoring.copied_run_sample import is_kept, trigram_hashes
from argumap.errors import Problem, Severity
from argumap.text import find_tokens, normalise, tokens
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from argumap.model import ArgumentMap, Claim, Passage
    from argumap.text import Article

# Names and set phrases run to six words in one's own sentences too; seven in a row are copied.
LONGEST_OWN = 6
_TOO_LONG = LONGEST_OWN + 1
# Without the source: five kept trigrams in a window of sixteen words. With half of the trigrams kept, that finds
# nine planted copies in ten and raises no false alarm in foreign text; `benchmarks/drift.py` measures both.
WINDOW = 16
HITS = 5
# A longer run is shown by so many words of its beginning and its end.
_SHOWN = 24
# So many claims of a list are named; the rest is counted.
_NAMED = 3
_MODULUS = 2**127 - 1
_BASE = 0x5DEECE66D1B873593CC9E2D51B54A32F


@dataclass(frozen=True, slots=True)
class CopiedRun:
    """A run of ``words`` words that a source has too; ``line`` is where it begins, ``text`` its tokens."""

    line: int
    words: int
    text: str


class Guard:
    """The runs of ``least`` words that some sources have, to compare any number of texts with.

    ``by_unit``: those within one sentence or cell alone, or within several short ones that follow each other.
    """

    def __init__(
        self, articles: Iterable[Article], least: int = LONGEST_OWN + 1, *, by_unit: bool = False
    ) -> None:
        self._least = least
        self._runs: set[tuple[str, ...]] = set()
        for article in articles:
            units = [tokens(unit.text) for unit in article.units]
            for words in self._join_short(units) if by_unit else [list(chain.from_iterable(units))]:
                self._runs.update(_windows(words, least))

    def _join_short(self, units: Iterable[list[str]]) -> Iterator[list[str]]:
        for short, words in groupby(units, lambda unit: len(unit) < self._least):
            if short:
                yield list(chain.from_iterable(words))
            else:
                yield from words

    def find(self, text: str) -> list[CopiedRun]:
        """The longest runs of ``text`` that a source has too, in the order of the text."""
        words, lines = _lined(text)
        hits = [n for n, window in enumerate(_windows(words, self._least)) if window in self._runs]
        return [_run(words, lines, first, last + self._least) for first, last in _stretches(hits, 1)]


def find_sampled(text: str, sample: Sequence[int]) -> list[CopiedRun]:
    """The stretches of ``text`` in which a window of 16 words has 5 trigrams of a source's sample."""
    words, lines = _lined(text)
    known = frozenset(sample)
    hits = [n for n, value in enumerate(trigram_hashes(words)) if is_kept(value) and value in known]
    # Five trigrams in one window of sixteen words begin within its first fourteen.
    close = [(a, b) for a, b in zip(hits, hits[HITS - 1 :], strict=False) if b - a <= WINDOW - 3]
    runs: list[tuple[int, int]] = []
    for first, last in close:
        if runs and first <= runs[-1][1]:
            runs[-1] = (runs[-1][0], last)
        else:
            runs.append((first, last))
    return [_run(words, lines, first, last + 3) for first, last in runs]


def longest_shared_run(statement: str, passage: str) -> list[str]:
    """The longest run of tokens that two texts share."""
    return _longest_run(tokens(statement), tokens(passage))


def _longest_run(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The first of the longest runs that two texts share.

    Where a run of some length is shared, so is one of any lesser length: the greatest is found by halving.
    """
    least, most = 0, min(len(ours), len(theirs))
    numbers: dict[str, int] = {}
    a, b = ([numbers.setdefault(word, len(numbers)) for word in words] for words in (ours, theirs))
    start = 0
    while least < most:
        size = (least + most + 1) // 2
        found = _find_shared(a, b, size)
        if found is None:
            most = size - 1
        else:
            least, start = size, found
    return list(ours[start : start + least])


def _find_shared(ours: Sequence[int], theirs: Sequence[int], size: int) -> int | None:
    """Where the first stretch of ``size`` words begins that two texts share.

    Each stretch is told by a number that grows from the one before it, so that no stretch is read twice.
    """
    known = set(_rolling(theirs, size))
    return next((n for n, value in enumerate(_rolling(ours, size)) if value in known), None)


def _rolling(words: Sequence[int], size: int) -> Iterator[int]:
    """A number for each stretch of ``size`` words; among 2^127 none is met twice by chance."""
    gone = pow(_BASE, size - 1, _MODULUS)
    value = 0
    for n, word in enumerate(words):
        if n >= size:
            value -= words[n - size] * gone
        value = (value * _BASE + word) % _MODULUS
        if n >= size - 1:
            yield value


def _shorten(run: Sequence[str]) -> str:
    if len(run) <= _SHOWN:
        return " ".join(run)
    half = _SHOWN // 2
    return f"{' '.join(run[:half])} … {' '.join(run[-half:])}"


def check_own_words(
    argument_map: ArgumentMap, articles: Mapping[str, Article], where: Callable[[str], tuple[str, int, int]]
) -> Iterator[Problem]:
    """A warning for each statement that shares a run of more than six words with the passage it cites.

    Claims that nobody has seen since they were drafted, and that are their passage's words, get one hint together.
    A question that is the title of a source names it, as any reference does, and copies nothing.
    """
    drafted = find_verbatim((claim for claim in argument_map.claims if claim.unseen), articles)
    if drafted:
        message = (
            f"{counted(len(drafted), 'drafted claim')} {'is' if len(drafted) == 1 else 'are'} still the article's "
            f"words, word for word: {_name_first(drafted)}; say it in your own words"
        )
        yield Problem("AM245", message, *where(drafted[0]), Severity.HINT, drafted[0])
    known = {*drafted, *_find_titles(argument_map)}
    for record_id, statements, passages in _stated(argument_map):
        for run in () if record_id in known else _find_long_runs(statements, passages, articles):
            shown = f"“{_shorten(run)}”"
            message = (
                f"{record_id} shares {len(run)} words in a row with its passage: {shown}; say it in your own words"
            )
            yield Problem("AM230", message, *where(record_id), Severity.WARNING, record_id)


def _find_titles(argument_map: ArgumentMap) -> Iterator[str]:
    """The questions that are a source's title word for word."""
    titles = {tuple(tokens(title)) for title in (argument_map.title, *(s.title for s in argument_map.sources))}
    yield from (issue.id for issue in argument_map.issues if tuple(tokens(issue.question)) in titles)


def _find_long_runs(
    statements: Iterable[str], passages: Sequence[Passage], articles: Mapping[str, Article]
) -> Iterator[list[str]]:
    """The longest run that each statement shares with the passages, where that is too long."""
    places = [(p.source, p.at) for p in passages if p.at and p.source in articles]
    stated = [words for words in map(tokens, filter(None, statements)) if len(words) > LONGEST_OWN]
    if not places or not stated:
        return
    # Most statements share no run that is too long; comparing each word with each is only for those that do.
    passage = _cited(places, articles)
    near = [words for words in stated if _may_share(words, passage)]
    cited = find_tokens(passage) if near else []
    runs = set(_windows(cited, _TOO_LONG))
    for words in near:
        if not runs.isdisjoint(_windows(words, _TOO_LONG)):
            yield _longest_run(words, cited)


def find_verbatim(claims: Iterable[Claim], articles: Mapping[str, Article]) -> list[str]:
    """Those whose text stands word for word in a passage that they cite: still the article's words.

    So it is where words between were left out, as of *The institute, she said, had counted fish*.
    """
    found = []
    for claim in claims:
        words = tokens(claim.text)
        passages = [articles[p.source].normal_of(p.at) for p in claim.at if p.at and p.source in articles]
        if words and any(_holds(find_tokens(passage), words) for passage in passages):
            found.append(claim.id)
    return found


def _name_first(ids: Sequence[str]) -> str:
    more = len(ids) - _NAMED
    return joined([*ids[:_NAMED], f"{more:,} more"] if more > 0 else ids)


def _holds(passage: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words stand in a row in a passage, or in two rows of which the second comes later."""
    return any(_goes_on(passage[n:], words) for n, word in enumerate(passage) if word == words[0])


def _goes_on(passage: Sequence[str], words: Sequence[str]) -> bool:
    pairs = enumerate(zip(passage, words, strict=False))
    row = next((n for n, (theirs, ours) in pairs if theirs != ours), min(len(passage), len(words)))
    rest = words[row:]
    return not rest or (min(row, len(rest)) > 1 and f" {' '.join(rest)} " in f" {' '.join(passage[row:])} ")


def _cited(places: Sequence[tuple[str, str]], articles: Mapping[str, Article]) -> str:
    """All passages read on as one text, in its normal form."""
    if len(places) == 1:
        source, at = places[0]
        return articles[source].normal_of(at)
    return normalise(" ".join(unit.text for source, at in places for unit in articles[source].covered(at)))


def _may_share(words: Sequence[str], passage: str) -> bool:
    """Whether the passage may have a run of seven of the words: False is sure.

    Of any seven in a row one is each seventh word, and with it goes the third before it or the third after it.
    """
    half = _TOO_LONG // 2
    for n in range(LONGEST_OWN, len(words), _TOO_LONG):
        beside = (words[n - half], *words[n + half : n + half + 1])
        if words[n] in passage and any(word in passage for word in beside):
            return True
    return False


def find_copies(argument_map: ArgumentMap, guard: Guard) -> Iterator[tuple[str, CopiedRun]]:
    """The runs that statements of a map share with any part of the guarded sources, by record id."""
    for record_id, statements, _ in _stated(argument_map):
        for statement in statements:
            yield from ((record_id, run) for run in guard.find(statement))


def _stated(argument_map: ArgumentMap) -> Iterator[tuple[str, list[str], tuple[Passage, ...]]]:
    """What the mapper wrote on each record, with the passages that the record cites."""
    for issue in argument_map.issues:
        yield issue.id, [issue.question], issue.at
    for claim in argument_map.claims:
        yield claim.id, [claim.text, claim.title or "", *claim.also], claim.at
    for argument in argument_map.arguments:
        yield argument.id, [argument.warrant or ""], argument.at
    for concept in argument_map.concepts:
        yield concept.id, [concept.label], concept.at


def _lined(text: str) -> tuple[list[str], list[int]]:
    words: list[str] = []
    lines: list[int] = []
    for number, line in enumerate(text.splitlines(), 1):
        found = tokens(line)
        words += found
        lines += [number] * len(found)
    return words, lines


def _windows(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[n : n + size]) for n in range(len(words) - size + 1))


def _stretches(hits: Sequence[int], step: int) -> Iterator[tuple[int, int]]:
    """First and last of the hits that follow each other within ``step``."""
    first = last = None
    for hit in hits:
        if last is not None and first is not None and hit - last > step:
            yield first, last
            first = None
        first = hit if first is None else first
        last = hit
    if first is not None and last is not None:
        yield first, last


def _run(words: Sequence[str], lines: Sequence[int], start: int, end: int) -> CopiedRun:
    return CopiedRun(lines[start], end - start, " ".join(words[start:end]))
