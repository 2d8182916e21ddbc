"""Who writes which letter on a page of letters: each has its writer's name beneath it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.draft.transcripts import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.draft.cast import Cast
    from argumap.draft.cast_members import CastMember
    from argumap.text import Article, Block, Unit

_FEWEST_LETTERS = 2
_LONGEST_SIGNATURE = 10
# *Agnes Tollund, Ferrow*, *Dr R. Essen (retired driver)*: a name, and where or what somebody is.
_SIGNATURE = re.compile(r"\W*(?P<who>[^,(–—|]+?)\s*(?:[,(–—|].*)?", re.DOTALL)


def find_letters(article: Article, cast: Cast) -> Turns:
    """The turns of a page of letters; none where fewer than two have a name beneath them.

    A letter ends with a paragraph that is its writer's name, and begins behind the one before or at a heading.
    """
    letters = list(_read_letters(article, cast))
    if len(letters) < _FEWEST_LETTERS:
        return Turns()
    return Turns({unit.locator: writer for writer, units in letters for unit in units})


def _read_letters(article: Article, cast: Cast) -> Iterator[tuple[CastMember, list[Unit]]]:
    for section in article.sections:
        units: list[Unit] = []
        for block in section.blocks:
            writer = _find_writer(block, cast)
            if writer is None:
                units += block.units
            elif units:
                yield writer, units
                units = []


def _find_writer(block: Block, cast: Cast) -> CastMember | None:
    """Whose name a paragraph is."""
    alone = block.kind != "table" and len(block.units) == 1
    name = read_signature(block.units[0].text, cast) if alone else ""
    return cast.roster.named(tuple(name.split()), person=True) if name else None


def read_signature(text: str, cast: Cast) -> str:
    """The name beneath a letter, without where or what somebody is; "" where a text is none."""
    plain = text.strip("*_ ")
    match = _SIGNATURE.fullmatch(plain)
    short = len(plain.split()) <= _LONGEST_SIGNATURE and plain[-1:] not in {".", "!", "?", ":"}
    return match["who"] if match and short and cast.phrases.is_full_name(match["who"]) else ""
