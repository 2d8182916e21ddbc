"""The claims of one window: selected, stated, proved, and what failed once more with a hint."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from argumap.assisted_draft.model_session import BudgetSpent
from argumap.assisted_draft.proposals import (
    ClaimProposal,
    DroppedProposal,
    ProvedClaim,
    drop,
    find_items,
    read_claim,
    read_numbers,
)
from argumap.assisted_draft.quotation_proof import QuoteFault, prove_quote
from argumap.assisted_draft.stage_questions import ask_to_mend, ask_to_select, ask_to_state
from argumap.assisted_draft.wording_proof import ClaimWording
from argumap.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.assisted_draft.model_calls import ModelAnswer
    from argumap.assisted_draft.model_session import ModelSession
    from argumap.assisted_draft.sentence_windows import NumberedSentence, SentenceWindow
    from argumap.assisted_draft.speaker_proof import HeardVoices
    from argumap.draft import CueWords
    from argumap.text import Article

# Two claims of one sentence that share so much of their words are one.
_ALIKE: Final = 0.8
# More faults of one answer are not sent back: it is no answer.
_MOST_FAULTS: Final = 60
_UNREAD: Final = {"length": "cut-answer", "refused": "declined"}


@dataclass
class ClaimStage:
    """Has the claims of an article's windows proposed by a model, and proves them.

    ``claims`` are those that were proved, ``dropped`` what was not; ``passed_over`` are the sentences that the
    model left out. ``settled`` sentences, by their places, have their claims already and get no other.
    """

    article: Article
    title: str
    words: CueWords
    voices: HeardVoices
    session: ModelSession
    settled: frozenset[str] = frozenset()
    claims: list[ProvedClaim] = field(default_factory=list)
    dropped: list[DroppedProposal] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._wording = ClaimWording(self.article, self.words)
        self._language = self.article.language.label
        self._standing: dict[str, list[ProvedClaim]] = defaultdict(list)

    def read(self, window: SentenceWindow) -> None:
        """Read one window. Raises `BudgetSpent`, or as the model does."""
        about = f"{window.own[0].at} to {window.own[-1].at}"
        chosen = self._select(window, about)
        if not chosen:
            return
        answer = self.session.ask(ask_to_state(window, chosen, self.title, self._language), about)
        faults = self._take(window, answer)
        if not faults:
            return
        again = ask_to_mend(window, faults[:_MOST_FAULTS], self.title, self._language)
        try:
            mended = self.session.ask(again, about)
        except BudgetSpent:
            self.dropped += faults
            return
        before = len(self.claims)
        left = self._take(window, mended)
        self.dropped += _still_wrong(faults, left, Counter(claim.at for claim in self.claims[before:]))

    def _select(self, window: SentenceWindow, about: str) -> list[int]:
        answer = self.session.ask(ask_to_select(window, self.title, self._language), about)
        found = find_items(answer.text, "sentences")
        if found is None:
            self.dropped.append(self._unread(window, "select", answer))
            return []
        numbers = read_numbers(found.items)
        unknown = [n for n in numbers if n not in window.numbers]
        if unknown:
            hint = f"there is no sentence {unknown[0]} to be answered for"
            self.dropped.append(DroppedProposal("select", "unknown-sentence", hint))
        chosen = sorted(window.numbers.intersection(numbers))
        self.passed_over += [s.at for s in window.own if s.number not in chosen]
        return chosen

    def _take(self, window: SentenceWindow, answer: ModelAnswer) -> list[DroppedProposal]:
        """Prove the claims of an answer; gives what could not be."""
        found = find_items(answer.text, "claims")
        if found is None:
            return [self._unread(window, "state", answer)]
        faults = []
        for item in found.items:
            read = read_claim(item)
            proved = self._prove(read, window) if isinstance(read, ClaimProposal) else read
            if isinstance(proved, DroppedProposal):
                faults.append(proved)
            elif not any(_are_alike(proved, known) for at in proved.at for known in self._standing[at]):
                self.claims.append(proved)
                for at in proved.at:
                    self._standing[at].append(proved)
        if not found.whole:
            faults.append(self._unread(window, "state", answer))
        return faults

    def _prove(self, proposal: ClaimProposal, window: SentenceWindow) -> ProvedClaim | DroppedProposal:
        by_number = {sentence.number: sentence for sentence in window.sentences}
        unknown = [n for n in proposal.sentences if n not in by_number]
        if unknown:
            return drop(proposal, "unknown-sentence", f"there is no sentence {unknown[0]} here")
        cited = [by_number[n] for n in sorted(proposal.sentences)]
        at = tuple(sentence.at for sentence in cited)
        if proposal.unclear:
            return drop(proposal, "unclear", proposal.unclear[:200], at)
        if window.numbers.isdisjoint(proposal.sentences):
            return drop(proposal, "unknown-sentence", "answer for the sentences that were named alone", at)
        return self._prove_cited(proposal, cited, at, window)

    def _prove_cited(
        self,
        proposal: ClaimProposal,
        cited: Sequence[NumberedSentence],
        at: tuple[str, ...],
        window: SentenceWindow,
    ) -> ProvedClaim | DroppedProposal:
        others = [sentence for sentence in window.sentences if sentence not in cited]
        passage = prove_quote(proposal.quote, cited, others, self.article.language, self.words)
        if isinstance(passage, QuoteFault):
            return drop(proposal, passage.code, passage.hint, at)
        if not self.settled.isdisjoint(passage.at):
            hint = "the map has a claim of that sentence; quote those alone that you were asked about"
            return drop(proposal, "unknown-sentence", hint, at)
        fault = self._wording.find_fault(proposal, passage) or self.voices.find_fault(proposal, passage)
        if fault is not None:
            return drop(proposal, *fault, at)
        speaker = "" if self.voices.is_author(proposal.speaker) else proposal.speaker
        return ProvedClaim(
            proposal.claim,
            passage.at,
            tuple(sentence.number for sentence in passage.sentences),
            passage.text,
            speaker,
            speaker_kind=proposal.speaker_kind,
            cue=proposal.cue,
            act=proposal.act,
            type=proposal.type,
            doubted=self.voices.is_doubted(speaker, passage),
        )

    def _unread(self, window: SentenceWindow, stage: str, answer: ModelAnswer) -> DroppedProposal:
        """An answer that holds nothing that could be read, or that was cut off."""
        code = _UNREAD.get(answer.ended, "broken-answer")
        hint = "answer with the JSON that was asked for, and nothing else; be brief"
        return DroppedProposal(stage, code, hint, tuple(sentence.at for sentence in window.own))


def _are_alike(one: ProvedClaim, other: ProvedClaim) -> bool:
    """Whether two claims of one sentence are one: by one speaker, in nearly the same words."""
    if one.speaker != other.speaker:
        return False
    ours, theirs = set(tokens(one.text)), set(tokens(other.text))
    return len(ours & theirs) >= _ALIKE * len(ours | theirs)


def _still_wrong(
    first: Sequence[DroppedProposal], second: Sequence[DroppedProposal], mended: Counter[tuple[str, ...]]
) -> Iterator[DroppedProposal]:
    """What was not put right: the second try where there is one of the same place, else the first."""
    yield from (replace(fault, stage="mend") for fault in second)
    answered = mended + Counter(fault.at for fault in second)
    for fault in first:
        if answered[fault.at]:
            answered[fault.at] -= 1
        else:
            yield fault
