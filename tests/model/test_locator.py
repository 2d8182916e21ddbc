from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.model import Locator
from argumap.model.locator import reading_order

_NUMBERS = st.integers(0, 10**6)
_LOCATORS = st.one_of(
    st.builds("s{}".format, _NUMBERS),
    st.builds("s{}.h".format, _NUMBERS),
    st.builds("s{}-s{}".format, st.just(3), st.integers(3, 20)),
    st.builds("s{}.p{}".format, _NUMBERS, _NUMBERS),
    st.builds("s{}.p{}.s{}".format, _NUMBERS, _NUMBERS, _NUMBERS),
    st.builds("s{}.p{}.s2-s{}".format, _NUMBERS, _NUMBERS, st.integers(2, 20)),
    st.builds("s{}.l{}.i{}.s{}".format, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS),
    st.builds("s{}.t{}.r{}.c{}".format, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS),
    st.builds("s{}.t{}.r1-r{}".format, _NUMBERS, _NUMBERS, st.integers(1, 20)),
)


@pytest.mark.parametrize(
    "text",
    ["s0", "s2.h", "s2.p1", "s2.p1.s3", "s2.p1.s2-s4", "s4.t1.r0.c2", "s4.t1.r1-r3", "s1.l1.i2.s1", "s1-s3"],
)
def test_a_locator_reads_back_as_written(text: str) -> None:
    assert str(Locator.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "p1", "s2.", "s2.p", "s2.p1.s2-p4", "s2.h1", "s2.p1.s4-s2", "S2.p1", "s2.p1.s1.x1", "s2.h-h2", "s１"],
)
def test_what_is_no_locator_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"s2\.p1|write"):
        Locator.parse(text)


@pytest.mark.parametrize(
    ("locator", "unit", "covered"),
    [
        ("s2.p1", "s2.p1.s3", True),
        ("s2", "s2.h", True),
        ("s2.p1.s2-s4", "s2.p1.s4", True),
        ("s2.p1.s2-s4", "s2.p1.s5", False),
        ("s2.p1.s2-s4", "s2.p2.s3", False),
        ("s2.p1-p2", "s2.p2.s9", True),
        ("s2.p1.s1", "s2.p1", False),
        ("s4.t1.r1", "s4.t1.r1.c2", True),
    ],
)
def test_a_locator_covers_what_stands_beneath_it(locator: str, unit: str, covered: bool) -> None:
    assert Locator.parse(locator).covers(Locator.parse(unit)) is covered


@given(st.integers(1, 50), st.integers(1, 50))
def test_a_range_covers_exactly_its_singles(first: int, length: int) -> None:
    locator = Locator.parse(f"s1.p1.s{first}-s{first + length}")
    covered = [n for n in range(110) if locator.covers(Locator.parse(f"s1.p1.s{n}"))]
    assert [f"s1.p1.s{n}" for n in covered] == [str(single) for single in locator.singles()]


@given(_LOCATORS)
def test_the_reading_order_of_a_text_is_that_of_its_locator(text: str) -> None:
    assert reading_order(text) == Locator.parse(text).order


@pytest.mark.parametrize("text", ["", "s", "p1", "s1.x2", "s1.p1.s4-s2", "s1.p1-s2", "s1.h-h2", "s1.p١"])
def test_what_is_no_locator_has_no_reading_order(text: str) -> None:
    assert reading_order(text) == ()
