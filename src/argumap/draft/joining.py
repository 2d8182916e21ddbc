"""What a text itself shows to bear on what: by headings, connectives, and what is said for or against a motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.draft.heard import DraftStep
from argumap.model import Act, Bearing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.draft.cast_members import CastMember
    from argumap.draft.cue_words import CueWords
    from argumap.draft.headings import HeadingSide
    from argumap.draft.heard import DraftClaim, HeardSentence, StandTaken


# So many words behind *that is not true* say something of their own.
_FEWEST_BEHIND = 4


def join(
    sentences: Iterable[HeardSentence],
    sides: Mapping[str, HeadingSide],
    stands: Sequence[StandTaken],
    words: CueWords,
) -> list[DraftStep]:
    """The steps that the words of an article show; of all others nothing is said."""
    return _Joining(sides, stands, words).join(sentences)


class _Joining:
    def __init__(self, sides: Mapping[str, HeadingSide], stands: Sequence[StandTaken], words: CueWords) -> None:
        self._sides, self._words = sides, words
        self._against = {
            stand.sentence.unit.locator: stand for stand in stands if stand.act is Act.DISPUTES and stand.moved
        }
        self._steps: list[DraftStep] = []
        self._mover: tuple[CastMember, DraftClaim, Bearing] | None = None

    def join(self, sentences: Iterable[HeardSentence]) -> list[DraftStep]:
        before: HeardSentence | None = None
        for sentence in sentences:
            if before is None or before.block != sentence.block:
                self._mover = None
                self._join_side(sentence)
            elif before.claims and sentence.claims:
                self._join_two(before, sentence)
            elif not before.claims:
                self._join_side(sentence)
            self._join_motion(sentence)
            before = sentence
        return self._steps

    def _add(self, premise: DraftClaim, bearing: Bearing, target: DraftClaim | str, rule: str) -> None:
        if premise is not target:
            self._steps.append(DraftStep(premise, bearing, target, rule))

    def _join_two(self, before: HeardSentence, sentence: HeardSentence) -> None:
        """What a sentence does to the one before it, by its first words."""
        text = sentence.unit.text.lstrip('“"„« ')
        last, claim = before.claims[-1], sentence.claims[0]
        sure = Act.PRESENTS not in {last.act, claim.act}
        same = sure and last.speaker is claim.speaker
        if sure and not same and self._denies(claim):
            self._add(claim, Bearing.ATTACKS, last, "denial")
        elif same and self._words.reasons.match(text):
            self._add(claim, Bearing.SUPPORTS, last, "reason-word")
        elif claim.speaker in {None, last.speaker} and self._words.conclusions.match(text):
            self._add(last, Bearing.SUPPORTS, claim, "conclusion-word")
        elif same and self._words.additions.match(text):
            step = self._steps[-1] if self._steps else None
            if step is not None and step.premise is last:
                self._add(claim, step.bearing, step.target, "addition-word")

    def _denies(self, claim: DraftClaim) -> bool:
        """Whether a claim denies what was said and says why; a bare denial is a stand, and decides nothing."""
        denial = self._words.objections.match(claim.text)
        return denial is not None and len(claim.text[denial.end() :].split()) >= _FEWEST_BEHIND

    def _join_side(self, sentence: HeardSentence) -> None:
        """What opens a paragraph under a heading that takes a side is on that side."""
        side = self._sides.get(sentence.section)
        if side is not None and sentence.claims:
            bearing = Bearing.SUPPORTS if side.favours else Bearing.ATTACKS
            self._add(sentence.claims[0], bearing, side.answer, "heading")

    def _join_motion(self, sentence: HeardSentence) -> None:
        """What a mover says next in the same paragraph is for the motion; what its opponent says, against."""
        stand = self._against.get(sentence.unit.locator)
        if stand is not None:
            self._mover = (stand.speaker, stand.claim, Bearing.ATTACKS)
        for claim in sentence.claims:
            if self._mover is not None and claim.speaker is self._mover[0]:
                self._add(claim, self._mover[2], self._mover[1], "motion")
            elif claim.speaker is not None and self._words.is_proposal(claim.cue or ""):
                self._mover = (claim.speaker, claim, Bearing.SUPPORTS)
            else:
                self._mover = None
