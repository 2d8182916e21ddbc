"""Running text that has left its marks and line ends behind, and still knows the way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class MappedText:
    """Clean text made of pieces of a file. ``span`` leads from it back to code points of the file.

    A piece of the same length as what it stands for is mapped character by character; any other (a line end
    that became a space, an entity that became a letter) is mapped as a whole.
    """

    __slots__ = ("_begins", "_length", "_pieces", "_texts")

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._begins: list[int] = []
        self._pieces: list[tuple[int, int]] = []
        self._length = 0

    def add(self, text: str, start: int, end: int | None = None) -> None:
        """Append ``text``, which stands at ``start`` to ``end`` (by default its own length) of the file."""
        if not text:
            return
        self._begins.append(self._length)
        self._pieces.append((start, start + len(text) if end is None else end))
        self._texts.append(text)
        self._length += len(text)

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        if len(self._texts) > 1:
            self._texts = ["".join(self._texts)]
        return self._texts[0] if self._texts else ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the clean text from ``start`` to ``end`` (not empty) stands in the file."""
        return self._place(start)[0], self._place(end - 1)[1]

    def without(self, spans: Iterable[tuple[int, int]]) -> MappedText:
        """The same flow with some spans of its clean text left out."""
        kept = MappedText()
        at = 0
        for start, end in [*sorted(spans), (self._length, self._length)]:
            if start > at:
                self._copy(kept, at, start)
            at = max(at, end)
        return kept

    def stripped(self) -> MappedText:
        """The same flow without white space around it."""
        text = self.text
        body = text.strip()
        if len(body) == len(text):
            return self
        lead = len(text) - len(text.lstrip())
        return self.without([(0, lead), (lead + len(body), len(text))])

    def _copy(self, kept: MappedText, start: int, end: int) -> None:
        text = self.text
        n = bisect_right(self._begins, start) - 1
        while start < end:
            begin = self._begins[n]
            stop = self._begins[n + 1] if n + 1 < len(self._begins) else self._length
            upto = min(stop, end)
            first, last = self._pieces[n]
            if last - first == stop - begin:
                kept.add(text[start:upto], first + start - begin)
            else:
                kept.add(text[start:upto], first, last)
            start = upto
            n += 1

    def _place(self, index: int) -> tuple[int, int]:
        n = bisect_right(self._begins, index) - 1
        begin = self._begins[n]
        stop = self._begins[n + 1] if n + 1 < len(self._begins) else self._length
        first, last = self._pieces[n]
        if last - first != stop - begin:
            return first, last
        return first + index - begin, first + index - begin + 1
