"""Two texts word by word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.snapshots.word_diff import build_word_diff, find_words, in_one_line, likeness


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Cars stay.", "Cars stay.", "Cars stay."),
        ("Cars should stay.", "Cars must stay.", "Cars [-should-]{+must+} stay."),
        ("", "Cars.", "{+Cars.+}"),
        ("Cars\nstay", "Cars", "Cars[- stay-]"),
    ],
)
def test_words_that_came_and_went_are_marked(old: str, new: str, line: str) -> None:
    assert in_one_line(build_word_diff(old, new)) == line


@settings(deadline=None)
@given(st.text(), st.text())
def test_the_pieces_make_both_texts(old: str, new: str) -> None:
    pieces = build_word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.state != "new") == old
    assert "".join(piece.text for piece in pieces if piece.state != "gone") == new


def test_a_text_without_end_is_shown_in_one_piece() -> None:
    assert len(build_word_diff("a " * 50_000, "b " * 50_000)) == 2


def test_likeness_is_the_share_of_common_words() -> None:
    assert likeness(find_words("The town should act"), find_words("the TOWN must act")) == 0.75
    assert likeness([], ["a"]) == 0.0
