from __future__ import annotations

import pytest

from argumap.text import LANGUAGES, get_language
from argumap.text.other_languages import NAMES, SMALL_WORDS


def test_they_are_others() -> None:
    assert set(LANGUAGES).isdisjoint(NAMES)
    assert set(SMALL_WORDS) <= set(NAMES)


@pytest.mark.parametrize(
    ("tag", "label"),
    [
        pytest.param("de-CH", "German", id="one of ours"),
        pytest.param("hi", "Hindi", id="another"),
        pytest.param("hi-IN", "Hindi", id="with its country"),
        pytest.param("und-Deva", "a language in Devanagari letters", id="only its script is known"),
        pytest.param("tlh", "the language tlh", id="one without a name here"),
    ],
)
def test_what_a_language_is_called(tag: str, label: str) -> None:
    assert get_language(tag).label == label
