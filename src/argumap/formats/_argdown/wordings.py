"""The words of a statement without Argdown's signs: tags, mentions, links, and what stands in another type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.formats._one_line import mend

if TYPE_CHECKING:
    from argumap.formats._argdown.document import Wording

_BLANK = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text as people read it; ``links`` are the words of each link and where it leads."""

    text: str
    links: tuple[tuple[str, str], ...] = ()
    mentions: bool = False
    types: bool = False


def clean(text: str) -> str:
    """A text in one line, without what no file of text can hold."""
    return _BLANK.sub(" ", mend(text.replace("\0", ""))).strip(" ")


def read_plain(wording: Wording | None) -> PlainText:
    """The words of a wording. Tags before and behind them go; one within is a word of its sentence."""
    if wording is None:
        return PlainText("")
    kinds = {stretch.kind for stretch in wording.ranges}
    links = (r for r in wording.ranges if r.kind == "link")
    return PlainText(
        clean("".join(_strip_tags(_cut(wording)))),
        tuple((clean(wording.text[link.start : link.end]), link.value) for link in links),
        "mention" in kinds,
        "type" in kinds,
    )


def _cut(wording: Wording) -> list[tuple[bool, str]]:
    """The pieces of a wording: whether each is a tag, and its words."""
    signs = [r for r in wording.ranges if r.kind in {"tag", "mention"} and r.end > r.start]
    pieces: list[tuple[bool, str]] = []
    at = 0
    for kind, start, end, value in sorted(signs, key=lambda sign: sign.start):
        blank = " " if wording.text[start:end].endswith((" ", "\t")) else ""
        pieces += [(False, wording.text[at:start]), (kind == "tag", value + blank)]
        at = max(at, end)
    return [*pieces, (False, wording.text[at:])]


def _strip_tags(pieces: list[tuple[bool, str]]) -> list[str]:
    said = [n for n, (is_tag, words) in enumerate(pieces) if not is_tag and clean(words)]
    return [words for _, words in pieces[said[0] : said[-1] + 1]] if said else []
