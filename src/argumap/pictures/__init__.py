"""Pictures of a map for a slide, a sheet of paper or a post: drawn without a browser, the same bytes every time.

What a picture tells is a `PictureSheet`; `Picture` lays it out at a size and writes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.pictures.board_sheets import SheetMaker
    from argumap.pictures.map_sheets import build_sheet, build_sheets
    from argumap.pictures.picture import PICTURE_FORMS, THEMES, Picture
    from argumap.pictures.sheet import PictureSheet, PointState, SheetAnswer, SheetPoint, SheetPremise
    from argumap.pictures.sizes import SIZES, USES, PictureSize, parse_size
    from argumap.pictures.typesetting import PictureForm, has_typesetter
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "board_sheets": "SheetMaker",
            "map_sheets": "build_sheet build_sheets",
            "picture": "PICTURE_FORMS THEMES Picture",
            "sheet": "PictureSheet PointState SheetAnswer SheetPoint SheetPremise",
            "sizes": "SIZES USES PictureSize parse_size",
            "typesetting": "PictureForm has_typesetter",
        },
    )

__all__ = [
    "PICTURE_FORMS",
    "SIZES",
    "THEMES",
    "USES",
    "Picture",
    "PictureForm",
    "PictureSheet",
    "PictureSize",
    "PointState",
    "SheetAnswer",
    "SheetMaker",
    "SheetPoint",
    "SheetPremise",
    "build_sheet",
    "build_sheets",
    "has_typesetter",
    "parse_size",
]
