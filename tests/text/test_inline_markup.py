from __future__ import annotations

import pytest

from argumap.text.inline_markup import find_marks, without_marks


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("plain words", "plain words", id="nothing"),
        pytest.param("a **strong** word", "a strong word", id="strong"),
        pytest.param("an *emphatic* word", "an emphatic word", id="emphasis"),
        pytest.param("an __old__ _word_", "an old word", id="underlines"),
        pytest.param("snake_case_name", "snake_case_name", id="underlines within a word"),
        pytest.param("2 * 3 * 4", "2 * 3 * 4", id="signs between blanks"),
        pytest.param("[words](https://example.org/a_(b))", "words", id="a link with brackets in its address"),
        pytest.param('[words](a.html "a title")', "words", id="a link with a title"),
        pytest.param("![a picture](a.png)", "a picture", id="a picture"),
        pytest.param("~~gone~~", "gone", id="struck"),
        pytest.param("`code` and ``more``", "code and more", id="code"),
        pytest.param(r"\*not emphatic\*", "*not emphatic*", id="escaped"),
        pytest.param("H<sub>2</sub>O", "H2O", id="tags of a line"),
        pytest.param("a < b > c", "a < b > c", id="signs of comparison"),
        pytest.param("said[^1]", "said", id="a footnote"),
    ],
)
def test_marks_go_and_what_stands_between_them_stays(written: str, read: str) -> None:
    assert without_marks(written) == read


def test_marks_are_told_by_their_place() -> None:
    assert sorted(find_marks("a **b** c")) == [(2, 4), (5, 7)]
