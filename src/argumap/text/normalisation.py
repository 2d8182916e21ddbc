"""Texts made comparable: what a typesetter or an editor's program may change counts for nothing.

Fingerprints are taken of what stands here, so a change of these rules is a new ``NORM``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from argumap.text.inline_markup import without_marks

if TYPE_CHECKING:
    from collections.abc import Iterable

NORM = 1

_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_FOLDED = {
    **dict.fromkeys(map(ord, _DROPPED)),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4\u2039\u203a"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"), "-"),
    ord("\u2026"): "...",
}
_SPACED_DOTS = re.compile(r"\.(?: \.){2,}")
_DASH = re.compile(r"(?<=\S) ?(?:--+| - |[\u2013\u2014\u2015]) ?(?=\S)")
_SPACES = re.compile(r"\s+")
_FOLDS = re.compile(f"[{''.join(map(chr, _FOLDED))}]")
# Dashes are told apart by their spaces before they are folded, so they are left for later here.
_UNSEEN = dict.fromkeys(map(ord, _DROPPED))
# Scripts whose words and sentences have no spaces between them: those of Chinese and Japanese, and some others.
WIDE: Final = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_UNSPACED = f"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff{WIDE}"
_CHARACTER = re.compile(f"[{_UNSPACED}]|[^{_UNSPACED}]+")
_TOKEN = re.compile(r"[$\u20ac\u00a3\u00a5]?\d+(?:[.,:]\d+)*(?:%|[^\W\d_]+)?|[^\W\d_]+\d*(?:'[^\W\d_]+)*")


def normalise(text: str) -> str:
    """``text`` in one form for comparison (N1).

    Marks of Markdown and invisible characters go; compatibility forms (NFKC), quote marks, dashes, ellipses,
    white space and case are folded. Idempotent up to marks that unwrapping lays bare.
    """
    text = without_marks(text)
    if not text.isascii():
        return _normalise_any(text)
    text = " ".join(text.split())
    if "--" in text or " - " in text:
        text = _DASH.sub(" - ", text)
    if ". ." in text:
        text = _SPACED_DOTS.sub("...", text)
    return " ".join(text.replace("`", "'").split()).lower()


def _normalise_any(text: str) -> str:
    folds = _FOLDS.search(text) is not None
    text = _SPACES.sub(" ", text.translate(_UNSEEN) if folds else text)
    text = unicodedata.normalize("NFKC", _DASH.sub(" - ", text))
    if folds or _FOLDS.search(text):
        text = text.translate(_FOLDED)
    return _SPACES.sub(" ", _SPACED_DOTS.sub("...", text)).strip().casefold()


def tokens(text: str) -> list[str]:
    """The words and numbers of ``text`` in order (N2), without punctuation; keeps 17%, $9, 3.3 and don't."""
    return find_tokens(normalise(text))


def set_apart(words: Iterable[str]) -> list[str]:
    """The tokens, those of scripts that put no spaces between words (Chinese, Japanese, Thai) by character."""
    return [part for word in words for part in ((word,) if word.isascii() else _CHARACTER.findall(word))]


def find_tokens(normal: str) -> list[str]:
    """The tokens of a text that is normalised already."""
    return _TOKEN.findall(normal)
