from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.errors import OtherTool
from argumap.formats._tables.grid import GridRow, find_separator, parse_grid, starts_formula


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a,b;c\n1,2;3\n", ","),
        ("id;text\n1;A, b, c, d\n", ";"),
        ("id\ttext\n1\tA, b\n", "\t"),
        ("id|text\n1|A; b\n", "|"),
        ("sep=;\na;b\n", ";"),
        ("word\n", ","),
    ],
)
def test_the_sign_between_cells_is_found(text: str, sign: str) -> None:
    assert find_separator(text.split("\n")) == sign


def test_a_row_knows_its_line_and_its_words_in_the_file() -> None:
    rows = parse_grid('a,b\n"x\ny",2\n\nz', "f").rows
    assert [(row.where, row.cells, row.raw) for row in rows] == [
        ("line 1", ("a", "b"), "a,b"),
        ("line 2", ("x\ny", "2"), '"x\ny",2'),
        ("line 4", (), ""),
        ("line 5", ("z",), "z"),
    ]
    assert rows[1].cell(0) == "x y"
    assert rows[3].cell(4) == ""
    assert rows[2].blank


@pytest.mark.parametrize("text", ['a,"b', 'a,"b"c', f"a,{'x' * 200_000}\n"])
def test_a_row_that_cannot_be_taken_apart_is_told_with_its_line(text: str) -> None:
    with pytest.raises(OtherTool) as caught:
        parse_grid(f"one,two\n{text}", "f")
    assert caught.value.line == 2


def test_between_tabs_a_quotation_mark_may_be_one_of_the_text() -> None:
    grid = parse_grid('a\tb\n"quoted\tand open\n', "f")
    assert grid.rows[1].cells == ('"quoted', "and open")
    assert not grid.quoted


def test_what_a_spreadsheet_would_take_for_a_formula_is_known() -> None:
    assert [starts_formula(words) for words in ("=1", "'=1", " \u200b+2", "a=1", "(-)", '"=')] == [
        *(True, True, True),
        *(False, True, False),
    ]
    assert GridRow("", ("'=1",)).cell(0) == "=1"
    assert GridRow("", ("'tis so",)).cell(0) == "'tis so"
    assert GridRow("", ("a\0b\ud800",)).cell(0) == "ab\ufffd"


@given(st.text(alphabet='a,;\t|"\n', max_size=60))
def test_the_rows_together_are_the_text_again(text: str) -> None:
    try:
        grid = parse_grid(text, "f")
    except OtherTool:
        return
    assert "\n".join(row.raw for row in grid.rows) == text
