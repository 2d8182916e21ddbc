"""The colours of every page, on light and on dark ground, as CSS variables.

The ground and the ink are set here; what tells relations, words and kinds comes from the legend, so that a page
and a picture made elsewhere agree. ``--supports`` is the colour of a line or a word, ``--supports-tint`` the
ground of a card.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.legend import KINDS, RELATIONS, WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

GROUND: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "paper": ("#f7f5f0", "#14161a"),
        "surface": ("#ffffff", "#1d2025"),
        "raised": ("#ffffff", "#262a31"),
        "wash": ("#efece4", "#2a2e35"),
        "ink": ("#1a1c1f", "#ece9e2"),
        "ink-soft": ("#565a60", "#a9adb4"),
        "line": ("#dcd8cd", "#363b43"),
        "edge": ("#8a867b", "#7b818b"),
        "accent": ("#0b57a4", "#84bdff"),
        "accent-tint": ("#e4eef9", "#1c2f45"),
        "on-accent": ("#ffffff", "#10161d"),
        "issue-ground": ("#23272e", "#ece9e2"),
        "issue-ink": ("#ffffff", "#16181c"),
        "hit": ("#ffe08a", "#574408"),
    }
)

SERIES: tuple[tuple[str, str], ...] = (
    ("#0b57a4", "#84bdff"),
    ("#8a5a00", "#f2c063"),
    ("#006d5b", "#4fd6b8"),
    ("#9b2c6f", "#f29ccb"),
    ("#4b5b16", "#c0d46b"),
    ("#5b3fa8", "#c4b0ff"),
    ("#a33b17", "#ff9f7a"),
    ("#0a6a80", "#6fd3ea"),
)
"""Colours for sections, tags and stakeholders, in the order of their first appearance."""

_TINT = (0.09, 0.17)
_FORCED = {
    "issue-ground": "CanvasText",
    "issue-ink": "Canvas",
    "on-accent": "HighlightText",
    "accent": "Highlight",
    "hit": "Mark",
}
_GROUNDS = frozenset({"paper", "surface", "raised", "wash"})


def build_tokens() -> str:
    """The style sheet that binds every colour variable for both grounds and for the reader's own choice."""
    light, dark = _bindings(0), _bindings(1)
    # What paper and the reader's own colours ask for weighs more than any choice of light or dark.
    return "\n".join(
        [
            f":root{{color-scheme:light;{light}}}",
            f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}",
            f":root[data-theme=dark]{{color-scheme:dark;{dark}}}",
            f"@media print{{:root:root:root{{color-scheme:light;{light}}}}}",
            f"@media (forced-colors:active){{:root:root:root{{{_forced()}}}}}",
        ]
    )


def build_colours(ground: int) -> dict[str, str]:
    """Every colour variable by name; ``ground`` is 0 for light and 1 for dark."""
    colours = {name: pair[ground] for name, pair in GROUND.items()}
    for glyphs in (RELATIONS, WORDS, KINDS):
        for name, glyph in glyphs.items():
            if name in colours:
                continue
            colours[name] = (glyph.light, glyph.dark)[ground]
            colours[f"{name}-tint"] = mix(colours[name], colours["surface"], _TINT[ground])
    for n, pair in enumerate(SERIES):
        colours[f"series-{n}"] = pair[ground]
        colours[f"series-{n}-tint"] = mix(pair[ground], colours["surface"], _TINT[ground])
    return colours


def mix(colour: str, ground: str, share: float) -> str:
    """``share`` of ``colour`` laid over ``ground``, all as ``#rrggbb``."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _forced() -> str:
    """The reader's own few colours for all of ours; what is drawn on a canvas would else keep ours."""
    return "".join(f"--{name}:{_forced_colour(name)};" for name in build_colours(0))


def _forced_colour(name: str) -> str:
    is_ground = name in _GROUNDS or name.endswith("-tint")
    return _FORCED.get(name, "Canvas" if is_ground else "CanvasText")


def _bindings(ground: int) -> str:
    return "".join(f"--{name}:{value};" for name, value in build_colours(ground).items())
