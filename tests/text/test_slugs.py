"""Ids that can be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argumap.mapfile import is_slug
from argumap.text import Slugs, get_language


def test_the_telling_words_make_the_id() -> None:
    slugs = Slugs(get_language("en"))
    assert slugs.make("The sound cannot carry what we have put into it.") == "sound-cannot-carry-put"
    assert slugs.make("Élodie Weiß", names=True) == "elodie-weiss"


@given(st.lists(st.text(max_size=40), min_size=1, max_size=20))
def test_ids_are_ids_and_never_twice_the_same(texts: list[str]) -> None:
    slugs = Slugs(get_language("en"))
    made = [slugs.make(text) for text in texts]
    assert all(map(is_slug, made))
    assert len(set(made)) == len(made)


def test_the_same_words_again_are_numbered_from_two() -> None:
    slugs = Slugs(get_language("en"))
    assert [slugs.make("Free buses") for _ in range(3)] == ["free-buses", "free-buses-2", "free-buses-3"]
