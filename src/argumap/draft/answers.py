"""The answers that headings argue about: where the text demands them, and who holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.model import StakeholderType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argumap.draft.cue_words import CueWords
    from argumap.draft.headings import HeadingSide
    from argumap.draft.heard import DraftClaim, HeardSentence
    from argumap.text import Language, Slugs


class Answers:
    """The answers of some headings, by their folded names; ``sides`` has one heading of each.

    ``stated`` are the claims that demand one, ``held`` the sentences that name those who are for it.
    """

    def __init__(
        self,
        sides: Mapping[str, HeadingSide],
        sentences: Sequence[HeardSentence],
        slugs: Slugs,
        words: CueWords,
        language: Language,
    ) -> None:
        self._slugs, self._words, self._language = slugs, words, language
        self.sides: dict[str, HeadingSide] = {}
        for side in sides.values():
            self.sides.setdefault(side.answer, side)
        self._stems = {answer: slugs.stems(side.text) for answer, side in self.sides.items()}
        self.stated = self._find_stated([claim for sentence in sentences for claim in sentence.claims])
        self.held = self._find_held(sides, sentences)

    def _find_stated(self, claims: Sequence[DraftClaim]) -> dict[str, DraftClaim]:
        """The claims that demand an answer, best in all its words: *We recommend giving land back*."""
        found: dict[str, DraftClaim] = {}
        demands = [
            claim for claim in sorted(claims, key=lambda c: len(c.sentence.unit.text)) if self._demands(claim)
        ]
        for whole in (True, False):
            for claim in demands:
                named = self._find_named(claim, whole=whole)
                if len(named) == 1 and claim not in found.values():  # one that names several leaves it open
                    found.setdefault(named[0], claim)
        return found

    def _demands(self, claim: DraftClaim) -> bool:
        return not self._words.demands.isdisjoint(claim.sentence.unit.text.casefold().split())

    def _find_named(self, claim: DraftClaim, *, whole: bool) -> list[str]:
        """The answers that a demand names; by a part of their words only where it denies nothing."""
        text = claim.sentence.unit.text
        stems = self._slugs.stems(text)
        if whole:
            return [answer for answer, wanted in self._stems.items() if wanted <= stems]
        if self._language.find_negators(text.casefold().split()):
            return []
        return [answer for answer, wanted in self._stems.items() if wanted & stems]

    def _find_held(
        self, sides: Mapping[str, HeadingSide], sentences: Sequence[HeardSentence]
    ) -> dict[str, HeardSentence]:
        """*Supporters of the dike point to what it has done*, where the case for it opens."""
        found: dict[str, HeardSentence] = {}
        opened: set[str] = set()
        for sentence in sentences:
            side = sides.get(sentence.section)
            if side is None or not side.favours or sentence.section in opened:
                continue
            opened.add(sentence.section)
            for claim in sentence.claims:
                crowd = claim.speaker is not None and claim.speaker.type is not StakeholderType.PERSON
                if crowd and claim.speaker and self._stems[side.answer] & self._slugs.stems(claim.speaker.name):
                    found.setdefault(side.answer, sentence)
        return found
