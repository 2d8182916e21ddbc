"""The texts that a map was locked to, kept where git does not look, so that later edits can be told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.errors import FileTrouble
from argumap.files import read_bytes, write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.project.map import Map
    from argumap.text import Article

FOLDER = ".argumap"
_LIMIT = 50_000_000


def keep_texts(map: Map) -> None:
    """Keep a copy of every text at hand beside the map, in a folder that git ignores."""
    folder = map.folder / FOLDER
    for id, path in map.source_files.items():
        write_whole(folder / f"{id}{path.suffix.lower()}", read_bytes(path, _LIMIT))
    if map.source_files:
        write_whole(folder / ".gitignore", "*\n")


def read_kept(map: Map) -> Mapping[str, Article]:
    """The texts that were kept and are still those of the lock, by source id."""
    from argumap.anchoring import lock_source
    from argumap.text import read_article

    kept: dict[str, Article] = {}
    for id, locked in (map.lock.sources if map.lock else {}).items():
        for path in sorted((map.folder / FOLDER).glob(f"{id}.*")):
            try:
                article = read_article(path)
            except FileTrouble:  # a copy that cannot be read is no better than none
                continue
            if lock_source(article).units == locked.units:
                kept[id] = article
    return kept
