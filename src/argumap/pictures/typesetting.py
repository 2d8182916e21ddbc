"""A scene with fonts that travel: as PNG, PDF, or SVG of outlines, where the extra ``[picture]`` is installed."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from argumap.errors import NotInstalled
from argumap.pictures.scene import Disc, Panel, Stroke, Words
from argumap.pictures.typefaces import find_unknown_letters, is_square

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.pictures.scene import Scene, SceneShape

PictureForm = Literal["svg", "png", "pdf"]
FONTS, EASTERN_FONTS = ("fontpkg_noto_serif", "manimgx_fonts"), "manimgx_fonts_cjk"
EASTERN = {"ja": "JP", "ko": "KR", "zh-tw": "TC", "zh-hk": "HK", "zh-hant": "TC"}
"""The forms that a language gives its ideographs; those of the others are set as in Beijing."""
INCH = 72


def has_typesetter() -> bool:
    """Whether the extra ``[picture]`` is installed."""
    return all(find_spec(package) for package in ("typst", *FONTS))


def find_unset_letters(scene: Scene) -> str:
    """The letters of a scene that no installed font of the pictures has, each once."""
    unknown = find_unknown_letters("".join(words.text for words in scene.words))
    if find_spec(EASTERN_FONTS):
        unknown = frozenset(c for c in unknown if not is_square(c))
    return "".join(sorted(unknown))


def typeset(scene: Scene, colours: Mapping[str, str], title: str, described: str, to: PictureForm) -> bytes:
    """The picture; raises `NotInstalled` without the extra, or without a font for its letters."""
    _check_installed(scene, to)
    import typst

    told = {
        "title": title,
        "described": described,
        "width": scene.width,
        "height": scene.height,
        "points": scene.points,
        "ground": colours[scene.ground],
        "language": scene.language.partition("-")[0],
        "eastern": f"Noto Sans CJK {EASTERN.get(scene.language.casefold(), 'SC')}",
        "groups": [
            {"part": group.part, "shapes": [_tell(shape, colours) for shape in group.shapes]}
            for group in scene.groups
        ],
    }
    made: bytes = typst.compile(
        Path(__file__).with_name("picture.typ"),
        format=to,
        ppi=INCH / scene.points,
        font_paths=_find_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"scene": json.dumps(told)},
        pdf_standards="ua-1" if to == "pdf" else None,
    )
    return made


def _check_installed(scene: Scene, to: PictureForm) -> None:
    if not has_typesetter():
        raise NotInstalled(
            f"{to.upper()} needs the extra [picture]: pip install 'argumap[picture]'; --to svg works without"
        )
    if unset := find_unset_letters(scene):
        eastern = any(map(is_square, unset))
        extra = ": for Chinese, Japanese and Korean pip install 'argumap[picture-cjk]'" if eastern else ""
        some = unset[:12] + ("…" if len(unset) > 12 else "")
        raise NotInstalled(f"no font for {some} is here{extra}; --to svg leaves them to the fonts of its viewer")


def _find_fonts() -> list[Path]:
    specs = (find_spec(package) for package in (*FONTS, EASTERN_FONTS))
    return [Path(spec.origin).parent for spec in specs if spec and spec.origin]


def _tell(shape: SceneShape, colours: Mapping[str, str]) -> dict[str, object]:
    """A shape as the template takes it."""
    match shape:
        case Words():
            face = {"family": shape.face.family, "weight": shape.face.weight, "size": shape.size}
            at = {"x": shape.x, "y": shape.y, "edge": shape.edge, "rtl": shape.rtl}
            return {"kind": "words", "text": shape.text, **at, **face, "colour": colours[shape.colour]}
        case Panel():
            extent = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}
            look = {"fill": colours[shape.fill], "colour": colours.get(shape.stroke, ""), "line": shape.line}
            return {"kind": "panel", **extent, "radius": shape.radius, **look}
        case Stroke():
            ends = {"from": shape.start, "to": shape.end}
            return {"kind": "stroke", **ends, "colour": colours[shape.colour], "line": shape.line}
        case Disc():
            look = {"fill": colours[shape.fill], "colour": colours[shape.stroke], "dashed": shape.dashed}
            extent = {"x": shape.x, "y": shape.y, "radius": shape.radius}
            return {"kind": "disc", **extent, **look, "line": shape.line}
