"""Locators: where a passage stands in its source, counted and never quoted.

``s2.p1.s3`` is the third sentence of the first paragraph of section 2, ``s2.h`` that section's heading,
``s4.t1.r2.c3`` a cell of its first table (``r0`` is the header row), ``s1.l1.i2.s1`` a sentence of a list
item. Text before the first heading is ``s0``. A range runs over the last step: ``s2.p1.s2-s4``. A locator
that stops early (``s2.p1``, ``s2``) names everything beneath it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_SHAPE = re.compile(
    r"s\d+(?:\.(?:h|p\d+(?:\.s\d+)?|t\d+(?:\.r\d+(?:\.c\d+)?)?|l\d+(?:\.i\d+(?:\.s\d+)?)?))?(?:-([a-z])(\d+))?",
    re.ASCII,
)
_STEP = re.compile(r"([a-z])(\d*)", re.ASCII)
_RANK = {"h": 0, "p": 1, "l": 2, "t": 3}


@dataclass(frozen=True, slots=True)
class Locator:
    """A parsed locator. ``steps`` are (letter, number) from the section down; ``end`` closes a range."""

    steps: tuple[tuple[str, int], ...]
    end: int | None = None

    @staticmethod
    def parse(text: str) -> Locator:
        """The locator that ``text`` writes. Raises `ValueError` with the remedy where it is none."""
        return _parse(text)

    def __str__(self) -> str:
        path = ".".join(_written(step) for step in self.steps)
        return path if self.end is None else f"{path}-{self.steps[-1][0]}{self.end}"

    def covers(self, unit: Locator) -> bool:
        """Whether ``unit`` (without a range) is named by this locator or stands beneath what it names."""
        depth = len(self.steps)
        if self.end is None:
            return unit.steps[:depth] == self.steps
        if len(unit.steps) < depth or unit.steps[: depth - 1] != self.steps[:-1]:
            return False
        letter, number = unit.steps[depth - 1]
        return letter == self.steps[-1][0] and self.steps[-1][1] <= number <= self.end

    def singles(self) -> tuple[Locator, ...]:
        """The locators that a range runs through, in order; a locator without a range is its own only one."""
        if self.end is None:
            return (self,)
        letter, first = self.steps[-1]
        return tuple(Locator((*self.steps[:-1], (letter, n))) for n in range(first, self.end + 1))

    @property
    def section(self) -> str:
        return _written(self.steps[0])

    @property
    def order(self) -> tuple[int, ...]:
        """Sorts locators in reading order; in one section headings come first, then paragraphs, lists, tables.

        Blocks of different kinds are counted apart, so only the text itself knows how they interleave.
        """
        (_, section), *rest = self.steps
        if not rest:
            return (section,)
        (kind, number), *deeper = rest
        return (section, _RANK[kind], number, *(n for _, n in deeper))


def reading_order(text: str) -> tuple[int, ...]:
    """`Locator.order` of what ``text`` writes, without the cost of parsing; empty where it is no locator."""
    if "-" in text or not _SHAPE.fullmatch(text):
        try:
            return Locator.parse(text).order
        except ValueError:
            return ()
    section, _, below = text.partition(".")
    if not below:
        return (int(section[1:]),)
    block, *deeper = below.split(".")
    return (int(section[1:]), _RANK[block[0]], int(block[1:] or 0), *[int(step[1:]) for step in deeper])


def _written(step: tuple[str, int]) -> str:
    letter, number = step
    return letter if letter == "h" else f"{letter}{number}"


@lru_cache(maxsize=1 << 16)
def _parse(text: str) -> Locator:
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        raise ValueError(f"{text!r} is no locator; write s2.p1.s3, s2.p1.s2-s4, s2.h, s4.t1.r2.c3 or s1.l1.i2.s1")
    path = text.partition("-")[0]
    steps = tuple((m[1], int(m[2] or 0)) for m in map(_STEP.fullmatch, path.split(".")) if m)
    letter, number = shape.groups()
    if letter is None:
        return Locator(steps)
    if letter != steps[-1][0] or letter == "h":
        raise ValueError(f"{text!r} mixes two kinds; a range runs over its last step, as in s2.p1.s2-s4")
    if int(number) < steps[-1][1]:
        raise ValueError(
            f"{text!r} runs backwards; write {path.rpartition('.')[0]}.{letter}{number}-{letter}{steps[-1][1]}"
        )
    return Locator(steps, int(number) if int(number) > steps[-1][1] else None)
