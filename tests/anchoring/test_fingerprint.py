from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.anchoring.fingerprint import (
    Fingerprint,
    build_fingerprint,
    containment,
    fingerprint_article,
    jaccard,
    similarity,
)
from argumap.text import Unit, parse_article

SKETCHES = st.sets(st.integers(0, 40), max_size=8).map(lambda values: tuple(sorted(values)))
FIELDS = ("exact_hash", "token_hash", "tokens", "negators", "number_hashes", "sketch")


def fingerprint_of(text: str) -> Fingerprint:
    return build_fingerprint(Unit("s0.p1.s1", "sentence", 0, len(text), text))


def test_a_fingerprint_holds_counts_and_hashes() -> None:
    made = fingerprint_of("It isn’t cheap: 3.5 million crowns, and nobody pays 17%.")
    assert (made.tokens, made.negators, len(made.number_hashes), len(made.sketch)) == (10, 2, 3, 8)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        pytest.param('the GATES stay "open"', FIELDS, id="typography leaves all"),
        pytest.param("The gates, stay open", FIELDS[1:], id="punctuation changes the form alone"),
        pytest.param("The gates stay shut", FIELDS[2:5], id="a word changes tokens and sketch"),
        pytest.param("The gates do not stay open", ("number_hashes",), id="a negation is counted"),
    ],
)
def test_what_a_change_leaves(text: str, same: tuple[str, ...]) -> None:
    old, new = fingerprint_of("The gates stay “open”"), fingerprint_of(text)
    assert tuple(name for name in FIELDS if getattr(old, name) == getattr(new, name)) == same


@given(SKETCHES, SKETCHES)
def test_likeness_lies_between_none_and_all(a: tuple[int, ...], b: tuple[int, ...]) -> None:
    assert 0 <= jaccard(a, b) <= similarity(a, b) <= 1
    assert similarity(a, b) == similarity(b, a)
    assert jaccard(a, a) == (1 if a else 0)
    assert containment(a, a) == (1 if a else 0)


def test_a_unit_that_is_known_has_what_was_kept_of_it_and_its_own_place() -> None:
    before, after = (parse_article(text) for text in ("One stays. Two goes.", "Two went. One stays."))
    known = [replace(each, tokens=99) for each in fingerprint_article(before)]
    went, stays = fingerprint_article(after, known)
    assert stays == replace(known[0], at="s0.p1.s2")
    assert (went.tokens, went.at) == (2, "s0.p1.s1")
    assert fingerprint_article(after) == [build_fingerprint(unit) for unit in after.units]
