from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.pictures.line_breaking import balance_lines, break_lines
from argumap.pictures.typefaces import SANS, SERIF

WIDTH = 100


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("one two three four", ("one two three", "four"), id="at blanks"),
        pytest.param("one\n two\tthree", ("one two three",), id="any blank is one"),
        pytest.param("market-days-only-then", ("market-days-", "only-then"), id="behind hyphens"),
        pytest.param("Donaudampfschiff", ("Donaudampf-", "schiff"), id="within a long word"),
        pytest.param("关闭广场，对汽车", ("关闭广场，对", "汽车"), id="between ideographs"),
        pytest.param("广场广场广场。广场", ("广场广场广", "场。广场"), id="no line begins with a full stop"),
        pytest.param("one two thr\xa0000", ("one two", "thr\xa0000"), id="a blank that does not break"),
    ],
)
def test_lines(text: str, lines: tuple[str, ...]) -> None:
    assert break_lines(text, SERIF, 15, WIDTH) == lines


def test_what_goes_beyond_the_most_lines_ends_in_dots() -> None:
    assert break_lines("one two three four five six", SERIF, 15, WIDTH, 1) == ("one two thr…",)


def test_a_first_line_may_be_taken_in_part() -> None:
    assert break_lines("one two three", SANS, 15, WIDTH, taken=60) == ("one", "two three")
    assert break_lines("one two three", SANS, 15, WIDTH, taken=95) == ("", "one two three")


def test_balanced_lines_are_about_as_long() -> None:
    first, second = balance_lines("one two three four five six seven", SERIF, 15, 190)
    assert abs(len(first) - len(second)) < 7


@given(st.text(max_size=80), st.sampled_from([12.0, 17.5, 40.0]))
def test_no_line_is_wider_than_it_may_be_and_no_letter_is_lost(text: str, size: float) -> None:
    lines = break_lines(text, SERIF, size, WIDTH)

    assert all(SERIF.measure(line, size) <= WIDTH + 1e-6 for line in lines)
    kept = "".join("".join(lines).split()).replace("-", "")
    assert kept == "".join(text.split()).replace("-", "")
