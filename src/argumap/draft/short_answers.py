"""What a short answer says: *No.* denies what was asked, *They have.* affirms what was stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.draft.heard import DraftClaim
from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.draft.cue_words import CueWords
    from argumap.draft.heard import HeardSentence

# So many words at most answer with yes or no, and say nothing else.
_LONGEST = 5
# So many sentences into an answer it may still be short ones: *I wish! No.*
_FARTHEST = 2


class ShortAnswers:
    """The short answers of a talk, by the words of its language."""

    def __init__(self, words: CueWords) -> None:
        self._words = words

    def tell_act(self, text: str) -> Act | None:
        """Whether a text says yes or no, and nothing more; None where it says something else."""
        plain = text.strip(" *_").replace("’", "'")
        if len(plain.split()) > _LONGEST:
            return None
        if self._words.denies.match(plain):
            return Act.DISPUTES
        return Act.ENDORSES if self._words.affirms.match(plain) else None

    def find_asked(self, sentence: HeardSentence, before: Sequence[HeardSentence]) -> HeardSentence | None:
        """What a short answer answers: the sentence before the answer, in whose first ones it stands.

        The short answers of others between them are to the same.
        """
        for n, earlier in enumerate(reversed(before)):
            another = earlier.turn is not sentence.turn
            short = self.tell_act(earlier.told) is not None
            if another and not (short and earlier.turn):
                return earlier
            if not another and (n + 1 > _FARTHEST or not short):
                return None
        return None

    def answer(self, sentence: HeardSentence, asked: HeardSentence) -> DraftClaim | None:
        """The claim that question and answer make together; None where the question is not one of yes or no."""
        question = asked.told.strip()
        first = question.replace("¿", "").casefold().replace("’", "'").split()
        opens = {word.strip(",") for word in first[:2]}
        if not question.endswith("?") or not opens.isdisjoint(self._words.what):
            return None
        return DraftClaim(sentence, f"{question} {sentence.told.strip()}", "turn", sentence.turn, answers=asked)
