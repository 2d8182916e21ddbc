"""Pinning: a quote that stands exactly once gets the locator of its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.anchoring import QuoteFinder, find_locators
from argumap.authoring.map_editing import write_edits
from argumap.mapfile import Relocation, attribution_paths, drop_quotes, set_locators
from argumap.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from argumap.authoring.map_editing import EditableMap
    from argumap.mapfile import ValuePath
    from argumap.model import Passage


def pin_quotes(opened: EditableMap, *, drop: bool = False) -> list[Path]:
    """Write the locator of every quote that stands exactly once beside it, or in its place.

    With ``drop`` no quote that has a locator stays. Quotes that stand nowhere or several times are left alone;
    `Map.check` tells of them.
    """
    finders = {source: QuoteFinder(article) for source, article in opened.articles.items()}
    relocations = [
        Relocation(path, passage, locators[0])
        for path, passages in _passages(opened)
        for passage in passages
        if len(locators := find_locators(passage, finders)) == 1
    ]
    texts = set_locators(opened.reading, relocations) if relocations else {}
    if drop:
        texts |= {path: drop_quotes(texts.get(path) or read_text(path)) for path in opened.reading.files}
    return write_edits(opened, {path: text for path, text in texts.items() if text != read_text(path)})


def _passages(opened: EditableMap) -> Iterator[tuple[ValuePath, tuple[Passage, ...]]]:
    record = opened.reading.map
    for kind in ("issues", "claims", "arguments", "concepts"):
        yield from (((kind, node.id), node.at) for node in getattr(record, kind))
    yield from zip(attribution_paths(record), (a.at for a in record.attributions), strict=True)
