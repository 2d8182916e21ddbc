"""Which units stand beneath a locator: one of them, a range, a paragraph, a section."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from argumap.model import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable


class UnitIndex:
    """Units by what stands above them; they are told as indices into the locators in reading order."""

    __slots__ = ("_indices", "_locators")

    def __init__(self, locators: Iterable[str]) -> None:
        self._locators = [Locator.parse(locator) for locator in locators]
        self._indices: defaultdict[tuple[tuple[str, int], ...], list[int]] = defaultdict(list)
        for n, locator in enumerate(self._locators):
            for depth in range(len(locator.steps) + 1):
                self._indices[locator.steps[:depth]].append(n)

    def covered(self, locator: Locator | str) -> list[int]:
        """The units that ``locator`` names, in reading order. Raises `ValueError` for what is no locator."""
        if isinstance(locator, str):
            locator = Locator.parse(locator)
        if locator.end is None:
            return self._indices.get(locator.steps, [])
        siblings = self._indices.get(locator.steps[:-1], ())
        return [n for n in siblings if locator.covers(self._locators[n])]
