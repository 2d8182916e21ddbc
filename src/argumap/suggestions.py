"""What somebody who mistyped a word may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LIKENESS = 0.6
"""How like a word must be to be offered, from 0 to 1: a slip in four letters passes, another word does not."""


def suggest(
    word: str,
    known: Iterable[str],
    wording: str = "did you mean {}?",
    *,
    otherwise: str = "",
    likeness: float = LIKENESS,
) -> str:
    """The nearest of the ``known`` words put into ``wording``; ``otherwise`` where nothing comes near."""
    near = find_nearest(word, known, likeness=likeness)
    return wording.format(near[0]) if near else otherwise


def find_nearest(word: str, known: Iterable[str], most: int = 1, *, likeness: float = LIKENESS) -> list[str]:
    """The ``most`` words of ``known`` that are nearest to ``word``, best first; none may be near enough."""
    from difflib import get_close_matches  # slips are rare: no other command waits for it

    return get_close_matches(word, list(known), n=most, cutoff=likeness)
