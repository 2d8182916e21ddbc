"""What a draft takes: an answer has only the room that the budget leaves, and what was there costs nothing."""

from __future__ import annotations

import pytest

from argumap.assisted_draft import ModelAnswer, ModelQuestion
from argumap.assisted_draft.spending import DraftEstimate, Spending, count_asked, count_tokens

QUESTION = ModelQuestion("select", "Select.", "[1] It rains.", {}, 500)


@pytest.mark.parametrize(
    ("budget", "wanted", "room"),
    [(None, 500, 500), (10_000, 500, 500), (700, 500, 400), (399, 500, 0), (0, 500, 0)],
)
def test_an_answer_has_the_room_that_the_budget_leaves(budget: int | None, wanted: int, room: int) -> None:
    assert Spending(budget, input_tokens=100, output_tokens=100).room_for_answer(100, wanted, 200) == room


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
