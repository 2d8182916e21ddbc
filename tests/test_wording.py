from __future__ import annotations

import pytest

from argumap.wording import counted, fold, joined, listed


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (1000, "1,000 claims"), (-1, "-1 claims")],
)
def test_one_is_singular_and_thousands_are_set_apart(number: int, words: str) -> None:
    assert counted(number, "claim") == words


def test_an_irregular_plural_is_given() -> None:
    assert counted(1, "snapshot is", "snapshots are") == "1 snapshot is"
    assert counted(3, "snapshot is", "snapshots are") == "3 snapshots are"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), (["", "b"], " and b")],
)
def test_words_are_joined_as_a_sentence_has_them(words: list[str], sentence: str) -> None:
    assert joined(words) == sentence


@pytest.mark.parametrize(
    ("given", "names"),
    [("all", ["all"]), ("", [""]), ((), []), (("a", "b"), ["a", "b"]), (iter("ab"), ["a", "b"])],
)
def test_a_text_is_one_name(given: str, names: list[str]) -> None:
    assert listed(given) == names


@pytest.mark.parametrize(
    ("text", "folded"), [("Café", "cafe"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("İ", "i")]
)
def test_case_and_accents_count_for_nothing(text: str, folded: str) -> None:
    assert fold(text) == folded
