"""Which stretches of a text that brat annotates are parts of arguments, for it annotates whatever people wish.

The names are those of published corpora: of essays, abstracts, judgements, comments and papers, and of the scheme
of Toulmin on the one hand; of persons, places, figures and the like on the other (CoNLL, OntoNotes).
"""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_PARTS = """
claim majorclaim mainclaim centralclaim ownclaim backgroundclaim subclaim premise conclusion data evidence
thesis statement argument argumentfor argumentagainst argfor argagainst pro con proposition position reason
support objection attack rebuttal refutation counterclaim counterargument concession warrant backing grounds
ground qualifier fact value policy testimony reference rhetoricalstatement assumption anecdote statistics
commonground component argumentcomponent adu edu topic stance opinion justification implicit hypothesis
result finding elaboration background example these behauptung pramisse premisse hauptthese argumentdafur
argumentdagegen einwand grund premisa afirmacion affirmation
"""
_NAMES = """
per pers person people character org organization organisation institution company loc location place gpe
geo city country state facility fac misc date time datetime duration money percent percentage quantity
cardinal ordinal number num amount measure product event norp nationality religion language law workofart
title work email url phone address name entity ne protein gene chemical disease drug species cell organism
simplechemical habitat bacteria symptom dosage anatomy
"""
_OF_ARGUMENTS = frozenset(_PARTS.split())
_OF_NAMES = frozenset(_NAMES.split())
_SHORT = 4
_NO_LETTER = re.compile(r"[\W_\d]")
_NAME = "a stretch of the type {kind!r}, which is a name or a figure and no claim"
_BRIEF = "a few words of the type {kind!r}, which no relation of an argument joins"


def plain_kind(kind: str) -> str:
    """A type as it is compared: its letters, all small."""
    return _NO_LETTER.sub("", kind).casefold()


def find_other_kinds(words: Mapping[str, Iterable[str]], related: Collection[str]) -> dict[str, str]:
    """The types of stretches that are no parts of arguments, and why, by their ``words``.

    A type is one where a relation of an argument joins a stretch of it, whatever it is called. Where nothing in a
    file is known for a part of one, those of which the stretches are short are none.
    """
    plain = {kind: plain_kind(kind) for kind in words}
    others = [kind for kind in words if kind not in related and plain[kind] and plain[kind] not in _OF_ARGUMENTS]
    alone = len(others) == len(words)
    found: dict[str, str] = {}
    for kind in others:
        if plain[kind] in _OF_NAMES:
            found[kind] = _NAME.format(kind=kind)
        elif alone and median(text.count(" ") + 1 for text in words[kind]) < _SHORT:
            found[kind] = _BRIEF.format(kind=kind)
    return found


def names_claims(kind: str) -> bool:
    """Whether a type is read as one of claims again."""
    return plain_kind(kind) not in _OF_NAMES
