"""Carneades 4: structured arguments in YAML, whose tests say which statements are in and which are out.

The model is that of T. F. Gordon and D. Walton, "Formalizing balancing arguments", COMMA 2016; how a file looks is
taken from what the program reads and from its examples. Its arguments speak for statements only. What speaks
against one speaks for another position of the same issue; a step is denied by its undercutter.
"""

from __future__ import annotations

from argumap.formats._carneades.case import recognise
from argumap.formats._carneades.reading import read
from argumap.formats._carneades.writing import write

__all__ = ["read", "recognise", "write"]
