"""From an open map to its pictures, and the files that they go to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.files import write_together
from argumap.folders import output_folder
from argumap.pictures import SIZES, Picture, SheetMaker, build_sheet, build_sheets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from argumap.pictures import PictureForm, PictureSize
    from argumap.project.open_map_protocol import OpenedMap

USUAL_SIZE, USUAL_THEME = "slide", "light"
_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")


def draw(
    opened: OpenedMap, of: str = "", size: PictureSize = SIZES[USUAL_SIZE], theme: str = USUAL_THEME
) -> Picture:
    """The picture of an issue, a claim or a stakeholder of a map, or of the question that most claims bear on.

    Raises `NotFound` for what the map lacks, `CallError` for what cannot be drawn.
    """
    return Picture(build_sheet(opened.evaluate(), _maker(opened), of), size, theme)


def draw_questions(opened: OpenedMap) -> Mapping[str, Picture]:
    """The picture of every debated question of a map, by the issue's id, the largest first."""
    sheets = build_sheets(opened.evaluate(), _maker(opened))
    return {issue: Picture(sheet, SIZES[USUAL_SIZE]) for issue, sheet in sheets}


def name_picture(map_name: str, picture: Picture, of: str, to: PictureForm) -> Path:
    """Where a picture goes that nobody names a file for: what differs from the usual stands in its name."""
    size, theme = picture.size.name.replace("×", "x"), picture.theme
    parts = ("picture", of, size if size != USUAL_SIZE else "", theme if theme != USUAL_THEME else "")
    name = "-".join(_NOT_IN_A_NAME.sub("-", part) for part in parts if part)
    return output_folder(map_name) / f"{name}.{to}"


def write_picture(picture: Picture, file: Path, to: PictureForm) -> list[Path]:
    """Write a picture and, beside it as ``.txt``, its text version; both or none."""
    drawn: dict[Path, str | bytes] = {file: picture.write(to), file.with_suffix(".txt"): picture.text}
    return write_together(file.parent, drawn)


def _maker(opened: OpenedMap) -> SheetMaker:
    from argumap.snapshots import build_snapshot
    from argumap.views import ViewInput

    language = ViewInput(opened.record, opened.name, opened.index).language
    return SheetMaker(opened.index, language, build_snapshot(opened.record).id)
