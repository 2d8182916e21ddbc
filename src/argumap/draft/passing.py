"""Whether a sentence of the author's is said in passing: scenery, procedure, what merely announces or connects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.draft.demands import demands

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from argumap.draft.cue_words import CueWords
    from argumap.draft.heard import HeardSentence

LEFT_OUT = 6
"""With so many points a sentence is no claim."""
DOUBTED = 3
"""With so many it is proposed under a rule of its own."""

# A shorter text has no room for scenery, and the points were not measured on any.
_FEWEST_SENTENCES = 20
_EDGE = 3
_SHORT = 9
# More words tell more than a remark, but where somebody begins with themselves: in the press they are the news.
_LONGEST = 15
_ENDINGS = (".", "!", "?", "…", "”", '"', "“", "»", "’", ")", "。", "！")
_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:'[^\W\d_]+)?")
_YEAR = re.compile(r"(?:1\d|20|21)\d\d")
_NAME = re.compile(r"(?<=[^.!?:“\"(\s])\s+[A-Z][^\W\d_]")


class PassingRemarks:
    """What speaks for it that sentences of an article argue nothing, in the points of its language."""

    def __init__(self, words: CueWords, sentences: Sequence[HeardSentence]) -> None:
        self._words = words
        known = bool(words.points) and len(sentences) >= _FEWEST_SENTENCES
        self._points: Mapping[str, int] = words.points if known else {}
        self._first = {id(sentence) for sentence in sentences[:_EDGE]}
        self._last = {id(sentence) for sentence in sentences[-_EDGE:]}
        self._own = words.own_words | words.own_forms

    def weigh(self, sentence: HeardSentence, text: str) -> int:
        """The points of a sentence: the more, the less is argued in it."""
        if not self._points:
            return 0
        clues = self.find_clues(sentence, text)
        if len(text.split()) > _LONGEST and not {"begins", "personal"} <= {*clues}:
            return 0
        return sum(self._points.get(clue, 0) for clue in clues)

    def find_clues(self, sentence: HeardSentence, text: str) -> list[str]:
        """What is seen of a sentence that speaks for it or against it, by the names of the points."""
        told = _WORD.findall(text.casefold().replace("’", "'"))
        parts = {part for word in told for part in (word, *_clitics(word))}
        personal = not self._own.isdisjoint(parts)
        short, unended = len(told) <= _SHORT, not text.rstrip().endswith(_ENDINGS)
        seen = {
            # A report begins with its news; a title, a few words or somebody's own story are none.
            "begins": id(sentence) in self._first and (personal or short or unended),
            "ends": id(sentence) in self._last,
            "opens": sentence.opens,
            "alone": sentence.alone,
            "short": short,
            "unended": unended,
            "named": not self._words.noun_capitals and bool(_NAME.search(text)),
            "personal": personal,
            "announces": not self._words.announcing.isdisjoint(parts),
            "dated": not (self._words.calendar | self._words.dating).isdisjoint(parts),
            "counts": _counts(told, self._words.numerals),
            "weighs": not self._words.weighing.isdisjoint(parts),
            "sweeps": not (self._words.sweeping | self._words.negative).isdisjoint(parts),
            "demands": demands(text, self._words),
            "leans": bool(told) and told[0].partition("'")[0] in self._words.leaning,
        }
        return [clue for clue, holds in seen.items() if holds]


def _clitics(word: str) -> Collection[str]:
    """The parts of what is written as one word: *isn't* denies, *I've* has *I*."""
    front, mark, behind = word.partition("'")
    return (front, "not" if behind == "t" else behind) if mark else ()


def _counts(told: Sequence[str], numerals: Collection[str]) -> bool:
    """Whether a sentence has a figure that is no year."""
    return any((word[0].isdigit() and not _YEAR.fullmatch(word.strip(".,"))) or word in numerals for word in told)
