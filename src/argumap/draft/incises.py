"""Who says it inside the quotation: *« Ce pont me survivra, raconte Marcel Dugain, je parie. »*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.draft.frames import Frame, tidy
from argumap.draft.quotations import MASK, strip_marks
from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.draft.cue_words import CueWords

_LONGEST_BESIDE = 4


@cache
def _incise(words: CueWords) -> re.Pattern[str]:
    """A verb with its subject behind it, between commas or dashes, up to where what is said goes on or ends."""
    verbs, openers = either(words.human), either(words.articles | words.belonging | words.titles)
    name = r"(?-i:[A-ZÀ-Þ])[^,;:.!?«»—–\"“”]{1,50}"
    noun = rf"(?:{openers})(?:\s+|(?<='))[^,;:.!?«»—–\"“”]{{2,50}}"
    return re.compile(
        rf"(?P<open>,|[—–])\s*(?:{words.verb_with_clitic.pattern}|(?P<cue>{verbs})\s+(?P<subject>{name}|{noun}))"
        rf"(?P<beside>,\s+[^,;:.!?«»—–]{{2,50}})?\s*(?P<end>[,.—–»]|$)",
        re.IGNORECASE,
    )


def find_incises(text: str, masked: str, words: CueWords) -> Iterator[Frame]:
    """Whoever says it within the marks of a quotation, as French and Spanish print it."""
    if not words.verb_first or words.noun_capitals or MASK not in masked:
        return
    match = _incise(words).search(text.replace("’", "'"))
    if match is None or MASK not in masked[match.start() : match.end()]:
        return
    yield _read(text, match, words)


def _read(text: str, match: re.Match[str], words: CueWords) -> Frame:
    beside, subject = match["beside"] or "", match["subject"] or ""
    apposed = bool(subject) and (match["end"] == "," or _is_apposition(beside, words))
    who = f"{subject}{beside if apposed else ''}" if subject else match["who"] or match["who_behind"]
    rest = text[match.end() if apposed or not beside else match.start("beside") :].strip(" .,")
    said = f"{strip_marks(text[: match.start()])} {strip_marks(rest)}"
    form, last = (match["cue"], "subject") if subject else (match["verb"], "verb")
    cue = text[match.start() : match.end(last)].strip(" ,—–")
    act = words.speech.get(form.casefold(), Act.ASSERTS)
    return Frame(who.strip(), cue, act, tidy(said), rule="quotation", at=match.start(), human=True)


def _is_apposition(beside: str, words: CueWords) -> bool:
    """Whether what stands behind a name tells who that is, and is not what they say: *, retraité*."""
    told = beside.casefold().strip(", ").split()
    return 0 < len(told) <= _LONGEST_BESIDE and (words.finite | words.helpers).isdisjoint(told)
