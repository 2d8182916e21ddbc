"""Which sentences state nothing: headlines, bylines, datelines, greetings, questions, what keeps a talk going."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.draft.quotations import strip_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.draft.cue_words import CueWords
    from argumap.draft.heard import HeardSentence
    from argumap.text import Language, Unit

_FEWEST_WORDS = 3
_LONGEST_BYLINE = 14
_LONGEST_LEAD = 7
_LONGEST_VERBLESS = 4
# In a talk so short a sentence about *it* leans on what was said before.
_SHORT = 3
# A word of a language without spaces has about two characters.
_WORD_LENGTH = 2
# A headline may ask; what ends with one of these is a sentence.
_ENDINGS = (".", "!", "”", '"', ":", "。", "！", "」", "…")
# A headline in capitals has so many words of so many letters, and nearly all of them have one.
_LONG_WORD = 4
_FEWEST_LONG = 5
_NEARLY_ALL = 0.85
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_NUMBER = re.compile(r"^\d+[.)]\s+")
_LETTER = re.compile(r"\w")


class IdleReasons:
    """Why a sentence states nothing, by the words of its language."""

    def __init__(self, words: CueWords, language: Language) -> None:
        self._words = words
        self._spaced = language.spaced

    def count_words(self, text: str) -> int:
        """How many words a text has; where no spaces tell, about that many by its letters."""
        return len(text.split()) if self._spaced else len(_LETTER.findall(text)) // _WORD_LENGTH

    def find(self, sentence: HeardSentence, text: str) -> str:
        """The reason in a word, "" where the sentence may be a claim; ``text`` is it without a speaker's label."""
        plain = _NUMBER.sub("", text.strip("*_ "))
        for reason, holds in (
            (
                "headline",
                sentence.block.startswith("s0") and text == sentence.unit.text and is_headline(sentence.unit),
            ),
            ("byline", self._words.byline.match(plain) and self.count_words(plain) <= _LONGEST_BYLINE),
            ("dateline", sentence.opens and self._words.dateline.match(plain)),
            (
                "lead",
                sentence.unit.lead and not (sentence.turn or sentence.reports) and self._is_lead(plain.split()),
            ),
            ("question", plain.endswith(("?", "？")) and not sentence.frames),
            ("question", self._is_asked(sentence)),
            ("no comment", self._words.no_comment.search(plain)),
            ("story", self._is_story(sentence, plain)),
            ("question", self._words.asked.match(plain)),
            ("formula", self._words.idle.search(plain) or self._is_small_talk(sentence, plain)),
            ("announcement", plain.endswith(":") and not sentence.turn and self._announces(sentence)),
            ("fragment", self._is_fragment(plain)),
        ):
            if holds:
                return reason
        return ""

    def _is_story(self, sentence: HeardSentence, plain: str) -> bool:
        """Whether somebody tells what they lived through, and claims nothing: *Then I saw the teeth*."""
        quoted = [frame.content for frame, _ in sentence.frames if frame.rule == "quotation"]
        if sentence.turn and not sentence.frames:
            return bool(self._words.story.match(plain))
        if sentence.speaker and not sentence.frames:
            return bool(self._words.story.match(strip_marks(plain)))
        return bool(quoted) and len(quoted) == len(sentence.frames) and all(map(self._words.story.match, quoted))

    def _is_asked(self, sentence: HeardSentence) -> bool:
        """Whether somebody only asks: *“Could it have been a deer?” asked the barrister*."""
        told = [frame.content for frame, _ in sentence.frames if frame.rule == "quotation"]
        return bool(told) and len(told) == len(sentence.frames) and all(text.endswith("?") for text in told)

    def _announces(self, sentence: HeardSentence) -> bool:
        """Whether a sentence that ends in a colon says only who speaks: *Ott says in an interview:*."""
        return all(
            frame.rule == "reporting-verb" and self._words.complementisers.isdisjoint(frame.content.split())
            for frame, _ in sentence.frames
        )

    def _is_fragment(self, plain: str) -> bool:
        return self.count_words(plain) < _FEWEST_WORDS and not self._words.objections.match(plain)

    def _is_lead(self, words: Sequence[str]) -> bool:
        """A phrase that opens a paragraph; with a verb it is a sentence."""
        bare = {word.casefold().replace("’", "'").strip(".,") for word in words}
        return len(words) <= _LONGEST_LEAD and self._words.finite.isdisjoint(bare)

    def _is_small_talk(self, sentence: HeardSentence, plain: str) -> bool:
        """What keeps a talk going; so does a short sentence about *it* or *that*."""
        if not sentence.turn:
            return False
        words = re.split(r"[\s’']", plain.casefold())
        vague = len(plain.split()) <= _SHORT and words[0] in self._words.vague
        # By letter, on a Friday: with no verb, and no figure that would answer how much
        opens = words[0] in self._words.openers - self._words.clauses - self._words.conditions
        verbless = (
            opens and len(words) <= _LONGEST_VERBLESS and self._is_lead(words) and not re.search(r"\d", plain)
        )
        return bool(self._words.idle_talk.search(plain)) or (not sentence.frames and (vague or verbless))


def is_headline(unit: Unit) -> bool:
    """Whether a text begins with a line that is no sentence."""
    begins = unit.start == 0 and unit.kind == "sentence"
    return (begins and not unit.text.endswith(_ENDINGS)) or is_capital_headline(unit)


def is_capital_headline(unit: Unit) -> bool:
    """Whether a text begins with a line whose long words nearly all have a capital: *Town Votes for Pier*."""
    if unit.start or unit.kind != "sentence":
        return False
    long = [word for word in _WORDS.findall(unit.text) if len(word) >= _LONG_WORD]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= _FEWEST_LONG and capitals >= len(long) * _NEARLY_ALL
