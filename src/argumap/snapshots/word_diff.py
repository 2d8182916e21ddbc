"""Two texts word by word: how alike they are, and which words came and went."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w+")
# Word by word costs the square of the length; beyond this many tokens a text is shown as one piece.
_LONGEST = 2_000


class DiffPiece(NamedTuple):
    """A run of text that both share (``same``), that only the old has (``gone``) or only the new (``new``)."""

    state: Literal["same", "gone", "new"]
    text: str


def build_word_diff(old: str, new: str) -> tuple[DiffPiece, ...]:
    """The pieces of both texts in reading order: without those that are new they make ``old``, and vice versa."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(before), len(after)) > _LONGEST:
        return tuple(piece for piece in (DiffPiece("gone", old), DiffPiece("new", new)) if piece.text)
    pieces: list[DiffPiece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(DiffPiece("same", "".join(before[a:b])))
        else:
            pieces += [DiffPiece("gone", "".join(before[a:b])), DiffPiece("new", "".join(after[c:d]))]
    return tuple(piece for piece in pieces if piece.text)


def in_one_line(pieces: tuple[DiffPiece, ...]) -> str:
    """``The town [-should-]{+must+} act``, as ``git diff --word-diff`` marks it."""
    marks = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return " ".join("".join(marks[piece.state].format(piece.text) for piece in pieces).split())


def find_words(text: str) -> list[str]:
    """The words of ``text``, in lower case."""
    return _WORD.findall(text.casefold())


def likeness(old: list[str], new: list[str]) -> float:
    """The share of words that two texts have in common in the same order, from 0 to 1."""
    if not old or not new:
        return 0.0
    return SequenceMatcher(None, old[:_LONGEST], new[:_LONGEST], autojunk=False).ratio()
