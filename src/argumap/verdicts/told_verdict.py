"""What every verdict does: it words itself, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.told_lines import line, write_as_html, write_as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.told_lines import Told


class ToldVerdict:
    """A verdict in lines: as text for a person, as HTML in a notebook."""

    def lines(self) -> Iterator[Told]:
        """The verdict line by line."""
        raise NotImplementedError

    def text(self) -> str:
        """The verdict in the words that the command line has for it."""
        return write_as_text(self.lines())

    def _repr_html_(self) -> str:
        return write_as_html(self.lines())


def as_line(words: str, style: str = "") -> Told:
    """Words as a line, as far in as the blanks before them."""
    text = words.lstrip(" ")
    return line((text, style) if style else text, indent=len(words) - len(text))
