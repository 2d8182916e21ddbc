"""The text of a map's source, read by the rules that its locators count by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.text import ENGLISH, SEG, read_article

if TYPE_CHECKING:
    from pathlib import Path

    from argumap.anchoring import SourceLock
    from argumap.project.open_map_protocol import OpenedMap
    from argumap.text import Article


def read_text_of(opened: OpenedMap, source_id: str, path: Path) -> Article:
    """The article of a source in a file; raises as `read_article` does.

    A locked source is read as it was locked. Any other is read by the newest rules in the language that the map
    names for it, else in the one that the text tells, else in the map's own.
    """
    locked = opened.lock.sources.get(source_id) if opened.lock else None
    return read_by(opened, source_id, path, SEG) if locked is None else read_locked(path, locked)


def read_by(opened: OpenedMap, source_id: str, path: Path, version: int) -> Article:
    """The article of a source in a file, by the rules of ``version`` whatever it was locked with."""
    record = opened.reading.map
    language = next((source.language for source in record.sources if source.id == source_id), None)
    return read_article(path, version=version, language=language, otherwise=record.language or ENGLISH)


def read_locked(path: Path, locked: SourceLock) -> Article:
    """The article in a file, read as a source was locked; raises as `read_article` does."""
    return replace(read_article(path, version=locked.splitter, language=locked.language), language_by="locked")
