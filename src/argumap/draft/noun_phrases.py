"""Where a noun with what belongs to it ends, in a language that writes its nouns with capitals."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either

if TYPE_CHECKING:
    from argumap.draft.cue_words import CueWords

_NOUN = r"(?:[A-ZÄÖÜ][\w’'./-]*\.?|„[^“”]{2,60}[“”]|“[^“”]{2,60}”|\"[^\"]{2,60}\")"
_LONGEST_NAME = 2


def cut_subject(text: str, words: CueWords, *, several: bool = False) -> tuple[str, str]:
    """The subject that a text opens with behind its verb, and what stands behind that.

    *der Leiter der Schule Jan Roth am Montag* is *der Leiter der Schule Jan Roth*; with ``several`` it may be two
    that *und* joins. Empty where a text opens with none, or with an object: *den Plan*.
    """
    stripped = _adverbs(words).sub("", text.lstrip())
    found = _subject(words).match(stripped)
    if found is None:
        return "", text
    end = _end_of_body(stripped, found.end(), words)
    while several and (more := _joined(words).match(stripped, end)):
        end = more.end()
    beside = _apposition(words).match(stripped, end)
    end = beside.end("what") if beside else end
    told = stripped[:end].rstrip(".") if end == len(stripped) else stripped[:end]
    return told, stripped[len(told) :]


def _end_of_body(text: str, end: int, words: CueWords) -> int:
    """Where a body ends that a name stands behind: *fordert der Rat Roth auf* tells whom it calls on."""
    found = re.match(
        rf"(?:{either(words.subject_articles)})\s+(?:[a-zäöüß-]+\s+)*([A-ZÄÖÜ][\w-]*)(?=\s+[A-ZÄÖÜ])", text[:end]
    )
    return found.end() if found and found[1].casefold() in words.publics else end


def _noun_phrase(openers: str, words: CueWords) -> str:
    """A noun, its adjectives and name, and whose it is; what belongs to a name stands behind *von*, not *der*."""
    small = either(words.determiners | words.openers | words.places | words.when | words.relative | words.helpers)
    adjectives = rf"(?:(?!(?:{small})\s)(?:\d+-)?[a-zäöüß-]+(?:e|en|er|es|em)\s+){{0,3}}"
    run = (
        rf"(?:(?:von|van|de|zu)\s+)?{_NOUN}(?:\s+(?:(?:von|van|de|zu)\s+)?{_NOUN}){{0,5}}(?:\s+\([^()]{{1,60}}\))?"
    )
    behind = rf"(?:\s+(?:{either(words.of_whom)})\s+{adjectives}{run}){{0,3}}"
    return rf"(?:(?:{openers})\s+)?{adjectives}{run}{behind}"


@cache
def _subject(words: CueWords) -> re.Pattern[str]:
    phrase = _noun_phrase(either(words.subject_articles), words)
    return re.compile(rf"(?i:{either(words.pronouns | words.group_pronouns)})(?=\s|[,.]|$)|{phrase}")


@cache
def _adverbs(words: CueWords) -> re.Pattern[str]:
    """When or how something was said, between the verb and its subject: *sagte am Montag auch*."""
    return re.compile(rf"^(?:(?:{either(words.when | words.helpers)})\s+)+", re.IGNORECASE)


@cache
def _joined(words: CueWords) -> re.Pattern[str]:
    shared = either(words.shared & words.body_links)
    return re.compile(rf"\s+(?:{shared})\s+{_noun_phrase(either(words.subject_articles), words)}")


@cache
def _apposition(words: CueWords) -> re.Pattern[str]:
    """What somebody is behind their name, or their name behind what they are, up to its comma."""
    return re.compile(rf"(?P<what>,\s+{_noun_phrase(either(words.subject_articles), words)})(?=,|[.]?$)")
