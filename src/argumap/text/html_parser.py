"""The main text of an HTML page: headings, paragraphs, lists and tables, without menus, scripts and footers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, deque
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from argumap.errors import Problem, Severity
from argumap.text.block_locators import Heading, Items, Paragraph, Raw, Table
from argumap.text.html_tokens import HtmlToken, TokenKind, read_tokens
from argumap.text.mapped_text import MappedText

if TYPE_CHECKING:
    from collections.abc import Mapping

_SKIPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "select",
    }
    | {"iframe", "object", "figure", "dialog", "head", "textarea", "canvas", "audio", "video"}
)
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
    }
    | {"mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_LONGEST_ENTITY = 40


def parse_html(text: str, file: str = "") -> tuple[list[Raw], list[Problem]]:
    """The blocks of a page's main text: of its only ``article``, else of ``main``, else of all of it."""
    page = _Page(text, file)
    for token in read_tokens(text):
        page.take(token)
    page.end_block()
    main = "article" if page.openings["article"] == 1 else "main" if page.openings["main"] else ""
    return [raw for raw, inside in page.blocks if not main or main in inside], page.problems


_INSIDE: Mapping[tuple[bool, bool], frozenset[str]] = {
    (in_article, in_main): frozenset(
        {tag for tag, inside in (("article", in_article), ("main", in_main)) if inside}
    )
    for in_article in (False, True)
    for in_main in (False, True)
}


def _joined(outer: deque[MappedText], inner: deque[MappedText]) -> deque[MappedText]:
    """Both in order; the shorter goes to the longer, so that lists in lists in lists cost no square."""
    if len(inner) > len(outer):
        inner.extendleft(reversed(outer))
        return inner
    outer.extend(inner)
    return outer


