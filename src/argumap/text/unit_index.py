"""Which units stand beneath a locator: one of them, a range, a paragraph, a section."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from argumap.model import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class UnitIndex:
    """Units by what stands above them; they are told as indices into the locators in reading order."""

    def __init__(self, locators: Iterable[str]) -> None:
        self._units = {locator: n for n, locator in enumerate(locators)}

    @cached_property
    def _locators(self) -> list[Locator]:
        return [Locator.parse(locator) for locator in self._units]

    @cached_property
    def _indices(self) -> Mapping[tuple[tuple[str, int], ...], list[int]]:
        indices: defaultdict[tuple[tuple[str, int], ...], list[int]] = defaultdict(list)
        for n, locator in enumerate(self._locators):
            for depth in range(len(locator.steps) + 1):
                indices[locator.steps[:depth]].append(n)
        return indices

    @cached_property
    def _children(self) -> Mapping[tuple[tuple[str, int], ...], list[tuple[str, int]]]:
        """The steps that go on from each step, in reading order."""
        children: defaultdict[tuple[tuple[str, int], ...], dict[tuple[str, int], None]] = defaultdict(dict)
        for locator in self._locators:
            for depth, step in enumerate(locator.steps):
                children[locator.steps[:depth]][step] = None
        return {above: list(steps) for above, steps in children.items()}

    def nearest(self, locator: str) -> str:
        """The unit that comes nearest to a locator, step by step; "" where there is none, or it is no locator."""
        try:
            wanted = Locator.parse(locator).steps
        except ValueError:
            return ""
        steps: tuple[tuple[str, int], ...] = ()
        while beneath := self._children.get(steps):
            letter, number = wanted[len(steps)] if len(steps) < len(wanted) else beneath[0]
            best = min(beneath, key=lambda step: (step[0] != letter, abs(step[1] - number)))
            steps = (*steps, best)
        return str(Locator(steps)) if steps else ""

    def find(self, locator: str) -> int | None:
        """The unit that has exactly this locator."""
        return self._units.get(locator)

    def __len__(self) -> int:
        return len(self._units)

    def covered(self, locator: Locator | str) -> list[int]:
        """The units that ``locator`` names, in reading order. Raises `ValueError` for what is no locator."""
        if isinstance(locator, str):
            unit = self._units.get(locator)
            if unit is not None:
                return [unit]
            locator = Locator.parse(locator)
        if locator.end is None:
            return self._indices.get(locator.steps, [])
        siblings = self._indices.get(locator.steps[:-1], ())
        return [n for n in siblings if locator.covers(self._locators[n])]
