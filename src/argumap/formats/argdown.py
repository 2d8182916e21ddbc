"""Argdown, the text in which maps of arguments are written much as Markdown is (argdown.org)."""

from __future__ import annotations

from argumap.formats import Format
from argumap.formats._argdown import read_source, recognise_source, write
from argumap.formats._foreign import join_lines

PLUGIN = Format(
    "Argdown",
    (".argdown",),
    write=write,
    read=read_source,
    recognise=recognise_source,
    rejoin=join_lines,
    anchors=False,
    tool="Argdown",
    aside=("comments", "settings", "the nesting of headings"),
)
