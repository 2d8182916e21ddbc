"""Argdown, the text in which maps of arguments are written, and the JSON that its own tool exports.

What is what is taken from the documentation at argdown.org and from how version 2 of its parser reads; the parser
here is our own.
"""

from __future__ import annotations

from argumap.formats._argdown.exported_json import read as read_json
from argumap.formats._argdown.exported_json import recognise as recognise_json
from argumap.formats._argdown.source import read as read_source
from argumap.formats._argdown.source import recognise as recognise_source
from argumap.formats._argdown.source import write

__all__ = ["read_json", "read_source", "recognise_json", "recognise_source", "write"]
