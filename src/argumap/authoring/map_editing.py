"""What the operations of authoring need of a map, and how all edits of one are written together."""

from __future__ import annotations

import os
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from argumap.anchoring import LOCK_NAME
from argumap.files import write_together

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from argumap.anchoring import AnchorState, Lock
    from argumap.mapfile import Reading
    from argumap.model import ArgumentMap
    from argumap.text import Article


class EditableMap(Protocol):
    """A map with its files, its texts and its anchors, each as `argumap.Map` describes it."""

    name: str
    reading: Reading

    @property
    def record(self) -> ArgumentMap: ...
    @property
    def folder(self) -> Path: ...
    @property
    def lock(self) -> Lock | None: ...
    @property
    def articles(self) -> Mapping[str, Article]: ...
    @property
    def anchor_states(self) -> Sequence[AnchorState]: ...


def write_edits(
    opened: EditableMap, edits: Mapping[Path, str], beside: Mapping[Path, str | bytes] = MappingProxyType({})
) -> list[Path]:
    """Write edited files of a map, and its lock if it is among them, as one, with others ``beside`` them.

    Raises `ChangedMeanwhile` where a file of the map, edited or not, is not as it was read.
    """
    inside = all(file.parent == opened.folder for file in edits)
    read = dict(opened.reading.digests)
    if (lock := opened.folder / LOCK_NAME) in edits:
        read[lock] = opened.lock.digest if opened.lock else ""
    write_together(opened.folder if inside else opened.folder / os.pardir, {**edits, **beside}, read)
    return list(edits)
