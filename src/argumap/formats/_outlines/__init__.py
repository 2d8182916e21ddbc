"""Outlines of a debate: points in a tree, each for or against the one above it.

A point that asks is a question, and what stands beneath it without a side answers it. A side is a word before the
point (*Pro:*), behind it (*(for)*), or a point of its own over others; in Markdown also a bullet, where both ``+``
and ``-`` are used. Who says a point is named behind a dash.
"""

from __future__ import annotations

from argumap.formats._outlines.marked import MarkedOutline, parse_outline, tell_rest
from argumap.formats._outlines.points import OutlinePoint, OutlineReading, make_map, read_points
from argumap.formats._outlines.words import read_text, read_words
from argumap.formats._outlines.writing import write_outline

__all__ = [
    "MarkedOutline",
    "OutlinePoint",
    "OutlineReading",
    "make_map",
    "parse_outline",
    "read_points",
    "read_text",
    "read_words",
    "tell_rest",
    "write_outline",
]
