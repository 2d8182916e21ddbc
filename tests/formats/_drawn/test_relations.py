from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.formats._drawn.relations import read_colour, read_kind, read_relation


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("supports", ("supports", False)),
        ("SUPPORTS:", ("supports", False)),
        ("is-supported_by", ("supports", True)),
        ("isSupportedBy", ("supports", True)),
        ("because", ("supports", True)),
        ("Spricht gegen", ("attacks", False)),
        ("−", ("attacks", False)),
        ("-", ("attacks", False)),
        ("+", ("supports", False)),
        ("✔️", ("supports", False)),
        ("contradicts", ("contradicts", False)),
        ("asserts", ("asserts", False)),
        ("see also", ("", False)),
        ("not supports", ("", False)),
        ("", ("", False)),
        ("support" * 1000, ("", False)),
    ],
)
def test_a_word_means_what_it_says_and_no_other_means_anything(word: str, meaning: tuple[str, bool]) -> None:
    assert read_relation(word) == meaning


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Claim", "claim"), ("RA", "step"), ("question", "issue"), ("Person", "stakeholder"), ("protein", "")],
)
def test_a_kind_is_told_by_its_word(word: str, kind: str) -> None:
    assert read_kind(word) == kind


@pytest.mark.parametrize(
    ("colour", "meaning"),
    [
        ("4", "supports"),
        ("1", "attacks"),
        ("2", ""),
        ("#00ff00", "supports"),
        ("#0a0", "supports"),
        ("#B91C1C", "attacks"),
        ("#ff0040", "attacks"),
        ("#0000ff", ""),
        ("#808080", ""),
        ("#ffff00", ""),
        ("red", ""),
        ("#12345", ""),
    ],
)
def test_green_supports_and_red_attacks(colour: str, meaning: str) -> None:
    assert read_colour(colour) == meaning


@given(st.text())
def test_any_word_and_any_colour_is_read(word: str) -> None:
    assert read_relation(word)[0] in {"", *read_relation(word)}
    assert read_colour(word) in {"", "supports", "attacks"}
    assert isinstance(read_kind(word), str)
