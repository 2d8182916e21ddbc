"""Where words of others are quoted: over the sentences of a paragraph, and on into the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argumap.text import Block

_OPENING = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›"}
_MASK = "\x00"
# Marks of fewer words set a word apart ("so-called") and quote nobody.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is quoted in a sentence: ``spans`` of its text, marks included.

    ``carried`` says that a quotation was open before it, so that it goes on here.
    """

    spans: tuple[tuple[int, int], ...]
    carried: bool = False

    def mask(self, text: str) -> str:
        """The text with what is quoted made unreadable, at the same length."""
        for start, end in self.spans:
            text = text[:start] + _MASK * (end - start) + text[end:]
        return text

    def outside(self, text: str) -> str:
        """The words that are not quoted."""
        return self.mask(text).replace(_MASK, "").strip(" ,.;:!?—–-")

    def words(self, text: str) -> int:
        return sum(len(text[start:end].split()) for start, end in self.spans)

    def holds_speech(self, text: str) -> bool:
        """Whether so many words are quoted that somebody speaks, and not only a word is set apart."""
        return self.words(text) >= _FEWEST


def find_quotations(blocks: Iterable[Block]) -> dict[str, Quoted]:
    """What is quoted in each sentence of some blocks, by locator.

    A quotation that a paragraph leaves open goes on in the next where that opens one again, as print has it;
    elsewhere the open mark closes with its paragraph.
    """
    found: dict[str, Quoted] = {}
    carried = False
    for block in blocks:
        opens_again = bool(block.units) and block.units[0].text[:1] in {*_OPENING, '"'}
        carried = _read_block(block, found, carried=carried and opens_again)
    return found


def _read_block(block: Block, found: dict[str, Quoted], *, carried: bool) -> bool:
    closing = ""
    first_carried = carried
    for unit in block.units:
        spans: list[tuple[int, int]] = []
        goes_on = bool(closing) or first_carried
        start = 0 if closing else -1
        for n, mark in enumerate(unit.text):
            if closing and mark in closing:
                spans.append((start, n + 1))
                closing, start = "", -1
            elif not closing and mark in _OPENING:
                closing, start = _OPENING[mark], n
            elif not closing and mark == '"':
                closing, start = '"', n
        if closing:
            spans.append((start, len(unit.text)))
        found[unit.locator] = Quoted(tuple(spans), goes_on)
        first_carried = False
    return bool(closing)


def is_all_quoted(text: str, quoted: Quoted) -> bool:
    """Whether nothing but a quotation stands in a sentence."""
    return bool(quoted.spans) and not quoted.outside(text)


def strip_marks(text: str) -> str:
    """A quotation without its marks and without a comma at its end."""
    return text.strip().strip('“”„«»‹›"').strip().rstrip(",").strip()


__all__: Sequence[str] = ["Quoted", "find_quotations", "is_all_quoted", "strip_marks"]
