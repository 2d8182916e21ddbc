"""Writes how wide each letter of the pictures' fonts is to ``src/argumap/pictures/widths.json``.

    python tools/font_widths.py

A picture is laid out by this table, so that it comes out the same with and without the fonts themselves. Run it
when the fonts' packages are renewed: a test compares the table with them.
"""

from __future__ import annotations

import importlib
import json
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TABLE = Path(__file__).resolve().parent.parent / "src" / "argumap" / "pictures" / "widths.json"
SERIF, SANS, SCRIPTS = "serif", "sans", "scripts"
"""The parts of the table; letters of scripts that neither serif nor sans has are those of the scripts."""
WEIGHTS = (400, 700)
WIDTHLESS = frozenset({"Cc", "Cf", "Mn", "Me", "Zl", "Zp"})
LETTERS = (
    *(0x0020, 0x007E),
    *(0x00A0, 0x024F),
    *(0x0370, 0x052F),
    *(0x1E00, 0x1EFF),
    *(0x2000, 0x20BF),
    *(0x2100, 0x214F),
    *(0x2190, 0x2193),
    *(0x2200, 0x22FF),
)
OTHERS = (
    *(0x0530, 0x06FF),
    *(0x0750, 0x077F),
    *(0x0900, 0x109F),
    *(0x10A0, 0x10FF),
    *(0x1200, 0x137F),
    *(0x1780, 0x17FF),
)


def main() -> None:
    table = {
        f"{part}-{weight}": read_widths(part, weight) for part in (SERIF, SANS, SCRIPTS) for weight in WEIGHTS
    }
    TABLE.write_text(json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read_widths(part: str, weight: int) -> Mapping[str, str]:
    """The letters by their width in thousandths of the size of the type."""
    letters: dict[str, str] = defaultdict(str)
    known: set[str] = set()
    for file in find_fonts(part):
        font = TTFont(file)
        glyphs, names, per_em = (
            font.getGlyphSet(location={"wght": weight}),
            font.getBestCmap(),
            font["head"].unitsPerEm,
        )
        for letter in find_letters(part):
            if ord(letter) in names and letter not in known:
                known.add(letter)
                letters[str(round(glyphs[names[ord(letter)]].width * 1000 / per_em))] += letter
    return {width: "".join(sorted(same)) for width, same in letters.items()}


def find_letters(part: str) -> Iterator[str]:
    """The letters that the table is to have, without those that take no room."""
    bounds = OTHERS if part == SCRIPTS else LETTERS
    for first, last in zip(bounds[::2], bounds[1::2], strict=True):
        yield from (chr(c) for c in range(first, last + 1) if unicodedata.category(chr(c)) not in WIDTHLESS)


def find_fonts(part: str) -> Iterator[Path]:
    """The upright fonts of a part of the table."""
    if part == SERIF:
        yield _folder("fontpkg_noto_serif") / "files" / "NotoSerif[wdth,wght].ttf"
    elif part == SANS:
        yield _folder("manimgx_fonts") / "NotoSans[wght].ttf"
    else:
        yield from sorted(_folder("manimgx_fonts").glob("NotoSans[A-Z]*.ttf"))


def _folder(package: str) -> Path:
    return Path(str(importlib.import_module(package).__file__)).parent


if __name__ == "__main__":
    main()