@dataclass(slots=True)
class _TableRows:
    rows: list[list[MappedText | None]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


class _Page:
    def __init__(self, text: str, file: str) -> None:
        self.blocks: list[tuple[Raw, frozenset[str]]] = []
        self.problems: list[Problem] = []
        self.openings: Counter[str] = Counter()
        self._text = text
        self._file = file
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self._open: list[str] = []
        self._depth: Counter[str] = Counter()
        self._skipping = 0
        self._flow = MappedText()
        self._spaced: tuple[int, int] | None = None
        self._bold: int | None = 0
        self._heading = 0
        self._lists: list[deque[MappedText]] = []
        self._tables: list[_TableRows] = []

    def take(self, token: HtmlToken) -> None:
        """Go on by a tag, words or an entity of the page."""
        match token.kind:
            case TokenKind.START:
                self._start(token.name, token)
            case TokenKind.EMPTY if token.name == "br":
                self._space(token.start, token.start + 5)
            case TokenKind.END:
                self._end(token.name)
            case TokenKind.WORDS:
                self._words(self._text[token.start : token.end], token.start)
            case TokenKind.ENTITY:
                self._entity(token.start, token.end)
            case _:
                pass

    def _start(self, tag: str, token: HtmlToken) -> None:
        self.openings[tag] += 1
        if tag == "br":
            self._space(token.start, token.start + 4)
        if tag not in _VOID:
            if tag in {"p", "li", "tr", "td", "th"}:
                self._close_unclosed(tag)
            self._open.append(tag)
            self._depth[tag] += 1
            self._skipping += self._is_skipped(tag)
        if self._skipping or tag in _INLINE or tag == "br":
            return
        if tag in {"ul", "ol", "li"}:
            self._end_item()
        self.end_block()
        if tag in _HEADINGS:
            self._heading = int(tag[1])
        elif tag in {"ul", "ol"}:
            self._lists.append(deque())
        elif tag == "table":
            self._tables.append(_TableRows())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
            self._tables[-1].lines.append(bisect_right(self._starts, token.start))

    def _end(self, tag: str) -> None:
        if not self._depth[tag]:
            return
        if tag in {"b", "strong"} and self._bold == 0:
            self._bold = len(self._flow)
        while self._close_last() != tag:
            pass

    # Blocks

    def end_block(self) -> None:
        """Close the running text, if there is any, as what it stands in."""
        bold, self._bold = self._bold or 0, 0
        heading, self._heading = self._heading, 0
        if self._flow and self._goes_on():
            end = self._flow.span(len(self._flow) - 1, len(self._flow))[1]
            self._spaced = (end, end)
            return
        flow, self._flow, self._spaced = self._flow.stripped(), MappedText(), None
        if not flow:
            return
        if heading:
            self._found(Heading(flow, heading))
        else:
            self._found(Paragraph(flow, bold))

    def _leave(self, tag: str) -> None:
        if self._is_skipped(tag):
            self._skipping -= 1
            return
        if self._skipping or tag in _INLINE:
            return
        if tag in {"td", "th"} and self._tables and self._tables[-1].rows:
            self._end_cell()
        elif tag == "li":
            self._end_item()
        self.end_block()
        if tag in {"ul", "ol"} and self._lists:
            self._end_list()
        elif tag == "table" and self._tables:
            self._end_table(self._tables.pop())

    def _close_unclosed(self, tag: str) -> None:
        """End the element that a new one of its kind ends by HTML's rules (``<li>one<li>two``)."""
        closes = {"td": {"td", "th"}, "th": {"td", "th"}, "tr": {"tr", "td", "th"}}.get(tag, {tag})
        while self._open and (self._open[-1] in closes or self._open[-1] in _INLINE):
            if self._open[-1] in _INLINE and not any(self._depth[one] for one in closes):
                return
            self._close_last()

    def _close_last(self) -> str:
        self._leave(self._open[-1])
        self._depth[self._open[-1]] -= 1
        return self._open.pop()

    def _is_skipped(self, tag: str) -> bool:
        return tag in _SKIPPED

    def _end_cell(self) -> None:
        flow, self._flow, self._spaced, self._bold = self._flow.stripped(), MappedText(), None, 0
        self._tables[-1].rows[-1].append(flow or None)

    def _goes_on(self) -> bool:
        """Whether a block ends inside a cell or an item, whose text it does not end."""
        in_cell = self._depth["td"] or self._depth["th"]
        return bool((self._tables and in_cell) or (self._lists and self._depth["li"]))

    def _end_item(self) -> None:
        if self._lists and self._depth["li"] and not self._depth["td"]:
            flow, self._flow, self._spaced, self._bold = self._flow.stripped(), MappedText(), None, 0
            if flow:
                self._lists[-1].append(flow)

    def _end_list(self) -> None:
        items = self._lists.pop()
        if self._lists:
            self._lists[-1] = _joined(self._lists[-1], items)
        elif items:
            self._found(Items(tuple(items)))

    def _end_table(self, table: _TableRows) -> None:
        rows = [(row, line) for row, line in zip(table.rows, table.lines, strict=True) if any(row)]
        if not rows:
            return
        columns = len(rows[0][0])
        for row, line in rows[1:]:
            if len(row) < columns:
                self.problems.append(self._cut_off(line, len(row), columns))
        self._found(Table(tuple(tuple(row) for row, _ in rows)))

    def _cut_off(self, line: int, cells: int, columns: int) -> Problem:
        return Problem(
            "AM241",
            f"the table's row breaks off after {cells} of {columns} cells; the missing ones get no unit",
            self._file,
            line,
            1,
            Severity.WARNING,
        )

    def _found(self, raw: Raw) -> None:
        self.blocks.append((raw, _INSIDE[bool(self._depth["article"]), bool(self._depth["main"])]))

    # Words

    def _entity(self, start: int, end: int) -> None:
        # No name or number of a character is that long, and Python refuses to count so far.
        letters = unescape(self._text[start:end]) if end - start <= _LONGEST_ENTITY else "\ufffd"
        if letters.isspace() and letters != "\u00a0":
            self._space(start, end)
        elif not self._skipping:
            self._settle_space()
            self._flow.add(letters, start, end)

    def _words(self, data: str, start: int) -> None:
        if self._skipping:
            return
        at = 0
        for space in _SPACE.finditer(data):
            self._word(data[at : space.start()], start + at)
            self._space(start + space.start(), start + space.end())
            at = space.end()
        self._word(data[at:], start + at)

    def _word(self, word: str, start: int) -> None:
        if not word:
            return
        self._settle_space()
        if self._bold == 0 and not self._depth["b"] and not self._depth["strong"]:
            self._bold = None
        self._flow.add(word, start)

    def _space(self, start: int, end: int) -> None:
        if self._spaced is None:
            self._spaced = (start, end)

    def _settle_space(self) -> None:
        if self._spaced and self._flow:
            self._flow.add(" ", *self._spaced)
        self._spaced = None
