"""Which claims of two maps are the same, as far as their passages tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from argumap.scoring.best_pairs import find_best_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.scoring.placed_map import PlacedMap

LEAST_SHARED: Final = 1 / 3
"""The part of the sentences of two passages that they must have in common to be the same passage."""


@dataclass(frozen=True)
class SameClaims:
    """The claims of a draft beside those of the gold; ``speakers`` tells who of the draft is whom in the gold."""

    draft: PlacedMap
    gold: PlacedMap
    speakers: Mapping[str, str]

    @cached_property
    def of_draft(self) -> Mapping[str, frozenset[str]]:
        """The claims of the gold that each claim of the draft shares a passage with."""
        citing: dict[int, list[tuple[str, frozenset[int]]]] = {}
        for claim, passages in self.gold.passages.items():
            for passage in passages:
                for unit in passage:
                    citing.setdefault(unit, []).append((claim, passage))
        return {
            claim: frozenset(
                other
                for passage in passages
                for unit in passage
                for other, there in citing.get(unit, ())
                if len(passage & there) >= LEAST_SHARED * len(passage | there)
            )
            for claim, passages in self.draft.passages.items()
        }

    @cached_property
    def of_gold(self) -> Mapping[str, frozenset[str]]:
        """The claims of the draft that each claim of the gold shares a passage with."""
        sharing: dict[str, set[str]] = {claim: set() for claim in self.gold.passages}
        for claim, others in self.of_draft.items():
            for other in others:
                sharing[other].add(claim)
        return {claim: frozenset(others) for claim, others in sharing.items()}

    @cached_property
    def pairs(self) -> Mapping[str, str]:
        """Each claim of the draft with at most one of the gold: as many pairs as there can be.

        Of the ways to do that it is the one whose pairs share most of their sentences, then most speakers, then
        most words.
        """
        return find_best_pairs(
            {
                (claim, other): (
                    202 * self._measure_overlap(claim, other)
                    + 101 * self._share_speaker(claim, other)
                    + self._measure_words(claim, other)
                )
                for claim, others in self.of_draft.items()
                for other in sorted(others)
            }
        )

    def _measure_overlap(self, claim: str, other: str) -> int:
        """The sentences that two claims share, in thousandths of all that either has."""
        ours, theirs = self.draft.units[claim], self.gold.units[other]
        return 1000 * len(ours & theirs) // len(ours | theirs)

    def _measure_words(self, claim: str, other: str) -> int:
        """The words that the texts of two claims share, in hundredths of all that either has."""
        ours, theirs = self._words[claim], self._gold_words[other]
        return 100 * len(ours & theirs) // max(1, len(ours | theirs))

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        return _find_words(self.draft)

    @cached_property
    def _gold_words(self) -> Mapping[str, frozenset[str]]:
        return _find_words(self.gold)

    def _share_speaker(self, claim: str, other: str) -> bool:
        ours = {self.speakers.get(said.by) for said in self.draft.index.voices[claim]}
        return any(said.by in ours for said in self.gold.index.voices[other])


def _find_words(placed: PlacedMap) -> Mapping[str, frozenset[str]]:
    return {claim.id: frozenset(claim.text.casefold().split()) for claim in placed.index.map.claims}
