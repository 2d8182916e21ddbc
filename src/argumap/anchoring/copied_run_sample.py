"""A sample of a source's word trigrams as hashes, enough to notice a copied run without the source.

Half of the trigrams are kept, in the order of their hashes, so that they cannot be chained back to the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.anchoring.fingerprint import hashed
from argumap.text import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def build_sample(texts: Iterable[str]) -> tuple[int, ...]:
    """The kept trigram hashes of ``texts``, read on as one text, ascending."""
    words = [word for text in texts for word in tokens(text)]
    return tuple(sorted({value for value in trigram_hashes(words) if is_kept(value)}))


def trigram_hashes(words: Sequence[str]) -> list[int]:
    """The 24-bit hash of each run of three tokens, in order."""
    return [hashed(" ".join(words[n : n + 3]), 3) for n in range(len(words) - 2)]


def is_kept(value: int) -> bool:
    """Whether a trigram belongs to the half that a sample keeps."""
    return value % 2 == 0
