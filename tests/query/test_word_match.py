from __future__ import annotations

import pytest

from argumap.query.word_match import build_pattern, parse_words


def test_signs_between_words_are_left_out() -> None:
    assert parse_words("“Open—weights”, v2_x!") == ("open", "weights", "v2", "x")


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        pytest.param("rent", "higher rents", True, id="the beginning of a word"),
        pytest.param("ents", "higher rents", False, id="not its middle"),
        pytest.param("rent", "high_rents", True, id="after an underline"),
        pytest.param("a.c", "abc", False, id="a dot is a dot"),
        pytest.param("閉店", "カフェは閉店", True, id="anywhere where no spaces are put"),
    ],
)
def test_a_word_is_found_by_its_beginning(word: str, text: str, found: bool) -> None:
    assert bool(build_pattern(word).search(text)) is found
