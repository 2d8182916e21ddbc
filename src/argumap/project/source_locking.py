"""The articles of a map: opened to be read, and locked so that a later change of their text is seen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argumap.anchoring import LOCK_NAME, build_lock, encode_lock
from argumap.errors import OtherText
from argumap.files import write_together
from argumap.mapfile import MAP_SUFFIXES
from argumap.project.kept_texts import keep_texts
from argumap.project.next_calls import tell_call
from argumap.project.opening import load
from argumap.text import read_article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.project.map import Map
    from argumap.text import Article


def open_articles(place: str, sources: Mapping[str, Path]) -> Mapping[str, Article]:
    """The article in the file ``place``, or those of the map ``place``, by the name of the file or source.

    Raises `NotAtHand` where no article of the map is, and as `load` and `read_article` do.
    """
    path = Path(place)
    if path.is_file() and path.suffix not in MAP_SUFFIXES:
        return {path.stem: read_article(path)}
    return load(place, sources).with_text().articles


def lock_articles(opened: Map) -> Path:
    """Write the lock file of the articles at hand, and keep their texts; the others keep their fingerprints.

    Raises `OtherText` where a passage is no longer what it was when the map was locked, `UnreadableMap` where
    an article is another document.
    """
    if opened.lock is not None and any(
        state.known and not state.settled for state in opened.verified().anchor_states
    ):
        raise OtherText(
            f"the text is not the one that {opened.name} was locked to; run "
            f"`{tell_call('anchor relocate', opened)}` instead"
        )
    path = opened.folder / LOCK_NAME
    lock = encode_lock(build_lock(opened.articles, opened.lock))
    kept = keep_texts(opened.folder, opened.source_files)
    write_together(opened.folder, {path: lock, **kept}, {path: opened.lock.digest if opened.lock else ""})
    return path
