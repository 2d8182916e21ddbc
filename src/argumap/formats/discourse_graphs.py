"""Discourse Graphs as JSON-LD: questions, claims, evidence, sources, and relations between them."""

from __future__ import annotations

from argumap.formats import Format
from argumap.formats._discourse import read, recognise, write

PLUGIN = Format(
    "Discourse Graphs JSON-LD",
    (".discourse.jsonld",),
    write=write,
    read=read,
    recognise=recognise,
    anchors=False,
    tool="Discourse Graphs",
    aside=("the text of pages", "other relations"),
)
