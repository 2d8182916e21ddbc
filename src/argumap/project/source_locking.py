"""The articles of a map: opened to be read, and locked so that a later change of their text is seen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.anchoring import LOCK_NAME, build_lock, encode_lock
from argumap.authoring import write_edits
from argumap.errors import OtherText
from argumap.mapfile import MAP_SUFFIXES, set_source_values
from argumap.project.fetching import refuse_address
from argumap.project.kept_texts import keep_texts, name_kept
from argumap.project.named_texts import write_file_name
from argumap.project.next_calls import tell_call
from argumap.project.opening import load
from argumap.text import read_article

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from argumap.project.map import Map
    from argumap.text import Article


def open_articles(place: str, sources: Mapping[str, Path]) -> Mapping[str, Article]:
    """The article in the file ``place``, or those of the map ``place``, by the name of the file or source.

    Raises `NotAtHand` where no article of the map is, and as `load` and `read_article` do.
    """
    refuse_address(place)
    path = Path(place)
    if path.is_file() and path.suffix not in MAP_SUFFIXES:
        return {path.stem: read_article(path)}
    return load(place, sources).with_text().articles


def lock_articles(opened: Map, *, naming: bool = False, loose: Collection[str] = ()) -> list[Path]:
    """Write the lock file of the articles at hand, and keep their texts; the others keep their fingerprints.

    With ``naming`` the map names the files of `find_unnamed` from then on; of ``loose`` sources, whose files are
    soon gone, it names the copies that are kept. Gives the files written. Raises
    `OtherText` where a passage is no longer what it was when the map was locked, `UnreadableMap` where an article
    is another document, and as `write_edits` does.
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
    kept = keep_texts(opened.folder, opened.source_files, opened.articles)
    files = dict(find_unnamed(opened)) if naming else {}
    files |= {each: name_kept(each, opened.articles[each], opened.source_files[each]) for each in loose}
    written = {source.id: source.file for source in opened.reading.map.sources}
    fresh = {each: {"file": file} for each, file in files.items() if file != written[each]}
    named = set_source_values(opened.reading, fresh)
    return write_edits(opened, {path: lock, **named}, kept)


def find_unnamed(opened: Map) -> Mapping[str, str]:
    """What the map may say as ``file:`` and does not yet, for each of its articles at hand, by source id."""
    written = {source.id: source.file for source in opened.reading.map.sources}
    names = {source_id: write_file_name(opened.folder, path) for source_id, path in opened.source_files.items()}
    return {
        source_id: name
        for source_id, name in names.items()
        if name is not None and not _is_same(opened.folder, written[source_id], name)
    }


def _is_same(folder: Path, written: str | None, name: str) -> bool:
    return written is not None and os.path.realpath(folder / written) == os.path.realpath(folder / name)
