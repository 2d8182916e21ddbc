"""The rows of a text in which a sign stands between cells, as RFC 4180 describes it and spreadsheets write it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from argumap.errors import OtherTool
from argumap.formats._tables.columns import find_columns, is_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SEPARATORS = (",", ";", "\t", "|")
_SAMPLE = 30
_SAID = re.compile(r"sep=(.)", re.IGNORECASE)
_RULE = re.compile(r"\s*:?-+:?\s*")
_FORMULA = re.compile(r"'*[^\w'\"]*[=+\-@＝＋－＠]")
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_ONLY_BULLET = re.compile(r"\s*[-*•·‣▪]\s+(?=\S)")
_BULLET = re.compile(r"\s*(?:[-*•–·‣▪]|\d{1,3}[.)])\s+(?=\S)")
_LONGEST_CELL = 131_072  # what the csv module takes


@dataclass(frozen=True, slots=True)
class GridRow:
    """The ``cells`` of a row, its own words in the file, and ``where`` that is."""

    where: str
    cells: tuple[str, ...]
    raw: str = ""

    @property
    def blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)

    def cell(self, n: int | None) -> str:
        """The words of a cell in one line; "" where the row is too short."""
        if n is None or n >= len(self.cells):
            return ""
        return _flatten(self.cells[n])

    def points(self, n: int | None) -> list[str]:
        """The words of a cell; where it holds a list with bullets, those of each point."""
        cell = self.cells[n] if n is not None and n < len(self.cells) else ""
        lines = [line for line in cell.split("\n") if line.strip()]
        # A number before an only line may be a year or a place; a bullet is one there, too.
        listed = lines and all(map(_BULLET.match if len(lines) > 1 else _ONLY_BULLET.match, lines))
        points = [_BULLET.sub("", line, count=1) for line in lines] if listed else [cell]
        return [words for point in points if (words := _flatten(point))]

    def replace_points(self, n: int, now: Sequence[str | None]) -> str:
        """The cell with other words for its points in their order, without those that are None."""
        if len(self.points(n)) == 1:
            bullet = _ONLY_BULLET.match(self.cells[n])
            return f"{bullet[0] if bullet else ''}{guard(now[0])}" if now[0] is not None else ""
        left = iter(now)
        lines: list[str] = []
        for line in self.cells[n].split("\n"):
            bullet = _BULLET.match(line)
            words = _flatten(line[bullet.end() :]) if bullet else ""
            told = next(left) if words else words
            if told is not None:
                lines.append(line if told == words else f"{bullet[0] if bullet else ''}{guard(told)}")
        return "\n".join(lines)


def guard(words: str) -> str:
    """Words in one line, with an apostrophe before what a spreadsheet may take for a formula."""
    words = " ".join(words.split())
    return f"'{words}" if starts_formula(words) else words


def _flatten(cell: str) -> str:
    words = " ".join(cell.split())
    if words.startswith("'") and starts_formula(words):
        words = words[1:]  # put there so that no spreadsheet takes a text for a formula
    return words if words.isprintable() else _UNWRITABLE.sub(_replace, words)


def starts_formula(words: str) -> bool:
    """Whether a spreadsheet may take words for a formula, or might if no apostrophe stood before them."""
    return _FORMULA.match(words) is not None


def _replace(sign: re.Match[str]) -> str:
    # Half a surrogate pair stands in some files, and in no text that can be written.
    return "\ufffd" if "\ud800" <= sign[0] <= "\udfff" else ""


@dataclass(frozen=True, slots=True)
class TableGrid:
    """The rows of a sheet, and the sign between the cells of its text; "" where it has none.

    Where it is not ``quoted`` a quotation mark is a sign like any other.
    """

    rows: Sequence[GridRow]
    separator: str = ""
    name: str = ""
    quoted: bool = True


def parse_grid(text: str, file: str) -> TableGrid:
    """The rows of a table. Raises `OtherTool` with the line of a quotation mark that is never closed."""
    lines = text.split("\n")
    separator = find_separator(lines)
    try:
        return TableGrid([*_parse(lines, separator, file, quoting=csv.QUOTE_MINIMAL)], separator)
    except OtherTool:
        if separator != "\t":
            raise
        # Programs that put tabs between cells seldom quote, so a mark there may be one of the text.
        return TableGrid([*_parse(lines, separator, file, quoting=csv.QUOTE_NONE)], separator, quoted=False)


def _parse(lines: Sequence[str], separator: str, file: str, *, quoting: Literal[0, 3]) -> Iterator[GridRow]:
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, quoting=quoting, strict=True)
    start = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise OtherTool(_explain(error), file, start + 1) from error
        if cells is None:
            return
        end = reader.line_num
        raw = "\n".join(lines[start:end])
        yield GridRow(f"line {start + 1}", _unframe(cells) if separator == "|" else tuple(cells), raw)
        start = end


def _explain(error: csv.Error) -> str:
    if "field limit" in str(error):
        return f"a cell has more than {_LONGEST_CELL:,} characters; is a quotation mark never closed here?"
    return "a quotation mark is opened here and not closed as it should be; double those within a cell"


def _unframe(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells of a row that has signs at both ends as well, as tables in Markdown have; none of their rule."""
    if len(cells) > 1 and not cells[0].strip() and not cells[-1].strip():
        cells = cells[1:-1]
    return () if cells and all(_RULE.fullmatch(cell) for cell in cells) else tuple(cells)


def find_separator(lines: Sequence[str]) -> str:
    """The sign between cells: the one that is said, or with which the first rows look most like a table."""
    first = next((line for line in lines if line.strip()), "")
    if said := _SAID.fullmatch(first.strip(" \r")):
        return said[1]
    sample = [line[:_LONGEST_CELL] for line in islice((line for line in lines if line.strip()), _SAMPLE)]
    return max(_SEPARATORS, key=lambda sign: _score(sample, sign))


def _score(sample: Sequence[str], sign: str) -> tuple[int, int, int]:
    """How well a sign serves: known headings, rows of one width, the width."""
    try:
        rows = [cells for cells in csv.reader(sample, delimiter=sign) if len(cells) > 1]
    except csv.Error:
        rows = []
    if not rows:
        return (0, 0, 0)
    headings = max(len(columns) if is_table(columns := find_columns(row)) else 0 for row in rows[:10])
    width, times = Counter(map(len, rows)).most_common(1)[0]
    return (headings, times, width)
