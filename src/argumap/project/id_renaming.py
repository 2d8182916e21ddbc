"""An id of a map renamed in its files and its lock, and the kept text of a source called after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.authoring import rename
from argumap.project.kept_texts import copy_kept

if TYPE_CHECKING:
    from argumap.authoring import Renaming
    from argumap.project.map import Map


def rename_id(opened: Map, old: str, new: str) -> Renaming:
    """Call what has the id ``old`` ``new`` wherever the map names it; raises as ``argumap.authoring.rename`` does.

    Raises `UnreadableMap` where the map has errors: half a map proves nothing.
    """
    return rename(opened.sound(), old, new, copy_kept(opened.folder, old, new))
