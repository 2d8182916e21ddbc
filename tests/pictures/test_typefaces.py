from __future__ import annotations

import pytest

import font_widths
from argumap.pictures import has_typesetter
from argumap.pictures.typefaces import (
    SANS,
    SERIF,
    SERIF_BOLD,
    find_unknown_letters,
    is_square,
    runs_right_to_left,
)


def test_a_text_is_as_wide_as_its_letters() -> None:
    assert SERIF.measure("ab", 20) == pytest.approx(SERIF.measure("a", 20) + SERIF.measure("b", 20))
    assert SERIF_BOLD.measure("word", 10) > SERIF.measure("word", 10)
    assert SANS.measure("", 10) == 0


def test_letters_of_the_table_and_others_have_a_width() -> None:
    assert SERIF.measure("广", 10) == 10
    assert SERIF.measure("a\u0301\u200b", 10) == SERIF.measure("a", 10)
    assert SERIF.measure("\U00010400", 10) == 6


def test_what_no_font_of_ours_has_is_known() -> None:
    assert find_unknown_letters("Straße, Ödön, שלום, нет: a\u0301") == frozenset()
    assert find_unknown_letters("广a場") == {"广", "場"}


def test_letters_with_a_direction_tell_it() -> None:
    assert runs_right_to_left("«שלום» now")
    assert not runs_right_to_left("123: now שלום")
    assert not runs_right_to_left("123")
    assert is_square("广")
    assert not is_square("a")


@pytest.mark.skipif(not has_typesetter(), reason="the fonts come with the extra [picture]")
@pytest.mark.parametrize("part", [font_widths.SERIF, font_widths.SANS, font_widths.SCRIPTS])
def test_the_table_is_that_of_the_fonts(part: str) -> None:
    import json

    table = json.loads(font_widths.TABLE.read_text("utf-8"))
    # A letter that the Unicode of the Python which wrote the table did not know yet may be a mark without
    # width in a newer one.
    known = set(font_widths.find_letters(part))

    for weight in font_widths.WEIGHTS:
        kept = {
            width: mine
            for width, letters in table[f"{part}-{weight}"].items()
            if (mine := "".join(letter for letter in letters if letter in known))
        }
        assert kept == font_widths.read_widths(part, weight)
