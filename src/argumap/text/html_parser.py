"""The main text of an HTML page: headings, paragraphs, lists and tables, without menus, scripts and footers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from argumap.errors import Problem, Severity
from argumap.text.block_locators import Heading, Items, Paragraph, Raw, Table
from argumap.text.mapped_text import MappedText

if TYPE_CHECKING:
    from collections.abc import Sequence

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
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")
_MAIN_TAGS = ("article", "main", "body")


def parse_html(text: str, file: str = "") -> tuple[list[Raw], list[Problem]]:
    """The blocks of a page's main text: of its only ``article``, else of ``main``, else of all of it."""
    page = _Page(text, file)
    page.feed(text)
    page.close()
    page.end_block()
    counts = {tag: page.openings.count(tag) for tag in _MAIN_TAGS}
    main = "article" if counts["article"] == 1 else "main" if counts["main"] else ""
    return [raw for raw, inside in page.blocks if not main or main in inside], page.problems


@dataclass(slots=True)
class _TableRows:
    rows: list[list[MappedText | None]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


class _Page(HTMLParser):
    def __init__(self, text: str, file: str) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[tuple[Raw, frozenset[str]]] = []
        self.problems: list[Problem] = []
        self.openings: list[str] = []
        self._text = text
        self._file = file
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self._open: list[str] = []
        self._skipping = 0
        self._flow = MappedText()
        self._spaced: tuple[int, int] | None = None
        self._bold: int | None = 0
        self._heading = 0
        self._lists: list[list[MappedText]] = []
        self._tables: list[_TableRows] = []

    # What the parser calls

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.openings.append(tag)
        if tag == "br":
            self._space(self._place(), self._place() + 4)
        if tag not in _VOID:
            if tag in {"p", "li", "tr", "td", "th"}:
                self._close_unclosed(tag)
            self._open.append(tag)
            self._skipping += self._is_skipped(tag)
        if self._skipping or tag in _INLINE or tag == "br":
            return
        if tag in {"ul", "ol", "li"}:
            self._end_item()
        self.end_block()
        if tag in _HEADINGS:
            self._heading = int(tag[1])
        elif tag in {"ul", "ol"}:
            self._lists.append([])
        elif tag == "table":
            self._tables.append(_TableRows())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
            self._tables[-1].lines.append(self.getpos()[0])

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._space(self._place(), self._place() + 5)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        if tag in {"b", "strong"} and self._bold == 0:
            self._bold = len(self._flow)
        while self._close_last() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._words(data, self._place())

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}")

    def unknown_decl(self, data: str) -> None:
        """Leave out a declaration that only XML knows."""

    # Blocks

    def end_block(self) -> None:
        """Close the running text, if there is any, as what it stands in."""
        flow, self._flow, self._spaced = self._flow.stripped(), MappedText(), None
        bold, self._bold = self._bold or 0, 0
        heading, self._heading = self._heading, 0
        if not flow:
            return
        if (self._tables and not {"td", "th"}.isdisjoint(self._open)) or (self._lists and "li" in self._open):
            self._go_on(flow)
        elif heading:
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
            if self._open[-1] in _INLINE and not closes & set(self._open):
                return
            self._close_last()

    def _close_last(self) -> str:
        self._leave(self._open[-1])
        return self._open.pop()

    def _is_skipped(self, tag: str) -> bool:
        return tag in _SKIPPED

    def _end_cell(self) -> None:
        flow, self._flow, self._spaced, self._bold = self._flow.stripped(), MappedText(), None, 0
        self._tables[-1].rows[-1].append(flow or None)

    def _go_on(self, flow: MappedText) -> None:
        """A block inside a cell or an item does not end its text."""
        self._flow = flow
        end = flow.span(0, len(flow))[1]
        self._spaced = (end, end)

    def _end_item(self) -> None:
        if self._lists and "li" in self._open and "td" not in self._open:
            flow, self._flow, self._spaced, self._bold = self._flow.stripped(), MappedText(), None, 0
            if flow:
                self._lists[-1].append(flow)

    def _end_list(self) -> None:
        items = self._lists.pop()
        if self._lists:
            self._lists[-1] += items
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
        self.blocks.append((raw, frozenset(self._open)))

    # Words

    def _place(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _entity(self, written: str) -> None:
        start = self._place()
        match = _ENTITY.match(self._text, start)
        end = match.end() if match else start + len(written)
        letters = unescape(self._text[start:end])
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
        if self._bold == 0 and not {"b", "strong"} & set(self._open):
            self._bold = None
        self._flow.add(word, start)

    def _space(self, start: int, end: int) -> None:
        if self._spaced is None:
            self._spaced = (start, end)

    def _settle_space(self) -> None:
        if self._spaced and self._flow:
            self._flow.add(" ", *self._spaced)
        self._spaced = None
