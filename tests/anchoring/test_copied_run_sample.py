from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argumap.anchoring.copied_run_sample import build_sample, is_kept, trigram_hashes
from argumap.text import tokens

WORDS = st.lists(
    st.sampled_from(["cars", "shops", "rents", "air", "walkers", "town", "rise", "fall"]), max_size=30
)


@given(WORDS)
def test_a_sample_is_the_kept_half_of_the_trigrams(words: list[str]) -> None:
    text = " ".join(words)
    kept = {value for value in trigram_hashes(tokens(text)) if is_kept(value)}
    assert build_sample([text]) == tuple(sorted(kept))


def test_units_are_read_on_as_one_text() -> None:
    assert build_sample(["One two", "three four."]) == build_sample(["One two three four."])


def test_a_trigram_is_three_words_in_their_order_and_fits_24_bits() -> None:
    hashes = trigram_hashes(["a", "b", "c", "d"])
    assert len(hashes) == 2
    assert hashes != trigram_hashes(["d", "c", "b", "a"])
    assert all(0 <= value < 1 << 24 for value in hashes)
    assert trigram_hashes(["a", "b"]) == []
