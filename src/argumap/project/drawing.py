"""From an open map to its pictures, and the files that they go to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.errors import CallError
from argumap.files import read_bytes, write_together
from argumap.folders import output_folder
from argumap.pictures import SIZES, Picture, SheetMaker, build_sheet, build_sheets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from argumap.pictures import PictureForm, PictureSize
    from argumap.project.open_map_protocol import OpenedMap
    from argumap.views import ViewInput

USUAL_SIZE, USUAL_THEME = "slide", "light"
MOST_DRAWN = 12
"""So many questions are drawn in a build."""
_LARGEST = 100_000_000
_IS_PICTURE = re.compile(rb"%PDF-|\x89PNG\r\n|\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<svg\b|\Z", re.DOTALL)
# It ends with the snapshot that the picture is made of.
_IS_TEXT_VERSION = re.compile(rb"[0-9a-f]{12}\W*\Z|\A\s*\Z")
_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")


def draw(
    opened: OpenedMap, of: str = "", size: PictureSize = SIZES[USUAL_SIZE], theme: str = USUAL_THEME
) -> Picture:
    """The picture of an issue, a claim or a stakeholder of a map, or of the question that most claims bear on.

    Raises `NotFound` for what the map lacks, `CallError` for what cannot be drawn.
    """
    return Picture(build_sheet(opened.evaluate(), _maker(opened), of), size, theme)


def draw_questions(given: ViewInput) -> Mapping[str, Picture]:
    """The pictures of the largest questions, by the issue's id."""
    maker = SheetMaker(given.index, given.language, given.snapshot or "")
    sheets = build_sheets(given.boards[:MOST_DRAWN], maker)
    return {issue: Picture(sheet, SIZES[USUAL_SIZE]) for issue, sheet in sheets}


def build_picture_files(given: ViewInput) -> Mapping[str, str]:
    """The pictures of the questions by file name, the largest as ``picture.svg``, each with its text version.

    Their words are text whatever is installed, so that a build has the same bytes on every machine.
    """
    files: dict[str, str] = {}
    for issue, picture in draw_questions(given).items():
        name = _name(picture, issue) if files else _name(picture, "")
        files |= {f"{name}.svg": picture.svg(), f"{name}.txt": picture.text}
    return files


def name_picture(map_name: str, picture: Picture, of: str, to: PictureForm) -> Path:
    """Where a picture goes that nobody names a file for: what differs from the usual stands in its name."""
    return output_folder(map_name) / f"{_name(picture, of)}.{to}"


def write_picture(picture: Picture, file: Path, to: PictureForm) -> list[Path]:
    """Write a picture and, beside it as ``.txt``, its text version; both or none.

    Raises `CallError` where something else lies there than a picture, or than the text version of one.
    """
    _check_places(file)
    drawn: dict[Path, str | bytes] = {file: picture.write(to), file.with_suffix(".txt"): picture.text}
    return write_together(file.parent, drawn)


def _check_places(file: Path) -> None:
    text, wrong = file.with_suffix(".txt"), []
    if file.is_file() and not _IS_PICTURE.match(read_bytes(file, _LARGEST)):
        wrong.append(f"{file} is no picture")
    if text.is_file() and not _IS_TEXT_VERSION.search(read_bytes(text, _LARGEST)):
        wrong.append(f"{text} is no text version of a picture, and one would stand there")
    if wrong:
        raise CallError("\n".join(f"{told}; nothing was written, name another file with -o" for told in wrong))


def _name(picture: Picture, of: str) -> str:
    size, theme = picture.size.name.replace("×", "x"), picture.theme
    parts = ("picture", of, size if size != USUAL_SIZE else "", theme if theme != USUAL_THEME else "")
    return "-".join(_NOT_IN_A_NAME.sub("-", part) for part in parts if part)


def _maker(opened: OpenedMap) -> SheetMaker:
    from argumap.snapshots import build_snapshot
    from argumap.views import ViewInput

    language = ViewInput(opened.record, opened.name, opened.index).language
    return SheetMaker(opened.index, language, build_snapshot(opened.record).id)
