from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.text import normalise, set_apart, tokens

SENTENCE = "He said “yes” — the café’s bill isn’t 3.5% of $90 …"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(SENTENCE.upper(), id="capitals"),
        pytest.param(SENTENCE.replace(" ", "\u00a0"), id="no-break spaces"),
        pytest.param(SENTENCE.replace(" ", "\r\n  "), id="line ends"),
        pytest.param(unicodedata.normalize("NFD", SENTENCE), id="decomposed accents"),
        pytest.param(SENTENCE.replace("yes", "y\u00ades"), id="a soft hyphen"),
        pytest.param("\ufeff" + SENTENCE.replace("bill", "bi\u200bll"), id="invisible characters"),
        pytest.param(SENTENCE.translate(str.maketrans("“”’", '""\'')), id="straight quotes"),
        pytest.param(SENTENCE.replace(" — ", "--"), id="two hyphens for a dash"),
        pytest.param(SENTENCE.replace(" — ", "—"), id="a dash without spaces"),
        pytest.param(SENTENCE.replace("…", "..."), id="three points"),
        pytest.param(SENTENCE.replace("…", ". . ."), id="spaced points"),
        pytest.param(SENTENCE.replace("bill", "**bill**"), id="bold"),
        pytest.param(SENTENCE.replace("bill", "[bill](https://example.org/a_(b))"), id="a link"),
        pytest.param(SENTENCE.replace("bill", "<em>bill</em>"), id="a tag"),
    ],
)
def test_what_typesetting_may_change_counts_for_nothing(other: str) -> None:
    assert normalise(other) == normalise(SENTENCE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It isn’t 17% of $9, but 3.3!", ["it", "isn't", "17%", "of", "$9", "but", "3.3"]),
        ("A well-known 70B model, GPT-4", ["a", "well", "known", "70b", "model", "gpt", "4"]),
        ("1,140 riders at 22:00 in 1990–95", ["1,140", "riders", "at", "22:00", "in", "1990", "95"]),
        ("5 * 3 and snake_case", ["5", "3", "and", "snake", "case"]),
        ("— … !", []),
    ],
)
def test_tokens_keep_numbers_and_negations_whole(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@given(st.text(alphabet=st.characters(exclude_characters="*_[]`~\\<>()!", exclude_categories=["Cs"]), max_size=60))
def test_normalising_twice_changes_no_token(text: str) -> None:
    assert tokens(normalise(text)) == tokens(text)


@given(st.text(st.sampled_from(" \t\n\x1c-.`'\"aB3%\\*_<b>")))
def test_plain_letters_alone_take_no_other_form_than_among_others(text: str) -> None:
    beside = normalise(f"{text} é")
    assert normalise(f"{text} e") == f"{beside[:-1]}e"


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        pytest.param(["the", "gates"], ["the", "gates"], id="words with spaces"),
        pytest.param(["城门", "开"], ["城", "门", "开"], id="Chinese"),
        pytest.param(["gpt很好"], ["gpt", "很", "好"], id="letters among them"),
        pytest.param(["straße", "ворота"], ["straße", "ворота"], id="other scripts with spaces"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_what_has_no_spaces_between_its_words_is_set_apart(words: list[str], apart: list[str]) -> None:
    assert set_apart(words) == apart
