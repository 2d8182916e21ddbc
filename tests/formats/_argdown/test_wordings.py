from __future__ import annotations

import pytest

from argumap.formats._argdown.parsing import parse
from argumap.formats._argdown.wordings import clean, read_plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("#a The dam #b leaks. #c #(d e)", "The dam b leaks."),
        ("As @[A] and @<B> say", "As A and B say"),
        ("__Bold__ _and_ **that**.", "Bold and that."),
        ("two\n    lines", "two lines"),
        ("[the survey](https://a.b), twice", "the survey, twice"),
        ("#only #tags", ""),
    ],
)
def test_words_are_what_is_left_without_signs(text: str, plain: str) -> None:
    [element] = parse(f"[T]: {text}\n", "x").statements.values()
    assert read_plain(element.main).text == plain


def test_what_is_lost_with_the_signs_is_noted() -> None:
    [element] = parse("[T]: _a_ @[B] [c d](e)\n", "x").statements.values()
    plain = read_plain(element.main)
    assert (plain.types, plain.mentions, plain.links) == (True, True, (("c d", "e"),))
    assert read_plain(None).text == ""


def test_a_text_is_one_line_of_whole_characters() -> None:
    assert clean(" a\t\n b\0\ud800 ") == "a b\ufffd"
