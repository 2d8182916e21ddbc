"""Whether a quotation stands in the sentences that it is said to come from: word for word, and a whole clause.

There is no near enough. A quotation that leaves out the word which turns it is refused as well, though its words
stand there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from argumap.text import find_denials, find_tokens, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.assisted_draft.sentence_windows import NumberedSentence
    from argumap.draft import CueWords
    from argumap.text import Language

_FEWEST_WORDS: Final = 3
# What stands behind a clause belongs to it where it is no longer: “…, which is not true”.
_TAIL: Final = 6
# A clause may begin behind one of these and end before one; letters and figures it may not be cut from.
_SIGNS: Final = frozenset(".,;:!?()[]\"'-/*_|¿¡…")
# A new clause: what was denied before it is not denied in it.
_CONTRAST: Final = re.compile(
    r"[;:]|\b(?:but|yet|while|whereas|aber|sondern|während|doch|mais|tandis|pero|sino|mientras)\b"
)


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A quotation that was found: the sentences it takes, and its words as they are compared.

    ``hangs`` says that it is a clause which hangs on words before it, as what is said hangs on *she said that*.
    """

    sentences: tuple[NumberedSentence, ...]
    normal: str
    hangs: bool = False

    @property
    def at(self) -> tuple[str, ...]:
        return tuple(sentence.at for sentence in self.sentences)

    @property
    def text(self) -> str:
        """The whole sentences that it stands in."""
        return " ".join(sentence.unit.text for sentence in self.sentences)

    @property
    def is_whole(self) -> bool:
        """Whether it has all words of these sentences."""
        return find_tokens(self.normal) == find_tokens(normalise(self.text))


@dataclass(frozen=True, slots=True)
class QuoteFault:
    """Why a quotation is not taken, and what would put it right."""

    code: str
    hint: str


def prove_quote(
    quote: str,
    cited: Sequence[NumberedSentence],
    others: Sequence[NumberedSentence],
    language: Language,
    words: CueWords,
) -> QuotedPassage | QuoteFault:
    """The fewest of the ``cited`` sentences in which ``quote`` stands, else why it is no proof.

    ``others`` are sentences nearby, so that a wrong number can be told from invented words. Whoever disputes
    something may be quoted with or without the word that denies it.
    """
    normal = normalise(quote)
    if not normal:
        return QuoteFault("quote-missing", "copy the words of the article that state the claim")
    if any(b.number != a.number + 1 for a, b in pairwise(cited)):
        return QuoteFault("quote-scattered", "cite one sentence, or sentences that follow each other")
    faults: list[QuoteFault] = []
    for group in _groups(cited):
        if faults and len(group) > 1:  # more sentences around it make a clause no more whole
            break
        whole = normalise(" ".join(sentence.unit.text for sentence in group))
        for at in _places(normal, whole):
            fault = _judge(whole, at, normal, language, words)
            if fault is None:
                return QuotedPassage(tuple(group), normal, _hangs(whole[:at], normal, words))
            faults.append(fault)
    if faults:
        return faults[0]
    for sentence in others:
        if next(_places(normal, normalise(sentence.unit.text)), None) is not None:
            return QuoteFault("quote-elsewhere", f"these words stand in sentence {sentence.number}; cite that one")
    return QuoteFault("quote-not-found", "these words do not stand there; copy them letter by letter")


def stands_in(words: str, text: str) -> bool:
    """Whether some words stand in a text, word for word."""
    normal = normalise(words)
    return bool(normal) and next(_places(normal, normalise(text)), None) is not None


def find_denying(normal: str, language: Language, words: CueWords) -> list[str]:
    """The words of a text, as it is compared, that deny something: *not*, *unsafe*, *denied*."""
    found = find_denials(find_tokens(normal), language)
    said = {phrase for phrase in words.denied if next(_places(phrase, normal), None) is not None}
    return [*found, *sorted(said.difference(found))]


def _groups(cited: Sequence[NumberedSentence]) -> Iterator[Sequence[NumberedSentence]]:
    for size in range(1, len(cited) + 1):
        for start in range(len(cited) - size + 1):
            yield cited[start : start + size]


def _places(normal: str, whole: str) -> Iterator[int]:
    """Where ``normal`` stands in ``whole`` and no word is cut."""
    at = whole.find(normal)
    while at >= 0:
        end = at + len(normal)
        if not (_joins(whole[at - 1 : at], normal[0]) or _joins(normal[-1], whole[end : end + 1])):
            yield at
        at = whole.find(normal, at + 1)


def _joins(before: str, after: str) -> bool:
    """Whether two characters are within one word or figure."""
    return bool(before) and bool(after) and before.isascii() and before.isalnum() and after.isalnum()


def _judge(whole: str, at: int, normal: str, language: Language, words: CueWords) -> QuoteFault | None:
    left, right = whole[:at].rstrip(), whole[at + len(normal) :].lstrip()
    alone = not _has_words(left) and not _has_words(right)
    if not alone and len(normal.split()) < _FEWEST_WORDS and language.spaced:
        return QuoteFault("quote-too-short", "quote the whole clause or sentence")
    if language.spaced and not (_may_begin(left, normal, words) and _may_end(normal, right, words)):
        return QuoteFault("quote-cut", "quote from the beginning of a sentence or clause to its end")
    lead = _CONTRAST.split(left)[-1]
    tail = right if len(right.split()) <= _TAIL and not _CONTRAST.search(right) else ""
    turned = find_denying(lead, language, words) + find_denying(tail, language, words)
    if turned:
        return QuoteFault("quote-cut", f"the quotation leaves out “{turned[0]}”; quote the whole sentence")
    return None


def _hangs(left: str, normal: str, words: CueWords) -> bool:
    before = left.split()[-1:]
    return _has_words(left) and not words.complementisers.isdisjoint([*before, normal.split()[0]])


def _may_begin(left: str, normal: str, words: CueWords) -> bool:
    before = left.split()[-1:] or [""]
    return (
        not _has_words(left)
        or left[-1] in _SIGNS
        or normal[0] in _SIGNS
        or before[0] in words.complementisers | words.joiners | words.relative
        or normal.split()[0] in words.complementisers | words.joiners | words.relative
    )


def _may_end(normal: str, right: str, words: CueWords) -> bool:
    return (
        not _has_words(right)
        or right[0] in _SIGNS
        or normal[-1] in _SIGNS
        or right.split()[0] in words.joiners | words.complementisers | words.relative
    )


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
