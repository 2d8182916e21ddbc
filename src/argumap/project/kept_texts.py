"""The texts that a map was locked to, kept where git does not look, so that later edits can be told in words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from argumap.errors import FileTrouble
from argumap.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from argumap.anchoring import Lock
    from argumap.text import Article

FOLDER = ".argumap"
_LIMIT = 50_000_000


def keep_texts(
    folder: Path, source_files: Mapping[str, Path], articles: Mapping[str, Article] = MappingProxyType({})
) -> dict[Path, str | bytes]:
    """The files that keep a copy of every text at hand in the map's ``folder``, where git does not look.

    They are written with the lock of these texts. Of a document its text is kept as it was extracted, so that it
    can be read again by any version of what extracts it, and without.
    """
    files: dict[Path, str | bytes] = {}
    for source_id, path in source_files.items():
        article = articles.get(source_id)
        copied = article.text if article is not None and article.document else read_bytes(path, _LIMIT)
        files[folder / name_kept(source_id, article, path)] = copied
    return {**files, folder / FOLDER / ".gitignore": "*\n"} if files else {}


def name_kept(source_id: str, article: Article | None, path: Path) -> str:
    """What the copy of a source's text is called, as a path from the map's folder."""
    suffix = article.text_suffix if article is not None and article.document else path.suffix.lower()
    return f"{FOLDER}/{source_id}{suffix}"


def copy_kept(folder: Path, old: str, new: str) -> dict[Path, str | bytes]:
    """The files that keep the text of the source ``old`` for the one called ``new``; none where it has none."""
    kept = sorted((folder / FOLDER).glob(f"{old}.*"))
    return {path.with_name(f"{new}{path.suffix}"): read_bytes(path, _LIMIT) for path in kept if path.stem == old}


def read_kept(
    folder: Path, lock: Lock | None, at_hand: Mapping[str, tuple[Path, Article]] = MappingProxyType({})
) -> Mapping[str, Article]:
    """The texts kept in the map's ``folder`` that are still those of its lock, by source id.

    A copy that is the file ``at_hand``, byte for byte, is the article read of that one, so it is not read again.
    """
    from argumap.anchoring import is_locked
    from argumap.project.map_texts import read_locked

    kept: dict[str, Article] = {}
    for source_id, locked in (lock.sources if lock else {}).items():
        for path in sorted((folder / FOLDER).glob(f"{source_id}.*")):
            try:
                known = at_hand.get(source_id)
                article = known[1] if known and _is_same(known[0], path) else read_locked(path, locked)
            except FileTrouble:  # a copy that cannot be read is no better than none
                continue
            if is_locked(article, locked):
                kept[source_id] = article
    return kept


def _is_same(given: Path, kept: Path) -> bool:
    return given.suffix.lower() == kept.suffix and read_bytes(given, _LIMIT) == read_bytes(kept, _LIMIT)
