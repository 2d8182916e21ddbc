"""Answers in lines: what a terminal, a notebook and a program each show in their own way."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Part: TypeAlias = "str | tuple[str, str]"
"""A text, or a text and its style, as "bold" or "bold red"."""

_GAP = 4
_STYLES = {
    "bold": "font-weight:bold",
    "italic": "font-style:italic",
    "dim": "opacity:.65",
    "cyan": "opacity:.65",
    "green": "color:#1a7f37",
    "red": "color:#b42318",
    "yellow": "color:#8a6100",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer; at a terminal what does not fit goes on below, a little further in.

    ``guide`` is drawn before it, and ``further`` before what goes on below: the branches of a tree.
    """

    parts: tuple[Part, ...]
    indent: int = 0
    guide: str = ""
    further: str = ""

    def __str__(self) -> str:
        words = "".join(clean(p if isinstance(p, str) else p[0]) for p in self.parts)
        return self.guide + " " * self.indent + words


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells under the heads of their columns."""

    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[Part, ...], ...], ...]

    def __str__(self) -> str:
        cells = [[clean(head) for head in self.heads], *([str(Line(cell)) for cell in row] for row in self.rows)]
        widths = [max(map(_count_columns, column)) for column in zip(*cells, strict=True)]
        return "\n".join(
            (" " * _GAP)
            .join(cell + " " * (width - _count_columns(cell)) for cell, width in zip(row, widths, strict=True))
            .rstrip()
            for row in cells
        )


Told: TypeAlias = "Line | Grid"


class ShownInWords:
    """An answer that a notebook shows in the words that its ``text()`` has for it."""

    __slots__ = ()

    def text(self) -> str:
        """The answer in words, line by line."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        rows = ((row, len(row) - len(row.lstrip(" "))) for row in self.text().rstrip("\n").split("\n"))
        return write_as_html(line(row[indent:], indent=indent) for row, indent in rows)


def line(*parts: Part, indent: int = 0) -> Line:
    return Line(parts, indent)


def padded(told: Line, indent: int) -> Line:
    return replace(told, indent=told.indent + indent)


def heading(text: str) -> Line:
    return line((text, "bold"))


def clean(text: str) -> str:
    """Text from outside on one line: what would steer a terminal or turn its writing around is shown as �."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u200d" else " " if c.isspace() else "�" for c in text)


def write_as_text(told: Iterable[Told]) -> str:
    """Lines and grids as plain text."""
    return "\n".join(row.rstrip() for one in told for row in str(one).split("\n"))


def write_as_html(told: Iterable[Told]) -> str:
    """Lines and grids as a piece of HTML that runs nothing and loads nothing."""
    rows = "\n".join(row for one in told for row in _write_rows(one))
    return f'<div style="white-space:pre-wrap;font-family:monospace">{rows}</div>'


def _write_rows(told: Told) -> Iterator[str]:
    from html import escape  # its tables take longer to read than most answers to tell

    if isinstance(told, Grid):
        yield from map(escape, str(told).split("\n"))
    else:
        yield escape(told.guide) + " " * told.indent + "".join(map(_write_part, told.parts))


def _write_part(part: Part) -> str:
    from html import escape

    if isinstance(part, str):
        return escape(clean(part))
    text, style = part
    css: Sequence[str] = [_STYLES[word] for word in style.split() if word in _STYLES]
    return f'<span style="{";".join(css)}">{escape(clean(text))}</span>' if css else escape(clean(text))


def _count_columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) or c == "\u200d" else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
