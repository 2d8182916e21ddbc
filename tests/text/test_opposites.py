from __future__ import annotations

from collections import Counter

import pytest

from argumap.anchoring.fingerprint import SIDE_BITS, code_turn
from argumap.text import find_denials, find_turned, find_turning_words, get_language, tokens
from argumap.text.opposites import DENIAL, TurningWord, base_forms, read_opposites


def turning(text: str) -> list[TurningWord] | None:
    return find_turning_words(tokens(text), "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Bread and butter.", [], id="words without opposites"),
        pytest.param("Taxes doubled", [("subsidise", 1), ("rise", 0), ("double", 0)], id="several classes"),
        pytest.param("The offer was turned down.", [("give", 0), ("support", 1)], id="two words together"),
        pytest.param("An unlikely uncle", [("certain", 1), ("same", 1), ("", 0)], id="a denial inside a word"),
        pytest.param("The uncle of a universe", [], id="un- that denies nothing"),
        pytest.param("The cost was overstated", [("over stated", 0)], id="over-"),
        pytest.param("It fails to start", [("", 0), ("open", 0)], id="a denial of two words"),
    ],
)
def test_turning_words(text: str, expected: list[tuple[str, int]]) -> None:
    assert turning(text) == expected


def test_of_a_language_without_a_list_nothing_is_known() -> None:
    assert find_turning_words(["steigen"], "xx") is None
    assert find_turning_words(["steigen"], "../en") is None


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("stopped", "stop"), ("denies", "deny"), ("safer", "safe"), ("earliest", "early"),
        ("easily", "easy"), ("possibly", "possible"), ("council's", "council"), ("raising", "raise"),
    ],
)  # fmt: skip
def test_forms_lead_to_the_plain_word(word: str, plain: str) -> None:
    assert plain in list(base_forms(word))


def test_the_list_is_sound() -> None:
    known = read_opposites("en")
    assert known is not None
    sides = {turning for found in known.words.values() for turning in found} - {DENIAL}
    names = {turning.opposites for turning in sides}
    assert all(len({t.side for t in sides if t.opposites == name}) > 1 for name in names)
    assert max(turning.side for turning in sides) < 1 << SIDE_BITS
    assert all(word == word.casefold() for word in known.words)
    for word, found in known.words.items():
        assert max(Counter(turning.opposites for turning in found).values()) == 1, word
    assert len({code_turn(name, 0) for name in names}) == len(names)
    assert 0 not in {code_turn(name, 0) for name in names}


def test_words_that_were_looked_up_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argumap.text.opposites._KNOWN", 10)
    known = read_opposites("en")
    assert known is not None
    for n in range(100):
        known.find(f"word{n}")
    assert len(known.looked_up) <= 10


def test_what_denies_in_a_sentence() -> None:
    assert find_denials(tokens("It isn't likely that nobody came."), get_language("en")) == ["isn't", "nobody"]
    assert find_denials(tokens("Rain came."), get_language("en")) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "turned"),
    [
        ("Rents rose.", "Rents fell.", ("rose", "fell")),
        ("Rents rose.", "Rents rose and fell.", None),
        ("Rents rose.", "Rents were paid.", None),
    ],
)
def test_words_by_which_two_sentences_are_opposed(ours: str, theirs: str, turned: tuple[str, str] | None) -> None:
    assert find_turned(tokens(ours), tokens(theirs), get_language("en")) == turned
