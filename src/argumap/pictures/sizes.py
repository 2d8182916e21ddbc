"""The sizes that a picture may have: those that have a name, and any ``width×height``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.errors import CallError
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST, MOST = 480, 8000
_MEASURES = re.compile(r"(\d{1,6})\s*[x×*]\s*(\d{1,6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PictureSize:
    """A surface in pixels. ``type`` is the size of its running text, ``small`` that of the least; ``points`` is
    what a pixel measures on paper, in points.
    """

    name: str
    width: int
    height: int
    type: float = 17.5
    small: float = 16
    points: float = 0.75

    @property
    def stacked(self) -> bool:
        """Whether answers stand above what counts for and against them, rather than between."""
        return self.width < 1.25 * self.height

    @property
    def unit(self) -> float:
        """What lengths of the drawing are counted in: 1 where the type is that of a slide."""
        return self.type / 17.5


SIZES: Mapping[str, PictureSize] = MappingProxyType(
    {
        size.name: size
        for size in (
            PictureSize("slide", 1600, 900, points=0.6),
            PictureSize("a4", 1240, 1754, type=20, small=17, points=0.48),
            PictureSize("square", 1080, 1080, type=20, small=17),
            PictureSize("wide", 1200, 630, type=19, small=17),
        )
    }
)
USES: Mapping[str, str] = MappingProxyType(
    {
        "slide": "a slide, 1600×900",
        "a4": "a sheet of paper, upright",
        "square": "a post, 1080×1080",
        "wide": "the picture of a link, 1200×630",
    }
)


def parse_size(text: str) -> PictureSize:
    """The size that is meant; raises `CallError` for what names none, and for one too small or too large."""
    if size := SIZES.get(text.lower()):
        return size
    measures = _MEASURES.fullmatch(text.strip())
    if measures is None:
        hint = suggest(text, SIZES, "; did you mean {}?")
        raise CallError(f"{text!r} is no size: give {', '.join(SIZES)} or width×height, as 1920×1080{hint}")
    width, height = int(measures[1]), int(measures[2])
    if not (LEAST <= width <= MOST and LEAST <= height <= MOST):
        raise CallError(f"a picture of {width}×{height} cannot be drawn: each side has {LEAST} to {MOST:,} pixels")
    return PictureSize(f"{width}×{height}", width, height)
