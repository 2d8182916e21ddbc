"""The words of a statement without Argdown's signs: tags, mentions, links, and what stands in another type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.formats._argdown.document import Wording

_BLANK = re.compile(r"[ \t\n]+")
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text as people read it; ``links`` are the words of each link and where it leads."""

    text: str
    links: tuple[tuple[str, str], ...] = ()
    mentions: bool = False
    types: bool = False


def clean(text: str) -> str:
    """A text in one line, without what no file of text can hold."""
    return _BLANK.sub(" ", _HALF.sub("\ufffd", text.replace("\0", ""))).strip(" ")


def read_plain(wording: Wording | None) -> PlainText:
    """The words of a wording. Tags before and behind them go; one within is a word of its sentence."""
    if wording is None:
        return PlainText("")
    signs = sorted(r for r in wording.ranges if r.kind in {"tag", "mention"} and r.end > r.start)
    pieces: list[tuple[bool, str]] = []
    at = 0
    for kind, start, end, value in sorted(signs, key=lambda sign: sign.start):
        pieces.append((False, wording.text[at:start]))
        blank = " " if wording.text[start:end].endswith((" ", "\t")) else ""
        pieces.append((kind == "tag", value + blank))
        at = max(at, end)
    pieces.append((False, wording.text[at:]))
    while pieces and (pieces[0][0] or not pieces[0][1].strip()):
        del pieces[0]
    while pieces and (pieces[-1][0] or not pieces[-1][1].strip()):
        del pieces[-1]
    return PlainText(
        clean("".join(words for _, words in pieces)),
        tuple((clean(wording.text[r.start : r.end]), r.value) for r in wording.ranges if r.kind == "link"),
        any(r.kind == "mention" for r in wording.ranges),
        any(r.kind == "type" for r in wording.ranges),
    )
