"""A picture of a size and a theme, in the forms that it can be written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.page import build_colours
from argumap.phrases import get_phrases
from argumap.pictures.layout import lay_out
from argumap.pictures.sheet_text import tell_alternative, write_text
from argumap.pictures.svg_writer import open_svg, write_svg
from argumap.pictures.typesetting import find_unset_letters, has_typesetter, typeset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.pictures.layout import LaidOut
    from argumap.pictures.sheet import PictureSheet
    from argumap.pictures.sizes import PictureSize
    from argumap.pictures.typesetting import PictureForm

THEMES: Mapping[str, int] = MappingProxyType({"light": 0, "dark": 1})
PICTURE_FORMS: tuple[PictureForm, ...] = ("svg", "png", "pdf")
_OPENING = re.compile(r"<svg\b[^>]*>")


@dataclass(frozen=True)
class Picture:
    """A sheet drawn at a size; the same sheet gives the same bytes."""

    sheet: PictureSheet
    size: PictureSize
    theme: str = "light"

    @cached_property
    def laid_out(self) -> LaidOut:
        """Where everything stands."""
        return lay_out(self.sheet, self.size, get_phrases(self.sheet.language))

    @property
    def alternative(self) -> str:
        """What stands in the place of the picture for those who do not see it."""
        return tell_alternative(self.sheet)

    @property
    def text(self) -> str:
        """The picture's text version."""
        return write_text(self.sheet)

    def svg(self) -> str:
        """The picture with its words as text, in the viewer's fonts where those of the picture are not there."""
        return write_svg(self.laid_out.scene, self._colours, self.sheet.title, self.alternative)

    def outlined_svg(self) -> str:
        """The picture with its words as outlines, the same in every viewer; needs the extra ``[picture]``."""
        drawn = self.typeset("svg").decode("utf-8")
        opening = open_svg(self.laid_out.scene, self.sheet.title, self.alternative, points=True)
        return f"{opening}{drawn[_end_of_opening(drawn) :]}\n"

    def typeset(self, to: PictureForm) -> bytes:
        """The picture as ``png`` or ``pdf``; needs the extra ``[picture]``."""
        return typeset(self.laid_out.scene, self._colours, self.sheet.title, self.alternative, to)

    def write(self, to: PictureForm) -> bytes:
        """The picture as ``svg``, ``png`` or ``pdf``; SVG is outlined where there are fonts for its letters."""
        if to != "svg":
            return self.typeset(to)
        return (self.outlined_svg() if self.has_fonts else self.svg()).encode("utf-8")

    @property
    def has_fonts(self) -> bool:
        """Whether fonts for all of its letters are installed."""
        return has_typesetter() and not find_unset_letters(self.laid_out.scene)

    @property
    def _colours(self) -> Mapping[str, str]:
        return build_colours(THEMES[self.theme])


def _end_of_opening(svg: str) -> int:
    opening = _OPENING.match(svg)
    return opening.end() if opening else 0
