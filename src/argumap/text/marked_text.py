"""Text that a reader extracted, written as Markdown that is read back as what it was: no word becomes a mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.text.inline_markup import find_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_INLINE = re.compile(r"([\\`*_\[\]~]|(?<=\])\()")
_OPENING = re.compile(r"[-*+>#|`~]|\d{1,3}(?=[.)]\s)")


def write_heading(text: str, level: int) -> str:
    """A heading on a line of its own."""
    return f"{'#' * min(max(level, 1), 6)} {_inline(text)}"


def write_paragraph(text: str) -> str:
    """A paragraph on a line of its own, also where its words look like a mark."""
    told = _inline(text)
    opening = _OPENING.match(told)
    if opening is None:
        return told
    at = opening.end() if opening[0].isdigit() else 0
    return f"{told[:at]}\\{told[at:]}"


def write_items(items: Iterable[str]) -> str:
    """A list, an item a line."""
    return "\n".join(f"- {_inline(item)}" for item in items)


def write_table(rows: Sequence[Sequence[str]]) -> str:
    """A table whose first row is its head."""
    lines = [f"| {' | '.join(_inline(cell).replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join([*lines[:1], f"|{'---|' * len(rows[0])}", *lines[1:]]) if rows else ""


def _inline(text: str) -> str:
    one_line = " ".join(text.split())
    return _INLINE.sub(r"\\\1", one_line) if find_marks(one_line) else one_line
