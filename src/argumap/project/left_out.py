"""What a reader took for no part of an article, told so that a person can see whether that is right."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from argumap.wording import joined

if TYPE_CHECKING:
    from argumap.text import Article

_WHERE: Final = {"html": "page", "pdf": "PDF"}
_EMPTY: Final = "pages without text"
# A piece so long may be a paragraph of the article, after all.
_LONG: Final = 12
_OPENING: Final = 8


def tell_left_out(article: Article) -> list[str]:
    """What was left out of the file that an article was found in, in sentences; none where nothing was."""
    pieces = [(kind, words) for kind, words in article.left_out if kind != _EMPTY]
    where = _WHERE.get(article.document, "file")
    told = []
    if pieces:
        kinds = Counter(kind for kind, _ in pieces)
        named = joined([f"{kind} ({n})" for kind, n in kinds.most_common()])
        told.append(f"Left out of the {where} as no part of the article: {named}.")
    longest = max((words for kind, words in pieces if kind == "others"), key=len, default="").split()
    if len(longest) >= _LONG:
        told.append(
            f"One piece left out has {len(longest)} words and begins “{' '.join(longest[:_OPENING])} …”; "
            "if it belongs to the article, save the text as .txt."
        )
    empty = [words for kind, words in article.left_out if kind == _EMPTY]
    if empty:
        pages, hold = ("Page", "holds") if len(empty) == 1 else ("Pages", "hold")
        told.append(
            f"{pages} {joined(empty)} of the {where} {hold} no text, perhaps pictures; nothing is read there."
        )
    return told
