"""A statement that comes again in the same words, but for small ones: one claim with a further passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.text import tokens

if TYPE_CHECKING:
    from argumap.draft.cue_words import CueWords
    from argumap.draft.heard import DraftClaim

# Shorter ones (*That is so*) mean something else each time.
_FEWEST_WORDS = 4


class Twins:
    """The claims met so far, by who says them and in which words."""

    def __init__(self, words: CueWords) -> None:
        self._left_out = words.articles | words.joiners
        self._met: dict[object, DraftClaim] = {}

    def take(self, claim: DraftClaim) -> bool:
        """Whether a claim is the twin of one met before, which takes over its passage."""
        words = tuple(word for word in tokens(claim.text) if word not in self._left_out)
        key = (claim.speaker, *claim.others, claim.act, claim.sentence.turn, words)
        met = self._met.setdefault(key, claim) if len(words) >= _FEWEST_WORDS else claim
        if met is claim or met.sentence is claim.sentence:
            return met is not claim
        met.again.append(claim.sentence)
        return True
