"""The draft of an article's map in a folder of its own, with the lock that proves its passages."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argumap.errors import CallError
from argumap.project.new_map import choose_folder, name_text, write_new
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from pathlib import Path

    from argumap.draft import DraftedMap
    from argumap.text import Article


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

    folder = choose_folder(place)
    file = name_text(folder, article, text, loose=loose)
    draft = draft_map(article, title, author=author, file=file, url=url)
    if not draft.map.claims:
        raise CallError(f"{text.name} states nothing that a map could hold{_reasons(draft)}; nothing was written")
    return draft, write_new(folder, write_map(draft.map), article, text)


def _reasons(draft: DraftedMap) -> str:
    """What the sentences of an article are instead of claims."""
    kinds = [counted(n, reason) for reason, n in sorted(Counter(draft.skipped.values()).items())]
    return f": {joined(kinds)}" if kinds else ""
