"""Discourse Graphs as JSON-LD: questions, claims, evidence and sources, and relations that are things themselves.

The vocabularies are those that the Discourse Graphs project publishes, ``dg_base`` (what a kind of node and a kind
of relation is) and ``dg_core`` (the kinds in use); how its plug-ins write them is taken from what their export is
defined to be. Every graph may define kinds and relations of its own, so they are known by their labels.
"""

from __future__ import annotations

from argumap.formats._discourse.document import recognise
from argumap.formats._discourse.reading import read
from argumap.formats._discourse.writing import write

__all__ = ["read", "recognise", "write"]
