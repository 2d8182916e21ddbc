from __future__ import annotations

import pytest

from argumap.errors import CallError
from argumap.pictures.sizes import SIZES, USES, parse_size


@pytest.mark.parametrize("name", SIZES)
def test_a_size_goes_by_its_name(name: str) -> None:
    assert parse_size(name.upper()) is SIZES[name]
    assert name in USES


@pytest.mark.parametrize("text", ["1920x1080", "1920×1080", " 1920 X 1080 "])
def test_a_size_goes_by_its_pixels(text: str) -> None:
    size = parse_size(text)
    assert (size.name, size.width, size.height, size.stacked) == ("1920×1080", 1920, 1080, False)


def test_an_upright_size_is_stacked() -> None:
    assert SIZES["a4"].stacked
    assert SIZES["square"].stacked
    assert not SIZES["wide"].stacked


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("slid", r"'slid' is no size: give slide, a4, square, wide or width×height.*did you mean slide\?"),
        ("-5x10", "is no size"),
        ("10x10", "each side has 480 to 8,000 pixels"),
        ("1000x9000", "each side has 480 to 8,000 pixels"),
    ],
)
def test_nonsense_is_told_with_what_there_is(text: str, told: str) -> None:
    with pytest.raises(CallError, match=told):
        parse_size(text)


def test_a_sheet_of_paper_is_one() -> None:
    a4 = SIZES["a4"]
    assert (round(a4.width * a4.points), round(a4.height * a4.points)) == (595, 842)
