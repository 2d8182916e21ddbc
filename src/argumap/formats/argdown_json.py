"""The JSON that Argdown's own tool exports. It is only read: what goes back goes back as Argdown."""

from __future__ import annotations

from argumap.formats import Format
from argumap.formats._argdown import read_json, recognise_json

PLUGIN = Format(
    "JSON of Argdown",
    (".argdown.json",),
    read=read_json,
    recognise=recognise_json,
    anchors=False,
    tool="Argdown, its JSON",
    aside=("settings", "the nesting of headings"),
)
