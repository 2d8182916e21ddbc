"""The text of a PDF: lines joined, headings told by their type, what every page repeats left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from argumap.errors import NoText, NotInstalled
from argumap.text.marked_text import write_heading, write_paragraph
from argumap.text.source_facts import ExtractedText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_MOST_PAGES: Final = 5_000
# What pdfium has in the place of a hyphen that divides a word at the end of a line.
_DIVIDED: Final = "\ufffe"
_PASSWORD: Final = 4
# A line that is so much shorter than the others of its page, and ends like a sentence, ends its paragraph.
_SHORT: Final = 0.75
# What is set so much larger than the text, or in so much heavier type, heads it.
_LARGER: Final = 1.12
_HEAVY: Final = 600
_HEADING_WORDS: Final = 20
# Lines so much further apart than usual belong to two paragraphs, and so does one that begins so far to the right.
_APART: Final = 1.45
_INDENT: Final = 0.8
_EDGE_LINES: Final = 2
# Two columns that were written across: so many rows have a gap, at most so far from the same place, beside prose.
_FEWEST_ROWS: Final = 4
_GUTTER: Final = 12.0
_PROSE: Final = 18
_SENTENCE_END = re.compile(r"[.!?:…][”\"»’)\]]*$")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|s\.)\s*)?\d{1,4}(?:\s*(?:/|of|von|\|)\s*\d{1,4})?\W*", re.IGNORECASE
)
_COMPOUND = re.compile(r"\w+(?:-\w+)+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PdfLine:
    text: str
    left: float
    base: float
    size: float
    heavy: bool


@dataclass(slots=True)
class PdfParagraph:
    """Lines that belong together, each with the page that it stands on."""

    lines: list[tuple[PdfLine, int]]
    heads: bool = False

    @property
    def size(self) -> float:
        return self.lines[0][0].size


@dataclass(frozen=True, slots=True)
class _Spacing:
    """How many characters a line of a page has, and how far apart its lines are."""

    width: float
    gap: float


def read_pdf(data: bytes, name: str) -> ExtractedText:
    """The text of a PDF, with the page that each part of it stands on.

    Raises `NotInstalled` without the extra ``[articles]``; `NoText` where the file is no whole PDF, is locked with
    a password, has more than 5,000 pages or holds pictures alone.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise NotInstalled(
            f"{name} takes the extra [articles]: pip install 'argumap[articles]'; or save it as .txt"
        ) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise NoText(_why_closed(name, data, getattr(error, "err_code", None)), name) from error
    try:
        if len(document) > _MOST_PAGES:
            raise NoText(f"{name} has {len(document):,} pages; at most {_MOST_PAGES:,} are read", name)
        pages = [_read_lines(page) for page in document]
    except pypdfium2.PdfiumError as error:
        raise NoText(
            f"{name} is damaged: one of its pages cannot be read; save it anew, or as .txt", name
        ) from error
    finally:
        document.close()
    if not any(pages):
        raise NoText(
            f"{name} holds no text, only pictures of pages; a scan has to go through text recognition first",
            name,
        )
    return _build(pages)


def _why_closed(name: str, data: bytes, code: int | None) -> str:
    if code == _PASSWORD:
        return f"{name} is locked with a password; save it without one, or as .txt"
    if b"%PDF-" not in data[:1024]:
        return f"{name} is no PDF, whatever its name says; give it the ending of what it is"
    return f"{name} is no whole PDF, it may have been cut off; save or download it again"


def _read_lines(page: Any) -> list[PdfLine]:
    # Any: a page of pypdfium2, which has no types.
    from pypdfium2 import raw

    textpage = page.get_textpage()
    many = textpage.count_chars()
    text = textpage.get_text_range()
    if len(text) != many:
        text = "".join(chr(raw.FPDFText_GetUnicode(textpage.raw, n)) for n in range(many))
    spans = [match.span() for match in re.finditer(rf"[^\r\n{_DIVIDED}]+{_DIVIDED}?", text)]
    lines = []
    for start, end in _read_by_column(textpage, text, spans):
        words = text[start:end].strip()
        if not words.strip(_DIVIDED):
            continue
        at = start + len(text[start:end]) - len(text[start:end].lstrip())
        left, base, _, top = textpage.get_charbox(at, loose=True)
        lines.append(
            PdfLine(words, left, base, top - base, raw.FPDFText_GetFontWeight(textpage.raw, at) >= _HEAVY)
        )
    return lines


