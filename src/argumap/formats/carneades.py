"""Carneades 4, in YAML."""

from __future__ import annotations

from argumap.formats import Format
from argumap.formats._carneades import read, recognise, write
from argumap.formats._foreign import join_lines

PLUGIN = Format(
    "Carneades 4, in YAML",
    (".carneades.yml",),
    write=write,
    read=read,
    recognise=recognise,
    rejoin=join_lines,
    anchors=False,
    tool="Carneades 4",
    aside=("rules of schemes", "parts of premises", "notes"),
)
