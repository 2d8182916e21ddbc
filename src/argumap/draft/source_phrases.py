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
_FIRST_NOUN = re.compile(r"(?:[a-zäöüß]\S*\s+)*(?-i:[A-ZÄÖÜ])[^\s,]*(?:\s+(?:(?:von|van|de)\s+)?[A-ZÄÖÜ][^\s,]*)*")
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
            noun = _find_noun(rest, words)
            if noun is not None and (cut is None or not masked_rest[noun:].startswith(",")):
                subject, content = rest[:noun], text  # *Laut der Firma Alpin ist es leise*: the verb comes next
            elif cut is None:
                continue
            else:
                subject, content = rest[:cut], rest[cut + 1 :]
        else:
            end = re.search(r"[;,!?]|[.]?\s*$", masked_rest)
            cut = end.start() if end else len(rest)
            noun = _find_noun(rest, words)
            goes_on = noun is not None and noun < cut and rest[noun:cut].strip() != ""
            cut = cut if noun is None else min(cut, noun)
            # *Die Regeln sollen laut dem Verband bleiben*: what is said goes on behind its source
            subject, content = rest[:cut], text if goes_on else text[: match.start()].rstrip(" ,")
            if len(content.split()) < _FEWEST_WORDS - 1:
                continue
        subject = _nominative(subject.strip(), match[0].casefold())
        yield Frame(subject, match[0].strip(), Act.ASSERTS, tidy(content), "source-phrase", match.start())


def _nominative(subject: str, cue: str) -> str:
    """A noun as it is called, behind *des*: *Kinderkrankenhauses*, *Verbandes*."""
    noun, space, rest = subject.partition(" ")
    if not cue.endswith((" des", " des ")) or not noun[:1].isupper() or not noun.endswith("s") or noun.isupper():
        return subject
    ends_es = noun.endswith(("ses", "des", "tes", "ktes", "tzes"))
    return f"{noun.removesuffix('es' if ends_es else 's')}{space}{rest}"


def _find_noun(rest: str, words: CueWords) -> int | None:
    """Where the noun of a source ends, where nouns have capitals; *Experten* alone of *Experten Gas*."""
    noun = _FIRST_NOUN.match(rest) if words.noun_capitals else None
    if noun is None:
        return None
    first = re.search(r"\b[A-ZÄÖÜ][\w-]*", noun[0])
    crowd = first is not None and first[0].casefold() in words.crowds
    return first.end() if first and crowd else noun.end()


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
