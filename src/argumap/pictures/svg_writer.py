"""A scene as SVG that any viewer shows: no style sheet, no variable, no address; each text fits its measure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from argumap.pictures.scene import Disc, Panel, Stroke, Words, paint_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.pictures.scene import Scene, SceneShape

_NOT_XML = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_ANCHORS = {"left": "start", "middle": "middle", "right": "end"}
_OPPOSITE = {"start": "end", "middle": "middle", "end": "start"}


def write_svg(scene: Scene, colours: Mapping[str, str], title: str, described: str) -> str:
    """The picture; ``described`` is what those are told who do not see it."""
    return "\n".join([open_svg(scene, title, described), *_paint(scene, colours), "</svg>", ""])


def open_svg(scene: Scene, title: str, described: str, *, points: bool = False) -> str:
    """The beginning of a picture; its drawing counts in ``points`` where it was typeset."""
    w, h = number(scene.width), number(scene.height)
    box = f"{number(scene.width * scene.points)} {number(scene.height * scene.points)}" if points else f"{w} {h}"
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    told = f'role="img" aria-labelledby="title description" xml:lang={attribute(scene.language)}'
    return "\n".join(
        [
            f'<svg {spaces} viewBox="0 0 {box}" width="{w}" height="{h}" {told}>',
            f'<title id="title">{text(title)}</title>',
            f'<desc id="description">{text(described)}</desc>',
        ]
    )


def _paint(scene: Scene, colours: Mapping[str, str]) -> Iterator[str]:
    w, h = number(scene.width), number(scene.height)
    yield f'<rect width="{w}" height="{h}" fill="{colours[scene.ground]}"/>'
    for shape in paint_order(scene.groups):
        yield write_shape(shape, colours)


def write_shape(shape: SceneShape, colours: Mapping[str, str]) -> str:
    match shape:
        case Words():
            return _write_words(shape, colours)
        case Panel():
            at = _attributes(x=shape.x, y=shape.y, width=shape.width, height=shape.height, rx=shape.radius)
            line = _line(shape.stroke, shape.line, colours) if shape.stroke else ""
            return f'<rect{at} fill="{colours[shape.fill]}"{line}/>'
        case Stroke():
            (x1, y1), (x2, y2) = shape.start, shape.end
            line = _line(shape.colour, shape.line, colours)
            return f'<line{_attributes(x1=x1, y1=y1, x2=x2, y2=y2)}{line} stroke-linecap="square"/>'
        case Disc():
            at = _attributes(cx=shape.x, cy=shape.y, r=shape.radius)
            dash = f' stroke-dasharray="{number(0.28 * shape.radius)} {number(0.22 * shape.radius)}"'
            line = _line(shape.stroke, shape.line, colours) + (dash if shape.dashed else "")
            return f'<circle{at} fill="{colours[shape.fill]}"{line}/>'


def _attributes(**lengths: float) -> str:
    return "".join(f' {name}="{number(length)}"' for name, length in lengths.items())


def _line(colour: str, width: float, colours: Mapping[str, str]) -> str:
    return f' stroke="{colours[colour]}" stroke-width="{number(width)}"'


def _write_words(words: Words, colours: Mapping[str, str]) -> str:
    anchor = _ANCHORS[words.edge]
    away = ' direction="rtl"' if words.rtl else ""
    if words.rtl:
        anchor = _OPPOSITE[anchor]
    family = attribute(f'"{words.face.family}", {words.face.substitutes}')
    fit = f' textLength="{number(words.width)}" lengthAdjust="spacingAndGlyphs"' if len(words.text) > 1 else ""
    return (
        f'<text x="{number(words.x)}" y="{number(words.y)}" fill="{colours[words.colour]}" font-family={family} '
        f'font-size="{number(words.size)}" font-weight="{words.face.weight}" text-anchor="{anchor}"{away}{fit}>'
        f"{text(words.text)}</text>"
    )


def number(value: float) -> str:
    """A length with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def text(words: str) -> str:
    return escape(_printable(words))


def attribute(words: str) -> str:
    return quoteattr(_printable(words))


def _printable(words: str) -> str:
    """The words without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
