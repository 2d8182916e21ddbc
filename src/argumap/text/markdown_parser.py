"""Plain text and Markdown, block by block, with headings that carry no marks and tables that break off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.errors import Problem, Severity
from argumap.text.block_locators import Heading, Items, Paragraph, Raw, Table
from argumap.text.front_matter import find_front_matter
from argumap.text.inline_markup import find_marks
from argumap.text.mapped_text import MappedText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.text.sentence_splitter import Splitter

_LINE = re.compile(r"([^\r\n\u2028\u2029]*)(?:\r\n|[\r\n\u2028\u2029]|\Z)")
_ATX = re.compile(r"#{1,6}(?=[ \t]|\Z)")
_CLOSING = re.compile(r"(?:(?<=[ \t])|\A)#++\Z")
_UNDERLINE = re.compile(r"(=+|-+)")
_RULE = re.compile(r"(?:[-*_\u2014=][ \t]*){3,}")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_MARKER = re.compile(r"(?:[-*+\u2022\u2043\u25e6]|\d{1,3}[.)])[ \t]+(?=\S)")
_QUOTED = re.compile(r"(?:[ \t]*>)+")
_FENCE = re.compile(r"(?P<marks>`{3,}|~{3,})[ \t]*(?P<info>[\w.+-]*)[^`]*")
# A fence that an editor has "improved": a quote mark or a backslash before it, too few marks.
_ODD_FENCE = re.compile(
    r"[\"'\u201c\u201d\u2018\u2019\\]*[`\u00b4]+[\"'\u201c\u201d\u2018\u2019\\`\u00b4]*[ \t]*\w*"
)
_PROSE_INFO = frozenset({"", "html", "markdown", "md", "text", "txt", "plain", "plaintext"})
_CELL_END = re.compile(r"(?<!\\)\|")

_BOLD_LINE = re.compile(r"(?P<marks>\*\*|__)(?=\S)(?P<words>(?:(?!(?P=marks)).)+)(?P=marks)")
_BYLINE = re.compile(
    r"By [A-Z].{0,60}|\W*\d{1,2}(?:st|nd|rd|th)?\.? \w+ \d{4}\W*|[A-Z]\w+ \d{1,2}, \d{4}\W*|\d{4}-\d\d-\d\d"
)
# The lengths, in characters and words, by which plain lines are told apart: a fence with odd ticks is short; what
# is longer than a printed line was not wrapped by an editor; a heading is no longer than one; what is longer than
# a narrow line is prose, full stop or not.
_ODD_LENGTH = 20
_LONG_LINE = 120
_PROSE = 80
_HEADING_WORDS = 16


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    number: int
    indent: int = 0


def parse_markdown(text: str, file: str, *, wrapped: bool, splitter: Splitter) -> tuple[list[Raw], list[Problem]]:
    """The blocks of a text and the warnings that it earns; ``splitter`` tells a heading from a sentence.

    ``wrapped`` tells Markdown, where a line end inside a paragraph means nothing, from plain text, where a
    short line that ends a sentence also ends the paragraph.
    """
    warnings: list[Problem] = []
    lines = _without_fences(_without_front_matter(list(_lines(text))), file, warnings)
    reader = _Reader(lines, file, warnings, wrapped, splitter)
    return reader.read(), sorted(warnings, key=lambda problem: problem.order)


def _lines(text: str) -> Iterator[_Line]:
    for number, match in enumerate(_LINE.finditer(text), 1):
        line = match[1]
        start = match.start()
        if quoted := _QUOTED.match(line):
            line, start = line[quoted.end() :], start + quoted.end()
        body = line.strip()
        indent = len(line) - len(line.lstrip())
        yield _Line(body, start + indent, number, indent)


def _without_front_matter(lines: list[_Line]) -> list[_Line]:
    found = find_front_matter([line.text for line in lines])
    return lines[found.lines :] if found else lines


def _without_fences(lines: list[_Line], file: str, warnings: list[Problem]) -> list[_Line]:
    """Leave out code between fences, but read what a stray fence or one around most of the text encloses."""
    kept: list[_Line] = []
    n = 0
    while n < len(lines):
        line = lines[n]
        fence = _FENCE.fullmatch(line.text)
        if fence is None:
            if len(line.text) <= _ODD_LENGTH and _ODD_FENCE.fullmatch(line.text):
                warnings.append(_stray(line, file))
            else:
                kept.append(line)
            n += 1
            continue
        close = _closing(lines, n, fence["marks"])
        if close is None:
            warnings.append(_stray(line, file))
        elif fence["info"].lower() in _PROSE_INFO and 2 * (close - n) > len(lines):
            kept += lines[n + 1 : close]
            n = close
        else:
            n = close
        n += 1
    return kept


def _closing(lines: Sequence[_Line], opened: int, marks: str) -> int | None:
    for n in range(opened + 1, len(lines)):
        text = lines[n].text
        if text.startswith(marks) and not text.strip(marks[0]):
            return n
    return None


def _stray(line: _Line, file: str) -> Problem:
    return Problem(
        "AM240",
        "a stray code fence; it is skipped and what follows is read as text, so close it or take it out",
        file,
        line.number,
        1,
        Severity.WARNING,
    )


@dataclass(slots=True)
class _Reader:
    lines: list[_Line]
    file: str
    warnings: list[Problem]
    wrapped: bool
    splitter: Splitter
    at: int = 0

    def read(self) -> list[Raw]:
        found: list[tuple[Raw, _Line | None]] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.text or (line.text.startswith("<!--") and line.text.endswith("-->")):
                self.at += 1
            elif atx := _ATX.match(line.text):
                self.at += 1
                found.append((_marked_heading(line, len(atx[0])), None))
            elif self._opens_table():
                found.append((self._table(), None))
            elif _RULE.fullmatch(line.text):
                self.at += 1
            elif _MARKER.match(line.text):
                found.append((self._items(), None))
            else:
                found += self._prose()
        return [raw for raw in _with_headings(found, self.splitter) if _flow_of(raw)]

    def _opens_table(self) -> bool:
        line = self.lines[self.at].text
        if "|" not in line:
            return False
        following = self.lines[self.at + 1].text if self.at + 1 < len(self.lines) else ""
        if "|" in following and _DELIMITER.fullmatch(following):
            return True
        return line.startswith("|") and line.endswith("|") and following.startswith("|")

    def _table(self) -> Table:
        rows: list[tuple[MappedText | None, ...]] = []
        while self.at < len(self.lines) and "|" in self.lines[self.at].text:
            line = self.lines[self.at]
            self.at += 1
            if _DELIMITER.fullmatch(line.text):
                continue
            row = tuple(_row(line))
            if rows and len(row) < len(rows[0]):
                self.warnings.append(self._cut_off(line, len(row), len(rows[0])))
            rows.append(row)
        return Table(tuple(rows))

    def _cut_off(self, line: _Line, cells: int, columns: int) -> Problem:
        return Problem(
            "AM241",
            f"the table's row breaks off after {cells} of {columns} cells; the missing ones get no unit",
            self.file,
            line.number,
            line.indent + len(line.text) + 1,
            Severity.WARNING,
        )

    def _items(self) -> Items:
        items: list[list[_Line]] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if marker := _MARKER.match(line.text):
                items.append([_part(line, marker.end(), len(line.text))])
            elif not line.text:
                if not self._list_goes_on():
                    break
            elif self._starts_block() or (
                not line.indent and (not self.lines[self.at - 1].text or self._own_line(items))
            ):
                break
            else:
                items[-1].append(line)
            self.at += 1
        return Items(tuple(flow for flow in (_clean(_flow(item)) for item in items) if flow.text))

    def _own_line(self, items: list[list[_Line]]) -> bool:
        """Whether an unindented line after an item is a paragraph of its own rather than the item's next line."""
        return (
            not self.wrapped or len(items[-1][-1].text) > _LONG_LINE or len(self.lines[self.at].text) > _LONG_LINE
        )

    def _list_goes_on(self) -> bool:
        """Whether the next line with words belongs to the list: another item or an indented continuation."""
        for line in self.lines[self.at :]:
            if line.text:
                return bool(_MARKER.match(line.text)) or line.indent >= 2
        return False

    def _starts_block(self) -> bool:
        line = self.lines[self.at].text
        return bool(_ATX.match(line) or _MARKER.match(line) or _RULE.fullmatch(line)) or self._opens_table()

    def _prose(self) -> list[tuple[Raw, _Line | None]]:
        chunk = [self.lines[self.at]]
        self.at += 1
        while self.at < len(self.lines) and self.lines[self.at].text:
            line = self.lines[self.at]
            underline = _UNDERLINE.fullmatch(line.text)
            if underline and _may_head(chunk[-1].text, self.splitter):
                self.at += 1
                level = 1 if underline[1][0] == "=" else 2
                heading = Heading(_clean(_flow([chunk[-1]])), level)
                return [*self._paragraphs(chunk[:-1]), (heading, None)]
            if self._starts_block():
                break
            chunk.append(line)
            self.at += 1
        return self._paragraphs(chunk)

    def _paragraphs(self, chunk: list[_Line]) -> list[tuple[Raw, _Line | None]]:
        found: list[tuple[Raw, _Line | None]] = []
        for group in _paragraph_lines(chunk, self.splitter, wrapped=self.wrapped):
            flow = _flow(group)
            alone = group[0] if len(group) == 1 else None
            bold = _BOLD_LINE.match(flow.text)
            clean = _clean(flow)
            if clean.text:
                found.append((Paragraph(clean, len(bold["words"]) if bold else 0), alone))
        return found


