"""A call is made only if it fits the budget, and each is told before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from argumap.assisted_draft import ModelQuestion
from argumap.assisted_draft.model_session import BudgetSpent, ModelSession
from argumap.assisted_draft.spending import Budget, TokenPrice
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
    session = ModelSession(model, Budget(600))
    session.ask(QUESTION, "all")
    assert model.asked[0].most_tokens < 600
    with pytest.raises(BudgetSpent):
        session.ask(QUESTION, "all")
    assert len(model.asked) == 1


def test_a_call_that_may_cost_too_much_money_is_not_made() -> None:
    model = ScriptedModel({"select": ["{}"]})
    price = TokenPrice(Decimal(1000), Decimal(2000))
    session = ModelSession(model, Budget(money=Decimal("1.50")), price=price)
    session.ask(QUESTION, "all")
    assert price.of(0, model.asked[0].most_tokens) < Decimal("1.50")
    assert session.spent.at_price == price.of(100, 50) == Decimal("0.2")
    for _ in range(3):
        session.ask(QUESTION, "all")
    with pytest.raises(BudgetSpent):
        session.ask(QUESTION, "all")
    assert session.spent.at_price == Decimal("0.8")


def test_no_more_calls_are_made_than_the_budget_has() -> None:
    model = ScriptedModel({"select": ["{}"]})
    session = ModelSession(model, Budget(calls=2))
    session.ask(QUESTION, "all")
    session.ask(QUESTION, "all")
    with pytest.raises(BudgetSpent):
        session.ask(QUESTION, "all")
    assert len(model.asked) == 2
