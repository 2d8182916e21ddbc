"""MindMup's argument maps (``.mup``), read and written: groups of linked premises for and against."""

from __future__ import annotations

from argumap.formats import Format
from argumap.formats._mindmup import read, recognise, write

PLUGIN = Format(
    "MindMup argument map",
    (".mup",),
    write=write,
    read=read,
    recognise=recognise,
    anchors=False,
    tool="MindMup",
    aside=("notes", "attachments", "lines across the tree"),
)