def _marked_heading(line: _Line, level: int) -> Heading:
    words = _part(line, level, len(line.text))
    closing = _CLOSING.search(words.text)
    return Heading(_clean(_flow([_part(words, 0, closing.start())] if closing else [words])), level)


def _paragraph_lines(chunk: list[_Line], splitter: Splitter, *, wrapped: bool) -> Iterator[list[_Line]]:
    """Lines between two empty ones, told apart: each a paragraph, or one paragraph with hard line ends."""
    lengths = sorted(min(len(line.text), _LONG_LINE) for line in chunk)
    a_line_each = 2 * lengths.count(_LONG_LINE) > len(chunk)
    # The middle line tells the width, so that one line made longer by a correction does not.
    width = lengths[len(lengths) // 2] if lengths else 0
    group: list[_Line] = []
    for line in chunk:
        if group and (a_line_each or _breaks(group, line, width, splitter, wrapped=wrapped)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _breaks(group: list[_Line], line: _Line, width: int, splitter: Splitter, *, wrapped: bool) -> bool:
    last = group[-1].text
    if len(last) + 1 + len(line.text.split(maxsplit=1)[0]) > width:
        return False
    if len(group) == 1 and _may_head(last, splitter) and not line.text[0].islower() and len(last) < 0.7 * width:
        return True
    return not wrapped and splitter.closes_sentence(last)


def _with_headings(found: list[tuple[Raw, _Line | None]], splitter: Splitter) -> list[Raw]:
    """Turn single lines that stand as headings into headings; unmarked ones only where no heading is marked."""
    marked = any(isinstance(raw, Heading) for raw, _ in found)
    result: list[Raw] = []
    for n in range(len(found) - 1, -1, -1):
        raw, line = found[n]
        following = result[-1] if result else None
        if line is not None and isinstance(raw, Paragraph) and following is not None:
            bold = _BOLD_LINE.fullmatch(line.text)
            title = n == 0 and isinstance(following, Heading)
            heads = bool(bold) or not marked
            if heads and _may_head(raw.flow.text, splitter) and (title or _is_body(following, splitter)):
                raw = Heading(raw.flow)
        result.append(raw)
    return result[::-1]


def _may_head(text: str, splitter: Splitter) -> bool:
    return (
        bool(text)
        and len(text) <= _LONG_LINE
        and len(text.split()) <= _HEADING_WORDS
        and not splitter.closes_line(text)
        and not text[0].islower()
        and not _BYLINE.fullmatch(text)
        and not any(splitter.is_full_stop(text[end - 1]) for _, end in splitter.split(text)[:-1])
        and any(c.isalpha() for c in text)
    )


def _is_body(raw: Raw, splitter: Splitter) -> bool:
    if isinstance(raw, Paragraph):
        return len(raw.flow.text) > _PROSE or splitter.closes_sentence(raw.flow.text)
    return isinstance(raw, Items | Table)


def _flow_of(raw: Raw) -> bool:
    match raw:
        case Heading() | Paragraph():
            return bool(raw.flow.text)
        case Items():
            return bool(raw.flows)
        case Table():
            return any(cell for row in raw.rows for cell in row)


def _row(line: _Line) -> Iterator[MappedText | None]:
    text = line.text
    start = 1 if text.startswith("|") else 0
    end = len(text) - 1 if text.endswith("|") and not text.endswith("\\|") and len(text) > start else len(text)
    while True:
        found = _CELL_END.search(text, start, end)
        stop = found.start() if found else end
        flow = _clean(_flow([_part(line, start, stop)]))
        yield flow if flow.text else None
        if found is None:
            return
        start = found.end()


def _part(line: _Line, start: int, end: int) -> _Line:
    text = line.text[start:end]
    body = text.lstrip()
    start += len(text) - len(body)
    return _Line(body.rstrip(), line.start + start, line.number, line.indent)


def _flow(lines: Sequence[_Line]) -> MappedText:
    flow = MappedText()
    end = 0
    for line in lines:
        if not line.text:
            continue
        if end:
            flow.add(" ", end, line.start)
        flow.add(line.text, line.start)
        end = line.start + len(line.text)
    return flow


def _clean(flow: MappedText) -> MappedText:
    """The flow without marks of emphasis, links (their text stays), code and escapes; no white space around."""
    spans = find_marks(flow.text)
    return (flow.without(spans) if spans else flow).stripped()
