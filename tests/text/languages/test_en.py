from __future__ import annotations

from argumap.text import LANGUAGES, tokens

ENGLISH = LANGUAGES["en"]


def test_what_turns_a_sentence_round_and_what_counts_in_it() -> None:
    words = tokens("Nobody doubts it; they don't sell 3 of twelve boats, nor half of them.")
    assert ENGLISH.find_negators(words) == ["nobody", "don't", "nor"]
    assert ENGLISH.find_numbers(words) == ["3", "twelve", "half"]
    assert [ENGLISH.number_words[word] for word in ("twelve", "half", "ninety")] == [12, 0.5, 90]
