from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argumap.mapfile.yaml_scalars import prose, scalar


@given(st.text())
def test_words_of_any_kind_come_back(words: str) -> None:
    assert yaml.safe_load(scalar(words)) == words
    assert yaml.safe_load(prose(words)) == words


@pytest.mark.parametrize("word", ["close-it", "s1.p2.s3-s4", "trade-falls/close-it"])
def test_a_word_that_can_be_nothing_else_stays_plain(word: str) -> None:
    assert scalar(word) == word


@pytest.mark.parametrize("word", ["yes", "null", "n", "1e3", "A", "two words", "", "a:", "-", "2025-01"])
def test_what_a_reader_could_take_for_something_else_is_quoted(word: str) -> None:
    assert scalar(word) == f'"{word}"'


def test_what_nobody_sees_is_written_as_its_code() -> None:
    assert prose("a\u200bb\u202e") == r'"a\u200bb\u202e"'
