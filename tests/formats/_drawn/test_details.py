from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.formats._drawn.details import (
    OF_CLAIM,
    OF_STEP,
    read_details,
    read_passages,
    write_details,
    write_passages,
)
from argumap.model import Claim, ClaimType, Passage, Quote

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_what_a_claim_says_comes_back() -> None:
    claim = Claim("a", "A.", type=ClaimType.FACT, tags=("x", "y"), base=0.5, implicit=True, date="2024-03")
    told = write_details(claim, OF_CLAIM)
    assert told == {"type": "fact", "date": "2024-03", "tags": ["x", "y"], "implicit": True, "base": 0.5}
    assert Claim("a", "A.", **read_details(told, OF_CLAIM)) == claim


@pytest.mark.parametrize(
    "found",
    [
        {"type": "rumour"},
        {"type": ["fact"]},
        {"base": 2},
        {"base": True},
        {"base": "0.5"},
        {"implicit": "yes"},
        {"implicit": 1},
        {"date": "yesterday"},
        {"date": "2024-13"},
        {"tags": []},
        {"tags": {"a": 1}},
        {"title": ""},
        {"weight": 17},
        {"scheme": None},
    ],
)
def test_a_value_of_another_form_is_not_read(found: dict[str, object]) -> None:
    assert read_details(found, OF_CLAIM) == {}
    assert read_details(found, OF_STEP) == {}


@given(st.dictionaries(st.sampled_from([*OF_CLAIM]), JSON))
def test_any_value_makes_a_claim(found: dict[str, object]) -> None:
    assert isinstance(Claim("a", "A.", **read_details(found, OF_CLAIM)), Claim)


def test_places_in_sources_come_back_and_others_are_left_out() -> None:
    places = (Passage("minutes", "s1.p1.s1", Quote("it leaks", "that ", ".")), Passage("other", "s1"))
    told = write_passages(places, {"minutes": "n1"})
    assert told == [{"source": "n1", "at": "s1.p1.s1", "quote": "it leaks", "prefix": "that ", "suffix": "."}]
    assert read_passages(told, {"n1": "minutes"}) == (
        Passage("minutes", "s1.p1.s1", Quote("it leaks", "that", ".")),
    )
    for odd in (None, "x", [1], [{"source": "n1"}], [{"source": "n1", "at": "page 3"}], [{"at": "s1"}]):
        assert read_passages(odd, {"n1": "minutes"}) == ()


@given(JSON)
def test_any_value_is_read_as_places(found: object) -> None:
    assert isinstance(read_passages([found], {"n1": "minutes"}), tuple)
