from __future__ import annotations

import pytest

from argumap.model import mention, quoted


@pytest.mark.parametrize(
    ("name", "within"),
    [
        pytest.param("The guild", "the guild", id="an article at its beginning"),
        pytest.param("Theodora", "Theodora", id="a name that begins so"),
        pytest.param("Residents' Circle", "Residents' Circle", id="any other name"),
    ],
)
def test_a_name_within_a_sentence(name: str, within: str) -> None:
    assert mention(name) == within


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param("Shops lose trade", "“Shops lose trade”", id="plain words"),
        pytest.param("“Open” is a word", "“‘Open’ is a word”", id="marks of their own"),
    ],
)
def test_words_between_quotation_marks(words: str, told: str) -> None:
    assert quoted(words) == told
