"""Links that open a page at a passage (``#:~:text=``): they carry words, so they are made for a page, never kept.

The syntax is that of the URL Fragment Text Directives of the WICG (wicg.github.io/scroll-to-text-fragment).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from argumap.text import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.text import Article

# Up to ten words are cited whole; of more, the first and the last five find the passage in a link that stays
# short. Three words before it tell it from another that begins alike.
_WHOLE = 10
_EDGE = 5
_PREFIX = 3


def build_link(url: str, article: Article, at: str) -> str | None:
    """A link to the passage ``at``; None where the URL is not of the web or the article has no such passage."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        return None
    units = article.covered(at)
    if scheme not in {"http", "https"} or not units:
        return None
    words = [unit.text.split() for unit in units]
    directive = _directive(words, _words_before(article, units[0].locator), _all_words(article))
    page, _, fragment = url.partition("#")
    return f"{page}#{fragment}:~:text={directive}"


def _all_words(article: Article) -> str:
    return normalise(" ".join(unit.text for unit in article.units))


def _words_before(article: Article, locator: str) -> list[str]:
    """The words before a unit in its own block: a directive's prefix may not cross into another."""
    for section in article.sections:
        for block in section.blocks:
            locators = [unit.locator for unit in block.units]
            if locator in locators and block.kind == "paragraph":
                return " ".join(unit.text for unit in block.units[: locators.index(locator)]).split()
    return []


def _directive(words: Sequence[Sequence[str]], before: Sequence[str], text: str) -> str:
    first, last = words[0], words[-1]
    if len(words) == 1 and len(first) <= _WHOLE:
        start, end = list(first), []
    else:
        start, end = list(first[:_EDGE]), list(last[-_EDGE:])
    prefix = before[-_PREFIX:] if text.count(normalise(" ".join(start))) > 1 else []
    parts = [f"{_encoded(prefix)}-"] if prefix else []
    return ",".join([*parts, _encoded(start), *([_encoded(end)] if end else [])])


def _encoded(words: Sequence[str]) -> str:
    # A dash, a comma and an ampersand mean something in a directive, and quote() leaves the dash alone.
    return quote(" ".join(words), safe="").replace("-", "%2D")
