"""Whom a sentence names as its source: *According to the survey, prices fell*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.draft.frames import Frame, tidy
from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.draft.cue_words import CueWords

# Where nouns are written with capitals the first of them ends a phrase.
_FIRST_NOUN = re.compile(r"(?:[a-zäöüß]\S*\s+)*(?-i:[A-ZÄÖÜ])[^\s,]*(?:\s+[A-ZÄÖÜ][^\s,]*)*")
_FEWEST_WORDS = 3
_LONGEST_NAME = 4
_LONGEST_ASIDE = 8


def find_sources(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    """*According to the survey, prices fell*, at the beginning or the end of a sentence."""
    for match in _source_phrase(words).finditer(masked):
        lead = masked[: match.start()].strip(" \x00,").casefold()
        at_start = not lead or lead in words.joiners or lead.endswith(":")
        rest = text[match.end() :]
        masked_rest = masked[match.end() :]
        if at_start:
            cut = _end_of_source(masked_rest, words)
            noun = _FIRST_NOUN.match(rest) if words.noun_capitals else None
            if noun and (cut is None or not masked_rest[noun.end() :].startswith(",")):
                subject, content = noun[0], text  # *Laut der Firma Alpin ist es leise*: the verb comes next
            elif cut is None:
                continue
            else:
                subject, content = rest[:cut], rest[cut + 1 :]
        else:
            end = re.search(r"[.;,!?]|$", masked_rest)
            cut = end.start() if end else len(rest)
            noun = _FIRST_NOUN.match(rest) if words.noun_capitals else None
            cut = min(cut, noun.end()) if noun else cut
            subject, content = rest[:cut], text[: match.start()].rstrip(" ,")
            if len(content.split()) < _FEWEST_WORDS - 1:
                continue
        yield Frame(subject.strip(), match[0].strip(), Act.ASSERTS, tidy(content), "source-phrase", match.start())


def _end_of_source(masked: str, words: CueWords) -> int | None:
    """Where the phrase that names a source ends: at its comma, past those of an apposition."""
    first, *others = [match.start() for match in re.finditer(",", masked)] or [-1]
    if first < 0 or not others:
        return first if first >= 0 else None
    between = masked[first + 1 : others[0]].split()
    names = all(word[0].isupper() or word in words.inside for word in between) and len(between) <= _LONGEST_NAME
    aside = between[:1] and between[0].casefold() in words.indefinite | words.relative
    return others[0] if names or (aside and len(between) <= _LONGEST_ASIDE) else first


@cache
def _source_phrase(words: CueWords) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{either(words.sources)})\s+", re.IGNORECASE)
