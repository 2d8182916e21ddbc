"""One draft's talk with a model: each question within the budget, each answer counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.assisted_draft.spending import Budget, Spending, count_asked
from argumap.assisted_draft.stage_questions import least_tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.assisted_draft.model_calls import LanguageModel, ModelAnswer, ModelQuestion
    from argumap.assisted_draft.spending import TokenPrice


class BudgetSpent(Exception):
    """The next call could exceed the budget, so it is not made."""


class ModelSession:
    """Asks a model and keeps account; ``tell`` hears of each call before it is made."""

    def __init__(
        self,
        model: LanguageModel,
        budget: Budget | None = None,
        tell: Callable[[str], None] | None = None,
        *,
        price: TokenPrice | None = None,
    ) -> None:
        self._model, self._tell = model, tell
        self.spent = Spending(budget or Budget(), price)

    @property
    def name(self) -> str:
        return self._model.name

    def ask(self, question: ModelQuestion, about: str) -> ModelAnswer:
        """The model's answer. Raises `BudgetSpent` where a call might cost more than is left, or as it does."""
        room = self.spent.room_for_answer(
            count_asked(question), question.most_tokens, least_tokens(question.stage)
        )
        if not room:
            raise BudgetSpent
        if self._tell:
            self._tell(f"{question.stage} {about}")
        asked = question.within(room)
        answer = self._model.ask(asked)
        self.spent.add(asked, answer)
        return answer
