"""A sheet laid out at a size: as much of it as can be read there, as large as that goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING

from argumap.pictures.draft import Choice, Draft, find_claims_shown
from argumap.pictures.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argumap.phrases import Phrases
    from argumap.pictures.sheet import PictureSheet
    from argumap.pictures.sizes import PictureSize

MOST_POINTS = 30
"""More points of an answer are never drawn: nobody reads them."""
GROWTH = (4, 3, 2.5, 2, 1.75, 1.5, 1.35, 1.25, 1.15, 1.08, 1)
"""By how much type may be larger than the least, where there is room."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A picture with its scene, and which claims of the map it shows.

    ``left_out`` counts the reasons and objections that had no room.
    """

    scene: Scene
    shown: frozenset[str]
    choice: Choice
    left_out: int


def lay_out(sheet: PictureSheet, size: PictureSize, phrases: Phrases) -> LaidOut:
    """The sheet at a size."""

    def draft(choice: Choice, growth: float = 1) -> Draft:
        return Draft(sheet, size, phrases, choice, growth)

    def fits(choice: Choice, growth: float = 1) -> bool:
        return draft(choice, growth).height <= size.height

    *choices, least = find_choices(sheet)
    choice = next(filter(fits, choices), least)
    choice = _enrich(sheet, choice, fits)
    growth = next(growth for growth in GROWTH if growth == 1 or _suits(draft(choice, growth), draft(choice)))
    groups = tuple(draft(choice, growth).draw())
    scene = Scene(size.width, size.height, size.points, "surface", groups, sheet.language)
    left_out = _count_left_out(sheet, choice)
    return LaidOut(scene.mirrored() if sheet.rtl else scene, find_claims_shown(sheet, choice), choice, left_out)


def find_choices(sheet: PictureSheet) -> Iterator[Choice]:
    """Ways to show less and less: fewer points of every answer, then in brief, then fewer answers."""
    longest = max((len(side) for a in sheet.answers for side in (a.reasons, a.objections)), default=0)
    longest = min(longest, MOST_POINTS)
    every = len(sheet.answers)
    yield from (Choice((most,) * every) for most in range(longest, 1, -1))
    yield from (Choice((min(1, longest),) * every, brief=brief) for brief in (False, True))
    yield from (Choice((1,) * answers, brief=True) for answers in range(every - 1, 0, -1))
    yield Choice((), brief=True)


def _suits(larger: Draft, least: Draft) -> bool:
    """Whether a draft in larger type has room, and no more lines for it."""
    return larger.height <= larger.size.height and larger.lines == least.lines


def _count_left_out(sheet: PictureSheet, choice: Choice) -> int:
    points = (*choice.points, *repeat(0, len(sheet.answers) - len(choice.points)))
    shown = zip(sheet.answers, points, strict=True)
    return sum(max(0, len(side) - most) for answer, most in shown for side in (answer.reasons, answer.objections))


def _enrich(sheet: PictureSheet, choice: Choice, fits: Callable[[Choice], bool]) -> Choice:
    """The choice with more points of each answer, the best answer first, for as long as they have room."""
    for n, answer in enumerate(sheet.answers[: len(choice.points)]):
        for most in range(choice.points[n] + 1, max(len(answer.reasons), len(answer.objections)) + 1):
            richer = replace(choice, points=(*choice.points[:n], most, *choice.points[n + 1 :]))
            if not fits(richer):
                break
            choice = richer
    return choice
