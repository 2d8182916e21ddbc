"""Rows of words under each other, in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def align(rows: Sequence[Sequence[str]], *, indent: int = 0) -> Iterator[str]:
    """The rows as lines, each cell as wide as the widest of its column."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"{' ' * indent}{'  '.join(cells).rstrip()}"
