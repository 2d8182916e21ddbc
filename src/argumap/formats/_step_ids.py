"""Ids of steps that came without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.text import Slugs


class StepIds:
    """Makes ids of steps, each once, and none that ``slugs`` gave to something else."""

    def __init__(self, slugs: Slugs) -> None:
        self._slugs = slugs
        self._used: set[str] = set()

    def take(self, wanted: str) -> bool:
        """Whether an id that a step has in its file is free; nothing else is called so from then on."""
        if wanted in self._used:
            return False
        self._used.add(wanted)
        return True

    def make(self, premises: Sequence[str], target: str, words: str, *, short: bool = True) -> str:
        """``premise/target``, as a map writes it, where that is ``short`` and free; else an id of ``words``."""
        plain = f"{premises[0]}/{target}"
        if short and len(premises) == 1 and self.take(plain):
            return plain
        made = self._slugs.make(words, names=True)
        self._used.add(made)
        return made
