"""Where words of others are quoted: over the sentences of a paragraph, and on into the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from argumap.text import Block

# What stands for each character that is quoted, where a sentence is read without it.
MASK = "\x00"
_OPENING = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›"}
# Single marks are apostrophes as well: what they close ends with a stop or a comma, or no letter follows.
_SINGLE = {"‘": "’", "'": "'"}
_STOPS = ",.!?…–—"
# Two single marks, or two accents, for one double one: what news databases print.
_DOUBLED = {"''": "''", "``": "''"}
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
            text = text[:start] + MASK * (end - start) + text[end:]
        return text

    def outside(self, text: str) -> str:
        """The words that are not quoted."""
        return self.mask(text).replace(MASK, "").strip(" ,.;:!?—–-")

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
        opens_again = bool(block.units) and (
            block.units[0].text[:1] in {*_OPENING, '"'} or block.units[0].text[:2] in _DOUBLED
        )
        carried = _read_block(block, found, carried=carried and opens_again)
    return found


def find_quoted_blocks(blocks: Iterable[Block], text: str) -> dict[str, Quoted]:
    """The sentences of paragraphs that Markdown sets off as quoted (``> …``), by locator."""
    found: dict[str, Quoted] = {}
    carried = False
    for block in blocks:
        start = block.units[0].start if block.units else 0
        line = text[text.rfind("\n", 0, start) + 1 : start]
        if not line.lstrip().startswith(">"):
            carried = False
            continue
        for n, unit in enumerate(block.units):
            found[unit.locator] = Quoted(((0, len(unit.text)),), carried or n > 0)
        carried = True
    return found


def _read_block(block: Block, found: dict[str, Quoted], *, carried: bool) -> bool:
    closing = ""
    first_carried = carried
    last = {mark: _find_last(block, mark) for mark in _SINGLE.values()}
    for n, unit in enumerate(block.units):
        spans: list[tuple[int, int]] = []
        goes_on = bool(closing) or first_carried
        later = {mark for mark, at in last.items() if at > n}
        closing = _read_unit(unit.text, later, spans, closing)
        found[unit.locator] = Quoted(tuple(spans), goes_on)
        first_carried = False
    return bool(closing)


def _find_last(block: Block, closing: str) -> int:
    """The last sentence of a paragraph in which a single mark may end a quotation; -1 where it is in none."""
    ends = (
        n
        for n in range(len(block.units) - 1, -1, -1)
        if closing in block.units[n].text and _find_end(block.units[n].text, 0, closing) >= 0
    )
    return next(ends, -1)


def _read_unit(text: str, later: Collection[str], spans: list[tuple[int, int]], closing: str) -> str:
    """Note what is quoted in a sentence; give what closes a quotation that is open at its end.

    Single marks close a quotation in ``later`` sentences where they are among these.
    """
    at = start = 0
    while at < len(text):
        if closing:
            end = text.find(closing, at) if closing in _DOUBLED else _find_end(text, at, closing)
            if end < 0:
                break
            at = end + (len(closing) if closing in _DOUBLED else 1)
            spans.append((start, at))
            closing = ""
        elif opened := _opens(text, at, later):
            closing, start = opened, at
            at += len(opened) if opened in _DOUBLED else 1
        else:
            at += 1
    if closing:
        spans.append((start, len(text)))
    return closing


def _opens(text: str, at: int, later: Collection[str]) -> str:
    """What closes the quotation that a character opens; empty where it opens none."""
    mark = text[at]
    if text[at : at + 2] in _DOUBLED:
        return _DOUBLED[text[at : at + 2]]
    if mark == '"' or mark in _OPENING:
        return _OPENING.get(mark, mark)
    single = _SINGLE.get(mark, "")
    opens = single and not text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
    return single if opens and (single in later or _find_end(text, at + 1, single) >= 0) else ""


def _find_end(text: str, at: int, closing: str) -> int:
    """Where a quotation ends that is open at a place; -1 where it does not."""
    if closing not in _SINGLE.values():
        return next((n for n in range(at, len(text)) if text[n] in closing), -1)
    again = text.find("‘", at) if closing == "’" else -1
    ends = [
        n
        for n in range(at, len(text) if again < 0 else again)
        if text[n] == closing and not text[n + 1 : n + 2].isalnum()
    ]
    stopped = (n for n in ends if n and text[n - 1] in _STOPS)
    sure = (n for n in ends if closing == "’" or _closes_word(text, n))
    return next(stopped, next(sure, -1))


def _closes_word(text: str, n: int) -> bool:
    """Whether a mark behind a word is no apostrophe for sure: not that of *the owners' wall*."""
    return text[n - 1 : n] != "s" or not text[n + 1 : n + 2].isspace()


def is_all_quoted(text: str, quoted: Quoted) -> bool:
    """Whether nothing but a quotation stands in a sentence."""
    return bool(quoted.spans) and not quoted.outside(text)


def strip_marks(text: str) -> str:
    """A quotation without its marks and without a comma at its end."""
    bare = text.strip().replace("''", '"').replace("``", '"').strip('“”„«»‹›"‘’').strip()
    bare = bare.strip("'") if bare.startswith("'") else bare
    return bare.rstrip(",").strip()


__all__: Sequence[str] = ["Quoted", "find_quotations", "is_all_quoted", "strip_marks"]
