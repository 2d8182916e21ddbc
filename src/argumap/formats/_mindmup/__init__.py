"""MindMup's ``.mup``: a tree of ideas, in which a group of ideas speaks for or against the one above it.

An idea is an object with ``id``, ``title``, ``attr`` and, by their ranks, the ``ideas`` beneath it; one with
``attr.group`` (*supporting*, *opposing*) is no claim but the step from those in it. A group beneath a group denies
its step. The style ``attr_implicit_claim`` marks what nobody says. From format version 3 on the outermost object
is no idea itself. Read from what MapJS, the open part of MindMup, writes.
"""

from __future__ import annotations

from argumap.formats._mindmup.reading import read, recognise
from argumap.formats._mindmup.writing import write

__all__ = ["read", "recognise", "write"]
