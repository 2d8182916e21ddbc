"""The room that a text takes is estimated line by line."""

from __future__ import annotations

import pytest

from argumap.views._text_room import count_lines


@pytest.mark.parametrize(
    ("text", "letters", "lines"),
    [("", 10, 1), ("0123456789", 10, 1), ("0123456789a", 10, 2), ("文字文字文字", 10, 2)],
)
def test_a_text_takes_lines_by_its_letters_and_some_take_the_room_of_two(
    text: str, letters: int, lines: int
) -> None:
    assert count_lines(text, letters) == lines
