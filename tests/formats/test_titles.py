from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argumap.formats._titles import MOST, make_title, name_map


def test_a_text_that_fits_needs_no_title() -> None:
    assert make_title("The dam leaks.") is None


def test_a_title_ends_with_a_whole_word() -> None:
    text = "The dam has been leaking for as long as anybody in the village can remember."
    title = make_title(text)
    assert title == "The dam has been leaking for as long as anybody in the…"


@given(st.text(max_size=200))
def test_a_title_fits_a_card(text: str) -> None:
    title = make_title(text)
    assert title is None or len(title) <= MOST


def test_a_map_is_called_by_the_name_of_its_file() -> None:
    assert name_map("The  mill\tpond.csv") == "The mill pond"
    assert name_map("") == name_map("\0") == "Imported map"
