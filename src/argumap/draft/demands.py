"""Whether a sentence says what ought to be done: *The roof should be mended*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.draft.cue_words import CueWords


def demands(text: str, words: CueWords) -> bool:
    """Whether the verb of a sentence, and not of a clause in it, is one of what ought to be done."""
    told = [word.strip('.,;:!?“”"()') for word in text.casefold().split()]
    stops = [n for n, word in enumerate(text.split()) if word.endswith((",", ";", ":"))]
    return any(
        word in words.demands
        and not _tells_of_past(told[n + 1 :], words)
        and not _is_in_clause(told[max((stop + 1 for stop in stops if stop < n), default=0) : n], words)
        for n, word in enumerate(told)
    )


def _tells_of_past(behind: Sequence[str], words: CueWords) -> bool:
    """*Must have been*, *I should like*."""
    return next((word for word in behind[:2] if word not in words.infinitive), "") in words.no_demands


def _is_in_clause(before: Sequence[str], words: CueWords) -> bool:
    """Whether a clause opens before a verb: *the law that dogs must be led is no suggestion*."""
    opens = (words.relative | words.conditions | words.complementisers) - words.articles - words.definite
    opens |= words.complementisers
    told = words.demands | words.speech.keys()
    opened = [n for n, word in enumerate(before) if word in opens]
    negated = not words.negative.isdisjoint(before[:1])
    return negated or any(told.isdisjoint(before[:n]) for n in opened[-1:])
