"""The draft of an article's map in a folder of its own, with the lock that proves its passages."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.errors import CallError, TooMuchWork
from argumap.files import read_bytes
from argumap.project.new_map import FOR_ANOTHER_DRAFT, SCHEMA_PATH, choose_folder, name_text, write_new
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from pathlib import Path

    from argumap.draft import DraftedMap
    from argumap.text import Article


# A book of 800,000 words; what is longer takes an hour, and nobody goes through such a draft.
_MOST_BYTES = 5_000_000


def read_draftable(path: Path) -> Article:
    """The article in a file, as `read_article` has it; raises `TooMuchWork` for more than a book's text."""
    from argumap.text import read_article, tell_suffix

    data = read_bytes(path, 50_000_000)
    size = len(data) if tell_suffix(data) in {".md", ".html"} else 0
    article = read_article(path) if size <= _MOST_BYTES else None
    if article is None or len(article.text) > _MOST_BYTES:
        size = size if article is None else len(article.text)
        raise TooMuchWork(
            f"{path.name} has {size / 1e6:.0f} MB of text; at most {_MOST_BYTES // 1_000_000} MB are drafted, so "
            "give it in parts, a chapter each"
        )
    return article


def draft_article(
    place: str,
    article: Article,
    text: Path,
    *,
    title: str = "",
    author: str = "",
    loose: bool = False,
    url: str = "",
) -> tuple[DraftedMap, list[Path]]:
    """Draft the map of the article that the file ``text`` holds, and write it as a new map in ``place``.

    A ``loose`` text is soon gone, so the map names the copy of it that is kept in its own folder, where git does
    not look; ``url`` is where it was found. Returns the draft and the files written. Raises as `start_map` does:
    nothing is overwritten. Raises `CallError` where no sentence of the article states anything.
    """
    from argumap.draft import draft_map
    from argumap.mapfile import write_map

    folder = choose_folder(place, FOR_ANOTHER_DRAFT)
    file = name_text(folder, article, text, loose=loose)
    draft = draft_map(article, title, author=author, file=file, url=url)
    if not draft.map.claims:
        raise CallError(f"{text.name} states nothing that a map could hold{_reasons(draft)}; nothing was written")
    if not draft.map.title:
        draft = _called(draft, folder.name.replace("-", " ").capitalize())
    return draft, write_new(folder, write_map(draft.map, SCHEMA_PATH), article, text)


def _called(draft: DraftedMap, title: str) -> DraftedMap:
    """The draft of an article that has no title, called after its folder."""
    sources = tuple(replace(source, title=title) for source in draft.map.sources)
    return replace(draft, map=replace(draft.map, title=title, sources=sources))


def _reasons(draft: DraftedMap) -> str:
    """What the sentences of an article are instead of claims."""
    kinds = [counted(n, reason) for reason, n in sorted(Counter(draft.skipped.values()).items())]
    return f": {joined(kinds)}" if kinds else ""
