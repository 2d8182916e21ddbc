"""Who wrote an article, by the line that says so at its head or beneath it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from argumap.draft.interviews import find_addressed

if TYPE_CHECKING:
    from argumap.draft.cast import Cast
    from argumap.draft.cue_words import CueWords
    from argumap.text import Article

# So many sentences at the beginning, and at the end, may tell who wrote it.
_CLOSING: Final = 3
_OPENING: Final = 6
# What stands between the names of several authors, in the languages whose bylines are known.
_BETWEEN: Final = re.compile(r"\s*(?:,\s*(?:and|und|et|y|&)\s|,|\s(?:and|und|et|y|&)\s)\s*")


class Byline(NamedTuple):
    """The ``names`` of whoever wrote an article, and how the article ``calls`` them together."""

    names: tuple[str, ...]
    calls: str


def find_byline(article: Article, cast: Cast, words: CueWords) -> Byline | None:
    """Who wrote it: whom a line near the beginning says, or a name that is a paragraph there or at the end.

    Whoever is asked things by name has not written it. None where no line says so.
    """
    asked = find_addressed([block for section in article.sections for block in section.blocks], cast)
    opening = article.units[:_OPENING]
    for unit in opening:
        line = unit.text.strip("*_ ")
        match = words.byline.match(line)
        found = _find_several(line, cast, words) or (match and _one(match["who"].rstrip(".")))
        if found and all(tuple(name.split()) not in asked for name in found.names):
            return found
    for unit in (*opening, *article.units[-_CLOSING:]):
        plain = unit.text.strip("*_ ")
        alone = unit.kind == "sentence" and unit.locator.endswith(".s1") and plain[-1:] not in {".", "!", "?", ":"}
        if alone and cast.phrases.is_full_name(plain) and tuple(plain.split()) not in asked:
            return Byline((plain,), plain)
    return None


def find_issuer(article: Article, words: CueWords) -> str:
    """Whose press release an article is, "" where it is none.

    One tells editors whom to ask, and says about whom it is at its end: *About Pellin Dairies*.
    """
    closing = article.units[len(article.units) // 2 :]
    if any(words.press.search(unit.text) for unit in closing):
        return next((match["who"] for unit in closing if (match := words.about.match(unit.text))), "")
    return ""


def _one(name: str) -> Byline:
    return Byline((name,), name)


def _find_several(line: str, cast: Cast, words: CueWords) -> Byline | None:
    """All names of a byline that has several and nothing behind them."""
    first, *others = _BETWEEN.split(line)
    match = words.byline.match(first)
    if (
        match is None
        or match.end("who") != len(first)
        or not others
        or not all(map(cast.phrases.is_full_name, others))
    ):
        return None
    return Byline((match["who"], *others), " ".join(line[match.start("who") :].split()))
