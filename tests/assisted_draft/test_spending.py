"""What a draft takes: an answer has only the room that the budget leaves, and what was there costs nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from argumap.assisted_draft import ModelAnswer, ModelQuestion
from argumap.assisted_draft.spending import Budget, DraftEstimate, Spending, TokenPrice, count_asked, count_tokens

QUESTION = ModelQuestion("select", "Select.", "[1] It rains.", {}, 500)


@pytest.mark.parametrize(
    ("budget", "wanted", "room"),
    [(None, 500, 500), (10_000, 500, 500), (700, 500, 400), (399, 500, 0), (0, 500, 0)],
)
def test_an_answer_has_the_room_that_the_budget_leaves(budget: int | None, wanted: int, room: int) -> None:
    assert Spending(Budget(budget), input_tokens=100, output_tokens=100).room_for_answer(100, wanted, 200) == room


def test_calls_are_counted_with_their_price() -> None:
    spent = Spending()
    spent.add(QUESTION, ModelAnswer("{}", 10, 5, cost=0.25))
    spent.add(QUESTION, ModelAnswer("{}", 10, 5, cost=0.5))
    spent.add(QUESTION, ModelAnswer("{}", 10, 5, cost=9.0, reused=True))
    assert (spent.calls, spent.reused, spent.input_tokens, spent.output_tokens) == (2, 1, 20, 10)
    assert spent.to_dict()["dollars"] == 0.75


def test_one_call_without_a_price_makes_the_sum_unknown() -> None:
    spent = Spending()
    spent.add(QUESTION, ModelAnswer("{}", 10, 5))
    spent.add(QUESTION, ModelAnswer("{}", 10, 5, cost=0.5))
    assert spent.to_dict()["dollars"] is None


def test_where_a_server_counts_nothing_we_do() -> None:
    spent = Spending()
    spent.add(QUESTION, ModelAnswer("It rains here."))
    assert (spent.input_tokens, spent.output_tokens) == (count_asked(QUESTION), count_tokens("It rains here."))
    assert spent.tokens == spent.input_tokens + spent.output_tokens


def test_tokens_are_told_from_above() -> None:
    assert count_tokens("") == 1
    assert count_tokens("eight words of plain English make ten tokens") >= 10
    assert count_tokens("河水上涨") >= 4


def test_an_estimate_is_plain_data() -> None:
    assert DraftEstimate(1, 1, 3, 10, 20).to_dict()["calls"] == 3


PRICE = TokenPrice(Decimal("0.50"), Decimal(2))


@pytest.mark.parametrize(
    ("money", "room"),
    [
        pytest.param("1", 500, id="enough for all"),
        pytest.param("0.0010", 400, id="for a shorter answer"),
        pytest.param("0.00059", 0, id="for less than the least"),
        pytest.param("0.0001", 0, id="spent"),
    ],
)
def test_an_answer_has_the_room_that_the_money_leaves(money: str, room: int) -> None:
    # 100 sent and 50 answered tokens are paid already, 100 more are to be sent: 0.0002 of the money.
    spent = Spending(Budget(money=Decimal(money)), PRICE, input_tokens=100, output_tokens=50)
    assert spent.room_for_answer(100, 500, 200) == room


def test_of_two_bounds_the_narrower_counts() -> None:
    spent = Spending(Budget(tokens=500, money=Decimal(1)), PRICE)
    assert spent.room_for_answer(100, 500, 200) == 400
    assert Spending(Budget(calls=1), calls=1).room_for_answer(1, 1, 1) == 0


def test_answers_that_cost_nothing_are_bounded_by_what_is_sent_alone() -> None:
    free = TokenPrice(Decimal(1), Decimal(0))
    assert Spending(Budget(money=Decimal("0.0001")), free).room_for_answer(100, 500, 200) == 500
    assert Spending(Budget(money=Decimal("0.0001")), free).room_for_answer(101, 500, 200) == 0


def test_a_price_somebody_gave_counts_before_the_clients_own() -> None:
    spent = Spending(price=PRICE)
    spent.add(QUESTION, ModelAnswer("{}", 1_000_000, 500_000, cost=9.0))
    assert spent.at_price == Decimal("1.50")
    assert (spent.to_dict()["at_price"], spent.to_dict()["dollars"]) == (1.5, None)


def test_a_budget_in_money_takes_a_price() -> None:
    with pytest.raises(ValueError, match="price"):
        Spending(Budget(money=Decimal(1)))
