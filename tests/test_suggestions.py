from __future__ import annotations

import pytest

from argumap.suggestions import find_nearest, suggest

IDS = ("close-it", "trade-falls", "trade-rises")


def test_a_slip_is_answered_with_the_nearest_word() -> None:
    assert suggest("trade-fals", IDS) == "did you mean trade-falls?"


def test_the_caller_words_the_question() -> None:
    assert suggest("closeit", IDS, "; did you mean {!r}?") == "; did you mean 'close-it'?"


def test_what_is_near_may_hold_braces() -> None:
    assert suggest("{x", ["{x}"]) == "did you mean {x}?"


@pytest.mark.parametrize("known", [(), IDS], ids=["nothing known", "nothing near"])
def test_where_nothing_comes_near_the_other_words_stand(known: tuple[str, ...]) -> None:
    assert suggest("zzz", known, otherwise="it has none") == "it has none"
    assert suggest("zzz", known) == ""


def test_the_nearest_come_best_first() -> None:
    assert find_nearest("trade-rise", IDS, 3) == ["trade-rises", "trade-falls"]
    assert find_nearest("trade-rise", IDS) == ["trade-rises"]


def test_how_like_a_word_must_be_is_the_callers_choice() -> None:
    assert find_nearest("trade", IDS, likeness=0.7) == []
    assert find_nearest("trade", IDS, 2, likeness=0.5) == ["trade-rises", "trade-falls"]
