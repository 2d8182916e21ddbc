"""What a map comes to on one claim, in a word, and by what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.model import quoted
from argumap.phrases import ENGLISH
from argumap.semantics import ClaimWord, Scale, weigh, word_verb
from argumap.verdicts.answer_ranking import find_answers, rank_answers
from argumap.verdicts.judged_by import judge
from argumap.verdicts.live_speakers import LiveSpeakers
from argumap.verdicts.own_steps import leave_out_added
from argumap.verdicts.told_verdict import ToldVerdict, as_line
from argumap.verdicts.verdict_terms import (
    NAMED,
    call,
    tell_balance,
    tell_outcome,
    tell_place,
    tell_sides,
    tell_standard,
    tell_written,
)
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.model import Index, Standard
    from argumap.semantics import Balance, Evaluation
    from argumap.told_lines import Told
    from argumap.verdicts.judged_by import Judgement


_PLACES = {"leads": "leads", "level": "is level with others at the head"}


@dataclass(frozen=True)
class ClaimVerdict(ToldVerdict):
    """The word for a claim and what is live for and against it.

    ``own`` is its balance without the steps that the map added, None where none of them touches it. ``own_steps``
    tells that they were left out anyway. ``judged`` is what it comes to by the standard that was asked for, else
    by that which the map writes for it; ``places`` are its places among the answers to the debated issues that it
    answers, in words, by issue.
    """

    balance: Balance
    own: Balance | None
    judged: Judgement
    own_steps: bool
    places: Mapping[str, str]
    index: Index = field(repr=False, compare=False)

    def lines(self) -> Iterator[Told]:
        """The verdict in a few sentences, each a line."""
        return map(as_line, self._tell())

    def to_dict(self) -> dict[str, object]:
        return {
            **self.balance.to_dict(),
            **self.judged.to_dict(),
            "standard_written": self.judged.written,
            "own_steps_only": self.own_steps,
            "own_steps": self.own and self.own.to_dict(),
            "places": dict(self.places),
        }

    def _tell(self) -> Iterator[str]:
        verb = word_verb(self.balance.word)
        where = "in this map, by the source's own steps alone" if self.own_steps else "in this map"
        yield f"{call(self.index, self.balance.claim)} {verb} {where}: {self._meaning()}."
        yield from self._written()
        told = tell_balance(self.index, self.balance)
        yield f"{told[0].upper()}{told[1:]}."
        speakers = LiveSpeakers(self.index, self.balance.claim)
        yield from (f"  {side}" for side in tell_sides(self.index, self.balance, speakers))
        if told := speakers.tell_rest([*self.balance.pros[:NAMED], *self.balance.cons[:NAMED]]):
            yield told
        if self.own:
            told = tell_balance(self.index, self.own)
            also = " as well" if self.own.word is self.balance.word else ""
            yield f"With the source's own steps alone it {word_verb(self.own.word)}{also}: {told}."
        yield from self._standards()
        for issue, place in self.places.items():
            question, answers = quoted(self.index.issues[issue].question), len(self.index.answering[issue])
            if answers > 1:
                yield f"Among the {answers:,} answers to {question} it {_PLACES.get(place, f'comes {place}')}."

    def _meaning(self) -> str:
        """What the word means; where nothing is said against the claim, what became of its reasons as well."""
        balance = self.balance
        lost = ((len(balance.answered_pros), "answered"), (len(balance.unresolved_pros), "unresolved"))
        told = [
            _tell_lost(count, how, len(balance.pros) + sum(n for n, _ in lost)) for count, how in lost if count
        ]
        if balance.word is not ClaimWord.UNCHALLENGED or not told:
            return ENGLISH.say(f"word-meaning.{balance.word}")
        return f"nothing here is said against the claim itself; {joined(told)}"

    def _written(self) -> Iterator[str]:
        standard, outcome = self.judged.standard, self.judged.outcome
        if standard is not None and outcome is not None and self.judged.written:
            yield tell_written(standard, "it", outcome)

    def _standards(self) -> Iterator[str]:
        standard, outcome = self.judged.standard, self.judged.outcome
        if standard is not None and outcome is not None and not self.judged.written:
            yield f"By the standard {quoted(standard)} ({tell_standard(standard)}) it {tell_outcome(outcome)}."
            return
        # Where a standard is written a rival may decide; the dial, which asks of the claim alone, would mislead.
        strictest = self.balance.strictest
        if standard is not None and (strictest is standard or self.balance.holds(standard) != outcome):
            return
        would = "would hold" if standard is not None and outcome != "holds" else "holds"
        if strictest is None:
            yield f"It {would} by none of the five standards."
            return
        told = f"{quoted(strictest)}: {tell_standard(strictest)}"
        yield f"The strictest standard by which it {would} is {told}."


def _tell_lost(count: int, how: str, given: int) -> str:
    """How many of the reasons ``given`` no longer count: one of its reasons is answered."""
    if count == given:
        return f"its one reason is {how}" if count == 1 else f"all its reasons are {how}"
    return f"one of its reasons is {how}" if count == 1 else f"{count:,} of its reasons are {how}"


def build_claim_verdict(
    evaluation: Evaluation, claim_id: str, standard: Standard | None = None, *, own_steps: bool = False
) -> ClaimVerdict:
    """The verdict on a claim; ``standard`` and ``own_steps`` are as for an issue.

    Raises `NotFound` for an id that the map does not have as a claim.
    """
    without = leave_out_added(evaluation)
    if own_steps:
        evaluation = without
    balance, own = weigh(evaluation, claim_id), weigh(without, claim_id)
    return ClaimVerdict(
        balance=balance,
        own=None if own == balance else own,
        judged=judge(evaluation, balance, standard),
        own_steps=own_steps,
        places=dict(_find_places(evaluation, claim_id)),
        index=evaluation.index,
    )


def _find_places(evaluation: Evaluation, claim_id: str) -> Iterator[tuple[str, str]]:
    index, scale = evaluation.index, Scale.of(evaluation)
    for issue in dict.fromkeys(index.claims[claim_id].answers):
        if issue in index.issues and not index.issues[issue].compares:
            ranking = rank_answers(scale, find_answers(evaluation, issue))
            yield from ((issue, tell_place(ranking, a)) for a in ranking.answers if a.claim == claim_id)