def _read_by_column(textpage: Any, text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines of a page in the order of its columns, where it was written across two of them, line by line."""
    # Any: the text of a page of pypdfium2.
    if textpage.count_rects() < max(2 * _FEWEST_ROWS, 1.3 * len(spans)):
        return spans
    across, gutter = _find_across(textpage, text, spans)
    if len(across) < max(_FEWEST_ROWS, len(spans) // 3) or not _is_prose(across):
        return spans
    ordered: list[tuple[int, int]] = []
    right: list[tuple[int, int]] = []
    for start, end in spans:
        gap = across.get((start, end))
        if gap is not None:
            ordered.append((start, gap))
            right.append((gap, end))
        elif right and textpage.get_charbox(start)[0] >= gutter - _GUTTER:
            right.append((start, end))
        else:
            if textpage.get_charbox(end - 1)[2] > gutter:  # what goes over both columns ends them
                ordered, right = [*ordered, *right], []
            ordered.append((start, end))
    return [*ordered, *right]


def _find_across(
    textpage: Any, text: str, spans: list[tuple[int, int]]
) -> tuple[dict[tuple[int, int], int], float]:
    """The lines with a wide gap at the same place as others, each with where the gap ends, and that place."""
    # Any: the text of a page of pypdfium2.
    found = {span: gap for span in spans if (gap := _find_gap(textpage, text, *span))}
    lefts = {gap: textpage.get_charbox(gap)[0] for gap in found.values()}
    gutter = median(lefts.values() or [0])
    return {span: gap for span, gap in found.items() if abs(lefts[gap] - gutter) < _GUTTER}, gutter


def _is_prose(across: Mapping[tuple[int, int], int]) -> bool:
    """Whether long lines stand on both sides of the gaps: in a table words are few."""
    return median([size for (start, end), gap in across.items() for size in (gap - start, end - gap)]) >= _PROSE


def _find_gap(textpage: Any, text: str, start: int, end: int) -> int:
    """Where in a line the only wide gap ends, as between two columns; 0 where there is none."""
    # Any: the text of a page of pypdfium2.
    wide = []
    for space in re.finditer(r" +(?=\S)", text[start:end].rstrip()):
        before, after = start + space.start() - 1, start + space.end()
        if before < start:
            continue
        box, following = textpage.get_charbox(before, loose=True), textpage.get_charbox(after, loose=True)
        if following[0] - box[2] > 1.2 * (box[3] - box[1]):
            wide.append(after)
    return wide[0] if len(wide) == 1 else 0


def _build(pages: Sequence[Sequence[PdfLine]]) -> ExtractedText:
    repeated = _find_repeated(pages)
    left_out = [("what every page repeats", line.text) for page in pages for line in page if id(line) in repeated]
    left_out += [("pages without text", str(n)) for n, page in enumerate(pages, 1) if not page]
    kept = [[line for line in page if id(line) not in repeated] for page in pages]
    text, fragments = _write(_find_paragraphs(kept), _find_joiner(line.text for page in kept for line in page))
    return ExtractedText(text, "md", left_out=tuple(left_out), fragments=tuple(fragments))


def _write(
    paragraphs: Sequence[PdfParagraph], joiner: Callable[[str, str], str]
) -> tuple[str, list[tuple[int, str]]]:
    """The paragraphs as one text, and where in it which page begins."""
    largest = max((paragraph.size for paragraph in paragraphs if paragraph.heads), default=0.0)
    told: list[str] = []
    fragments: list[tuple[int, str]] = []
    at = shown = 0
    for n, paragraph in enumerate(paragraphs):
        text = ""
        for line, page in paragraph.lines:
            joined = joiner(text, line.text)
            if page != shown:
                fragments.append((at + max(0, len(joined) - len(line.text)), f"page={page}"))
                shown = page
            text = joined
        level = 1 if not n and paragraph.size == largest else 2
        told.append(write_heading(text, level) if paragraph.heads else write_paragraph(text))
        at += len(told[-1]) + 2
    return "\n\n".join(told) + "\n", fragments


def _find_repeated(pages: Sequence[Sequence[PdfLine]]) -> set[int]:
    """The lines at the upper and lower edge that number their page, or come again on most, numbers apart."""
    edges: list[list[PdfLine]] = []
    for page in pages:
        ordered = sorted(page, key=lambda line: -line.base)
        edges.append([*ordered[:_EDGE_LINES], *ordered[max(_EDGE_LINES, len(ordered) - _EDGE_LINES) :]])
    seen = Counter(form for edge in edges for form in {_form(line.text) for line in edge})
    with_text = sum(1 for page in pages if page)
    often = max(2, with_text // 2)
    return {
        id(line)
        for edge in edges
        for line in edge
        if seen[_form(line.text)] >= often or _PAGE_NUMBER.fullmatch(line.text)
    }


def _form(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _find_joiner(texts: Iterable[str]) -> Callable[[str, str], str]:
    """How a line is put behind the text before it; a divided word is made whole as it stands elsewhere."""
    compounds: set[str] = set()
    words: set[str] = set()
    for text in texts:
        compounds |= {match.casefold() for match in _COMPOUND.findall(text)}
        words |= {match.casefold() for match in _WORD.findall(text)}

    def join(text: str, line: str) -> str:
        marked = text.endswith(_DIVIDED)
        if not (marked or (text.endswith("-") and line[:1].islower())):
            return f"{text} {line}".strip()
        before, after = re.search(r"[\w-]*$", text[:-1]), _WORD.match(line)
        first, last = (before[0] if before else ""), (after[0] if after else "")
        whole, compound = f"{first}{last}".casefold(), f"{first}-{last}".casefold()
        keeps = (compound in compounds and whole not in words) or not line[:1].islower()
        return f"{text[:-1]}{'-' if keeps else ''}{line}"

    return join


def _find_paragraphs(pages: Sequence[Sequence[PdfLine]]) -> list[PdfParagraph]:
    lines = [line for page in pages for line in page]
    body = _most_common(round(line.size, 1) for line in lines for _ in range(len(line.text)))
    heavy = _is_heavy(lines)
    found: list[PdfParagraph] = []
    for number, page in enumerate(pages, 1):
        spacing = _Spacing(
            median([len(line.text) for line in page if _is_body(line, body)] or [0]), _usual_gap(page)
        )
        before: PdfLine | None = None
        for line in page:
            heads = _heads(line, body, text_is_heavy=heavy)
            if not found or _opens(found[-1], before, line, spacing, heads=heads):
                found.append(PdfParagraph([(line, number)], heads))
            else:
                found[-1].lines.append((line, number))
            before = line
    return [_sound(paragraph) for paragraph in found]


def _is_heavy(lines: Sequence[PdfLine]) -> bool:
    """Whether most of the text is in heavy type, so that it heads nothing."""
    return 2 * sum(len(line.text) for line in lines if line.heavy) > sum(len(line.text) for line in lines)


def _sound(paragraph: PdfParagraph) -> PdfParagraph:
    """A heading with the words of a paragraph is one."""
    words = sum(len(line.text.split()) for line, _ in paragraph.lines)
    return PdfParagraph(paragraph.lines, heads=paragraph.heads and words <= _HEADING_WORDS)


def _is_body(line: PdfLine, body: float) -> bool:
    return abs(line.size - body) < 0.05 * body


def _heads(line: PdfLine, body: float, *, text_is_heavy: bool) -> bool:
    if line.size > _LARGER * body:
        return True
    # A sentence in heavy type opens a paragraph rather than heads it.
    leads = bool(_SENTENCE_END.search(line.text)) and len(line.text.split()) > _HEADING_WORDS // 2
    return line.heavy and not text_is_heavy and line.size > 0.95 * body and not leads


def _opens(last: PdfParagraph, before: PdfLine | None, line: PdfLine, spacing: _Spacing, *, heads: bool) -> bool:
    """Whether a line begins a paragraph; the first of a page goes on with a sentence that is not at its end."""
    if heads or last.heads:
        return not (heads and last.heads and before is not None and abs(before.size - line.size) < 1)
    ended = last.lines[-1][0]
    if ended.text.endswith(_DIVIDED):
        return False
    closed = bool(_SENTENCE_END.search(ended.text))
    if before is None or line.base > before.base:  # another page or column
        return closed and not line.text[:1].islower()
    if spacing.gap and before.base - line.base > _APART * spacing.gap:
        return True
    indented = line.left - before.left > _INDENT * line.size
    return closed and (indented or len(ended.text) < _SHORT * spacing.width)


def _usual_gap(page: Sequence[PdfLine]) -> float:
    gaps = [a.base - b.base for a, b in pairwise(page) if a.base > b.base]
    return median(gaps) if gaps else 0.0


def _most_common(values: Iterator[float]) -> float:
    counted = Counter(values)
    return reduce(lambda best, each: each if counted[each] > counted[best] else best, sorted(counted), 0.0)
