"""Passages that are known by their quote alone get the locator at which the quote stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from argumap.model import Argument, Attribution, Claim, Concept, Issue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from argumap.anchoring import QuoteFinder
    from argumap.model import ArgumentMap, Passage
    from argumap.text import Article

R = TypeVar("R", Issue, Claim, Argument, Concept, Attribution)


def locate_quotes(opened: ArgumentMap, articles: Callable[[], Mapping[str, Article]]) -> ArgumentMap:
    """``map`` with a locator for every quote that stands exactly once in an article at hand.

    ``articles`` is asked only where some passage needs it. Quotes found nowhere or in several places stay as
    they are: `argumap.anchoring.check_quotes` tells of them.
    """
    from argumap.anchoring import find_quoted

    if all(passage.at for _, passage in find_quoted(opened)):
        return opened
    finders = _finders(articles())
    return replace(
        opened,
        issues=_each(opened.issues, finders),
        claims=_each(opened.claims, finders),
        arguments=_each(opened.arguments, finders),
        concepts=_each(opened.concepts, finders),
        attributions=_each(opened.attributions, finders),
    )


def _each(records: tuple[R, ...], finders: Mapping[str, QuoteFinder]) -> tuple[R, ...]:
    return tuple(replace(r, at=tuple(_located(r.at, finders))) if r.at else r for r in records)


def _finders(articles: Mapping[str, Article]) -> Mapping[str, QuoteFinder]:
    from argumap.anchoring import QuoteFinder

    return {source: QuoteFinder(article) for source, article in articles.items()}


def _located(passages: tuple[Passage, ...], finders: Mapping[str, QuoteFinder]) -> Iterator[Passage]:
    from argumap.anchoring import find_locators

    for passage in passages:
        found = find_locators(passage, finders)
        if found:
            yield from (replace(passage, at=locator) for locator in found)
        else:
            yield passage
