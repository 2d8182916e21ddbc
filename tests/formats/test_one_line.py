from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argumap.formats._one_line import clean, clean_id, flatten, keep_printable, mend


def test_a_text_is_cleaned_and_another_value_is_none() -> None:
    assert clean(" a\n\tb\0\ud800c ") == "a b\ufffdc"
    assert clean(" a\n\0 \ud800b ") == "a \ufffdb"
    assert clean(7) == ""


def test_an_id_may_be_a_number_and_no_truth() -> None:
    values = [7, " x ", 1.5, None, True, []]
    assert [clean_id(value) for value in values] == ["7", "x", "1.5", "", "", ""]


def test_what_is_not_seen_is_not_shown() -> None:
    assert keep_printable("The\u200b dam\x07\nleaks.") == "The dam leaks."


@given(st.text(st.characters(codec=None)))
def test_every_text_comes_in_one_line_that_can_be_written(text: str) -> None:
    assert flatten(text).split() == text.split()
    assert clean(text).encode().decode() == clean(text) == clean(clean(text))
    assert mend(mend(text)) == mend(text)
