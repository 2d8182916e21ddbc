"""A call is made only if it fits the budget, and each is told before."""

from __future__ import annotations

import pytest

from argumap.assisted_draft import ModelQuestion
from argumap.assisted_draft.model_session import BudgetSpent, ModelSession
from talking_models import ScriptedModel

QUESTION = ModelQuestion("select", "Select.", "[1] It rains.", {}, 2_000)


def test_each_call_is_told_before_and_counted_after() -> None:
    told: list[str] = []
    session = ModelSession(ScriptedModel({"select": ["{}"]}), tell=told.append)
    assert session.ask(QUESTION, "s1 to s2").text == "{}"
    assert told == ["select s1 to s2"]
    assert (session.name, session.spent.calls, session.spent.tokens) == ("scripted", 1, 150)


def test_a_call_that_may_cost_too_much_is_not_made() -> None:
    model = ScriptedModel({"select": ["{}"]})
    session = ModelSession(model, budget=600)
    session.ask(QUESTION, "all")
    assert model.asked[0].most_tokens < 600
    with pytest.raises(BudgetSpent):
        session.ask(QUESTION, "all")
    assert len(model.asked) == 1
