"""Tables of texts marked where they should be split: ``Eins. | Zwei.``, and ``一。|二。`` without spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.text import get_splitter

if TYPE_CHECKING:
    from collections.abc import Mapping


def find_wrong(language: str, table: Mapping[str, str]) -> dict[str, list[str]]:
    """The rows of a table that the newest rules split otherwise, and how."""
    splitter = get_splitter(language=language)
    wrong = {}
    for name, marked in table.items():
        text = marked.replace(" | ", " ").replace("|", "")
        found = [text[start:end] for start, end in splitter.split(text)]
        if found != [sentence.strip() for sentence in marked.split("|")]:
            wrong[name] = found
    return wrong
