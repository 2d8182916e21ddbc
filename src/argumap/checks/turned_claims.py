"""A claim that says in almost the same words the contrary of a sentence that it is tied to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.text import find_denials, find_turned, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.anchoring import TiedUnit
    from argumap.checks import Subject
    from argumap.errors import Problem
    from argumap.text import Language

# Two texts are about the same if so many words of either are in the other, and so many in all. A word counts
# by its first letters, so that *supports* and *supported* are one; small words do not count.
_OF_CLAIM = 0.7
_OF_PASSAGE = 0.45
_LEAST = 3
_LETTERS = 5
# So many of the words as they are written, with commas and small words, are in any two texts of that kind; this
# spares a look at the others.
_WRITTEN_ALIKE = 0.3
_SHORT = 3

_WORD = re.compile(r"[^\W\d_]+")


def check(subject: Subject) -> Iterator[Problem]:
    language = subject.language
    if subject.tied is None or language is None or not language.known or not language.spaced:
        return
    for claim in subject.map.claims:
        contrasts = [
            _contrast(claim.text, unit, language)
            for unit in _find_alike(claim.text, subject.tied(claim) or (), language)
        ]
        if contrasts and all(contrasts):
            message = f"{claim.id!r} {contrasts[0]}; correct the claim, or cite where it says so"
            yield subject.hint("AM244", message, "claims", claim.id, "text")


def _find_alike(claim: str, units: Sequence[TiedUnit], language: Language) -> list[TiedUnit]:
    """The units that speak of the same as a claim does, in the same words."""
    written = set(claim.casefold().split())
    least = _WRITTEN_ALIKE * len(written)
    near = [
        unit
        for unit in units
        if unit.language is language and len(written.intersection(unit.text.casefold().split())) >= least
    ]
    own = _stem(claim, language) if near else frozenset()
    return [unit for unit in near if _are_alike(own, _stem(unit.text, language))]


def _stem(text: str, language: Language) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(w[:_LETTERS] for w in words if len(w) > _SHORT and w not in language.stop_words)


def _are_alike(claim: frozenset[str], passage: frozenset[str]) -> bool:
    common = len(claim & passage)
    return common >= _LEAST and common >= _OF_CLAIM * len(claim) and common >= _OF_PASSAGE * len(passage)


def _contrast(claim: str, unit: TiedUnit, language: Language) -> str:
    """What a claim and a sentence say against each other; "" where they agree.

    What is denied and turned as well is the same again: *not allowed* is *banned*.
    """
    ours, theirs = tokens(claim), tokens(unit.text)
    denied = find_denials(ours, language), find_denials(theirs, language)
    turned = find_turned(ours, theirs, language)
    if bool((len(denied[0]) - len(denied[1])) % 2) is bool(turned):
        return ""
    if turned:
        return f"says “{turned[0]}” where {unit.at} says “{turned[1]}”"
    if len(denied[0]) > len(denied[1]):
        return f"says “{denied[0][0]}”, and {unit.at} says the same without it"
    return f"says without a “{denied[1][0]}” what {unit.at} says with it"


PLUGIN = check
