"""Headings that set out a side: *The case for a higher dike*, *Drawbacks of a higher dike*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.draft.cue_words import CueWords
    from argumap.text import Article


@dataclass(frozen=True)
class HeadingSide:
    """What a section argues for or against.

    ``answer`` is the folded name of the answer, ``text`` the words that the heading has for it. ``presented`` says
    that the author sets out the case rather than states it.
    """

    locator: str
    answer: str
    text: str
    favours: bool
    presented: bool


def find_sides(article: Article, words: CueWords) -> dict[str, HeadingSide]:
    """The sections that argue for or against something, by locator."""
    found: dict[str, HeadingSide] = {}
    last = ""
    for section in article.sections:
        if section.heading is None:
            continue
        heading = section.heading.text.strip(" .:*_")
        for pattern, favours in ((words.in_favour, True), (words.against, False)):
            match = pattern.match(heading)
            if not match:
                continue
            of = next((text for text in match.groupdict().values() if text), "") or last
            if of:
                last = of
                presented = bool(words.presented.search(heading))
                text = of[0].upper() + of[1:]
                found[section.locator] = HeadingSide(
                    section.heading.locator, _fold(of, words), text, favours, presented
                )
                break
        else:
            last = heading if section.level < 3 else last
    return found


def _fold(of: str, words: CueWords) -> str:
    """The name of an answer in small letters, without its article."""
    first, _, rest = " ".join(of.casefold().split()).partition(" ")
    return rest if rest and first in words.articles else f"{first} {rest}".strip()
