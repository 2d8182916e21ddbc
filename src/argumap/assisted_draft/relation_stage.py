"""The steps between claims that were proved, and the question that they debate."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from argumap.assisted_draft.proposals import (
    DroppedProposal,
    find_items,
    find_text,
    read_numbers,
    read_relation,
)
from argumap.assisted_draft.relation_proof import ProvedSteps
from argumap.assisted_draft.stage_questions import ask_to_relate
from argumap.assisted_draft.wording_proof import find_strange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.assisted_draft.model_session import ModelSession
    from argumap.assisted_draft.proposals import ProvedClaim
    from argumap.model import Bearing

# So many claims are joined in one call, and so many of them once more in the next.
_MOST: Final = 60
_AGAIN: Final = 15
_LONGEST_QUESTION: Final = 200


@dataclass
class RelationStage:
    """Has the steps between ``claims``, by their numbers, proposed by a model, and proves them.

    ``fixed`` are the steps that the rules of the draft found. ``question`` is what the
    model takes for the question under debate, ``answers`` are the numbers of the claims that answer it.
    """

    claims: Mapping[int, ProvedClaim]
    fixed: Mapping[tuple[int, int], Bearing]
    session: ModelSession
    title: str
    language: str
    steps: ProvedSteps = field(init=False)
    question: str = ""
    answers: tuple[int, ...] = ()
    dropped: list[DroppedProposal] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.steps = ProvedSteps(self.claims, self.fixed)

    def read(self) -> None:
        """Join all claims. Raises `BudgetSpent`, or as the model does."""
        for claims in self._parts():
            about = f"{len(claims)} claims"
            text = self.session.ask(ask_to_relate(claims, self.title, self.language), about).text
            self._take_question(text, claims)
            faults = self._take(text)
            if faults:
                again = ask_to_relate(claims, self.title, self.language, faults)
                self.dropped += self._take(self.session.ask(again, about).text)

    def _parts(self) -> Iterator[dict[int, ProvedClaim]]:
        numbers = sorted(self.claims)
        start = 0
        while len(numbers) - start > 1:
            yield {n: self.claims[n] for n in numbers[start : start + _MOST]}
            if start + _MOST >= len(numbers):
                return
            start += _MOST - _AGAIN

    def _take(self, text: str) -> list[DroppedProposal]:
        found = find_items(text, "relations")
        if found is None:
            return [DroppedProposal("relate", "broken-answer", "answer with the JSON that was asked for")]
        read = [read_relation(item) for item in found.items]
        faults = (each if isinstance(each, DroppedProposal) else self.steps.take(each) for each in read)
        return [fault for fault in faults if fault is not None and fault.code != "told-twice"]

    def _take_question(self, text: str, claims: Mapping[int, ProvedClaim]) -> None:
        question = " ".join(find_text(text, "question").split())
        fits = question.endswith("?") and len(question) <= _LONGEST_QUESTION and not find_strange(question)
        self.question = self.question or (question if fits else "")
        listed = find_items(text, "answers")
        numbers = read_numbers(listed.items) if listed else ()
        self.answers = (*self.answers, *(n for n in numbers if n in claims and n not in self.answers))
