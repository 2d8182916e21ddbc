"""What a draft with a model costs: told before as an estimate, counted while it runs, and held to a budget."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from decimal import Decimal

    from argumap.assisted_draft.model_calls import ModelAnswer, ModelQuestion

# A token has three bytes or more in the languages that we know of; most have four and a half in English.
_BYTES: Final = 3
# What the frame of a call costs beside its words.
_FRAME: Final = 50
_MILLION: Final = 1_000_000


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

    def __add__(self, other: DraftEstimate) -> DraftEstimate:
        """What both drafts may take."""
        return DraftEstimate(
            self.sentences + other.sentences,
            self.windows + other.windows,
            self.calls + other.calls,
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
        )

    def to_dict(self) -> dict[str, object]:
        """The estimate as plain data."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class TokenPrice:
    """What a million tokens cost that are ``sent``, and ``answered``, in whatever money somebody reckons in.

    No provider's prices are kept here: they change, and a budget that rests on old ones holds nothing.
    """

    sent: Decimal
    answered: Decimal

    def of(self, sent: int, answered: int) -> Decimal:
        """What so many tokens cost."""
        return (self.sent * sent + self.answered * answered) / _MILLION


@dataclass(frozen=True, slots=True)
class Budget:
    """What may be spent at most: ``tokens`` sent and answered, ``calls``, ``money``; None sets no end."""

    tokens: int | None = None
    calls: int | None = None
    money: Decimal | None = None


@dataclass(slots=True)
class Spending:
    """What was spent so far, of a ``budget``, and what it cost: by the ``price`` that somebody gave, else by ours.

    ``cost`` is what the client reckons, in US dollars, None once a call had no known price. Answers that were
    there already cost nothing. Raises `ValueError` for a budget in money without a price.
    """

    budget: Budget = Budget()
    price: TokenPrice | None = None
    calls: int = 0
    reused: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = 0.0

    def __post_init__(self) -> None:
        if self.budget.money is not None and self.price is None:
            raise ValueError("a budget in money takes the price of a million tokens")

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.output_tokens

    @property
    def at_price(self) -> Decimal | None:
        """What it cost by the price that somebody gave; None where nobody did."""
        return None if self.price is None else self.price.of(self.input_tokens, self.output_tokens)

    def room_for_answer(self, asked: int, wanted: int, least: int) -> int:
        """How many tokens an answer may have; 0 where even the ``least`` would exceed the budget."""
        if self.budget.calls is not None and self.calls >= self.budget.calls:
            return 0
        left = wanted
        if self.budget.tokens is not None:
            left = min(left, self.budget.tokens - self.tokens - asked)
        if self.budget.money is not None:
            left = min(left, self._room_for_money(self.budget.money, asked, wanted))
        return left if left >= min(least, wanted) else 0

    def _room_for_money(self, money: Decimal, asked: int, wanted: int) -> int:
        assert self.price is not None  # noqa: S101 - seen to when it was made
        left = money - self.price.of(self.input_tokens + asked, self.output_tokens)
        if left < 0:
            return 0
        return int(left * _MILLION / self.price.answered) if self.price.answered else wanted

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
        """What was spent, as plain data: ``at_price`` by the price that was given, else ``dollars``, if known."""
        at_price = self.at_price
        return {
            "calls": self.calls,
            "calls_reused": self.reused,
            "input_tokens": self.input_tokens,
            "output_tokens": self.output_tokens,
            "dollars": self.cost if self.calls and at_price is None else None,
            "at_price": None if at_price is None else float(at_price),
        }
