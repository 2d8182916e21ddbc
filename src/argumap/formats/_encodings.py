"""In which encoding the text of another tool's file is: as its first bytes say, else as its words look best."""

from __future__ import annotations

import codecs
import re
from typing import Final

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_SAMPLE = 4_000
_MANY, _FEW = 0.4, 0.05
CODE_PAGES: Final = {
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman, as older programs of the Mac write it",
    "cp850": "code page 850, as DOS wrote it",
}
"""Encodings that no sign tells apart, with what people call them; the likeliest first."""
_USUAL = frozenset("äöüßàáâãåæçèéêëìíîïñòóôõøùúûýœ")
_BETWEEN = frozenset("’‘'-‐–·")
_AROUND = frozenset("’‘“”„«»…–—€£§°•‚‹›\xa0¿¡")
_TELLING = 2_000
_SEASONED = 20_000
_FEW_LETTERS = 20
_LAST_OF_ASCII = 0x7F


def recode(data: bytes) -> bytes:
    """A file as UTF-8 where its first bytes say that it is in another encoding; else as it is."""
    coding = _find_told(data)
    if not coding:
        return data
    try:
        return data.decode(coding).encode("utf-8", "surrogatepass")
    except (LookupError, ValueError):  # no encoding of that name, or the file is in another one after all
        return data


def _find_told(data: bytes) -> str:
    """The encoding that a byte order mark, the zero bytes of UTF-16 or the first line of XML tells; else ""."""
    for mark, coding in _MARKS:
        if data.startswith(mark):
            return coding
    head = data[:_SAMPLE]
    pairs = len(head) // 2
    even, odd = head[: 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if min(even, odd) < _FEW * pairs and max(even, odd) > _MANY * pairs:
        return "utf-16-le" if odd > even else "utf-16-be"
    told = _DECLARED.match(head)
    name = told[1].decode("ascii").casefold() if told else ""
    # Some programs write into the file what they held the text as, not what they wrote it in.
    return "" if name.startswith(("utf", "ucs", "us-ascii")) else name


def guess_code_page(data: bytes) -> str | None:
    """The one of `CODE_PAGES` in which the letters beyond ASCII make the likeliest words; None where none does."""
    return max(CODE_PAGES, key=lambda coding: _score(data, coding)) if _is_western(data) else None


def _is_western(data: bytes) -> bool:
    """Whether letters beyond ASCII are the seasoning of a text, and not most of it."""
    beyond = sum(byte > _LAST_OF_ASCII for byte in data[:_SEASONED])
    letters = sum(bytes((byte,)).isalpha() for byte in data[:_SEASONED])
    return beyond < _FEW_LETTERS or beyond < letters


def _score(data: bytes, coding: str) -> int:
    text = data.decode(coding, "replace")
    places = (found.start() for found in re.finditer(r"[^\x00-\x7f]", text))
    score = sum(_fits(text, place) for place, _ in zip(places, range(_TELLING), strict=False))
    return score if "\ufffd" not in text else score - _TELLING


def _fits(text: str, place: int) -> int:
    """Whether a character stands where such a one does in Western languages: 1, or -1 where it does not."""
    sign, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if sign.casefold() in _USUAL:
        return -1 if sign.isupper() and before.islower() else 1
    within = before.isalpha() and after.isalpha()
    return 1 if sign in (_BETWEEN if within else _AROUND) else -1
