"""What a draft with a model costs: told before as an estimate, counted while it runs, and held to a budget."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argumap.assisted_draft.model_calls import ModelAnswer, ModelQuestion

# A token has three bytes or more in the languages that we know of; most have four and a half in English.
_BYTES: Final = 3
# What the frame of a call costs beside its words.
_FRAME: Final = 50


def count_tokens(text: str) -> int:
    """How many tokens a text has at most, as far as that can be told without the model's own table."""
    return len(text.encode()) // _BYTES + 1


def count_asked(question: ModelQuestion) -> int:
    """How many tokens a question has at most, its schema included."""
    return count_tokens(f"{question.instructions}{question.prompt}{question.shape}") + _FRAME


@dataclass(frozen=True, slots=True)
class DraftEstimate:
    """What a draft may take: ``calls``, and tokens of either kind; about, before anything is sent."""

    sentences: int
    windows: int
    calls: int
    input_tokens: int
    output_tokens: int

    def to_dict(self) -> dict[str, object]:
        """The estimate as plain data."""
        return asdict(self)


@dataclass(slots=True)
class Spending:
    """What was spent so far. ``budget`` is in tokens, of questions and answers together; None sets no end.

    ``cost`` is in US dollars, None once a call had no known price. Answers that were there already cost nothing.
    """

    budget: int | None = None
    calls: int = 0
    reused: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = 0.0

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.output_tokens

    def room_for_answer(self, asked: int, wanted: int, least: int) -> int:
        """How many tokens an answer may have; 0 where even the ``least`` would exceed the budget."""
        if self.budget is None:
            return wanted
        left = self.budget - self.tokens - asked
        return min(wanted, left) if left >= least else 0

    def add(self, question: ModelQuestion, answer: ModelAnswer) -> None:
        """Count a call; where the model counted no tokens, ours are taken."""
        if answer.reused:
            self.reused += 1
            return
        self.calls += 1
        self.input_tokens += answer.input_tokens or count_asked(question)
        self.output_tokens += answer.output_tokens or count_tokens(answer.text)
        self.cost = None if self.cost is None or answer.cost is None else self.cost + answer.cost

    def to_dict(self) -> dict[str, object]:
        """What was spent, as plain data."""
        return {
            "calls": self.calls,
            "calls_reused": self.reused,
            "input_tokens": self.input_tokens,
            "output_tokens": self.output_tokens,
            "dollars": self.cost if self.calls else None,
        }
