"""Articles in files that are no plain text: PDF, Word documents, and transcripts with time codes.

What is extracted is read like a text of its own: locators and offsets are those of the extracted text.
"""

from __future__ import annotations

import re
from io import BytesIO
from statistics import median
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile

from argumap.errors import NoText, NotInstalled
from argumap.text.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

# What a document may hold once it is unpacked, so that a small file cannot fill the memory.
_MOST_BYTES: Final = 200_000_000
_MOST_PAGES: Final = 5_000
# A line that is so much shorter than the others of its page, and ends like a sentence, ends its paragraph.
_SHORT: Final = 0.75
_SENTENCE_END = re.compile(r"[.!?:…][”\"»’)]*$")
_TIMES = re.compile(r"(?P<start>[\d:.,]+)\s*-->\s*(?P<end>[\d:.,]+)")
_VOICE = re.compile(r"<v(?:\.[^ >]*)?\s+(?P<who>[^>]+)>")
_TAG = re.compile(r"<[^>]*>")
# A pause of so many seconds opens a paragraph where nobody is named.
_PAUSE: Final = 2.0


def extract(path: Path, data: bytes) -> tuple[str, str]:
    """The text of such a file and the kind it is read as, ``md`` or ``txt``; its name says what it is.

    Raises `NotInstalled` without the extra ``[articles]`` where it takes it, `NoText` for a file that holds none,
    is none of its kind, unpacks to more than 200 MB or has more than 5,000 pages.
    """
    text, kind = _READERS[path.suffix.lower()](data, path.name)
    if not text.strip():
        raise NoText(f"{path.name} holds no text; a scan has to go through text recognition first", path)
    return text, kind


def _read_pdf(data: bytes, name: str) -> tuple[str, str]:
    try:
        import pypdfium2
    except ImportError as error:
        raise _missing(name) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise NoText(f"{name} cannot be read as PDF: {error}", name) from error
    try:
        if len(document) > _MOST_PAGES:
            raise NoText(f"{name} has {len(document):,} pages; at most {_MOST_PAGES:,} are read", name)
        pages = [page.get_textpage().get_text_range().splitlines() for page in document]
    finally:
        document.close()
    return "\n\n".join(paragraph for lines in pages for paragraph in _join_lines(lines)), "txt"


def _join_lines(lines: Iterable[str]) -> Iterator[str]:
    """The paragraphs of a page: its lines joined, and words that a line's end divides made whole."""
    stripped = [line.strip() for line in lines]
    usual = median([len(line) for line in stripped if line] or [0])
    paragraph = ""
    for line in stripped:
        if not line:
            if paragraph:
                yield paragraph
            paragraph = ""
            continue
        divided = paragraph.endswith("-") and line[:1].islower()
        paragraph = paragraph[:-1] + line if divided else f"{paragraph} {line}".strip()
        if len(line) < _SHORT * usual and _SENTENCE_END.search(line):
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _read_docx(data: bytes, name: str) -> tuple[str, str]:
    try:
        import docx
    except ImportError as error:
        raise _missing(name) from error
    try:
        with ZipFile(BytesIO(data)) as packed:
            size = sum(each.file_size for each in packed.infolist())
        document = docx.Document(BytesIO(data)) if size <= _MOST_BYTES else None
    except (BadZipFile, KeyError, ValueError) as error:
        raise NoText(f"{name} cannot be read as a Word document: {error}", name) from error
    if document is None:
        raise NoText(f"{name} unpacks to more than {_MOST_BYTES // 1_000_000} MB; no article is so long", name)
    # Any: python-docx has no types for what a document's body is made of.
    parts: list[Any] = list(document.iter_inner_content())
    return "\n\n".join(filter(None, map(_to_markdown, parts))), "md"


def _to_markdown(part: Any) -> str:
    # Any: a paragraph or a table of python-docx, which has no types.
    if hasattr(part, "rows"):
        rows = [[" ".join(cell.text.split()).replace("|", "/") for cell in row.cells] for row in part.rows]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join([*lines[:1], f"|{'---|' * len(rows[0])}", *lines[1:]]) if rows else ""
    text = " ".join(part.text.split())
    style = (part.style.name or "") if part.style is not None else ""
    if not text:
        return ""
    if style == "Title" or style.startswith("Heading"):
        level = int(style[-1]) if style[-1:].isdigit() else 1
        return f"{'#' * min(level, 6)} {text}"
    return f"- {text}" if style.startswith("List") else text


def _read_captions(data: bytes, name: str) -> tuple[str, str]:
    """WebVTT or SubRip: cues of one voice make a paragraph that opens with its name."""
    turns: list[tuple[str, list[str]]] = []
    ended = 0.0
    for start, end, lines in _read_cues(decode(data, name)):
        text = " ".join(lines)
        voice = _VOICE.search(text)
        who = " ".join(voice["who"].split()) if voice else ""
        said = " ".join(_TAG.sub("", text).removeprefix(">>").split())
        labelled = re.match(r"[^\W\d_][^:.!?]{0,40}: ", said)
        if not said:
            continue
        goes_on = turns and not labelled and (turns[-1][0] == who if who else start - ended < _PAUSE)
        if goes_on:
            turns[-1][1].append(said)
        else:
            turns.append((who, [said]))
        ended = end
    return "\n\n".join(f"{who}: {' '.join(said)}" if who else " ".join(said) for who, said in turns), "txt"


def _read_cues(text: str) -> Iterator[tuple[float, float, list[str]]]:
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        at = next((n for n, line in enumerate(lines) if _TIMES.search(line)), None)
        times = _TIMES.search(lines[at]) if at is not None else None
        if at is not None and times is not None:
            yield _seconds(times["start"]), _seconds(times["end"]), lines[at + 1 :]


def _seconds(time: str) -> float:
    """The seconds of ``01:02:03.400``, with a comma in SubRip; 0 for what is no time."""
    parts = re.findall(r"\d+(?:[.,]\d+)?", time)[-3:]
    return sum(float(part.replace(",", ".")) * 60.0**n for n, part in enumerate(reversed(parts)))


def _missing(name: str) -> NotInstalled:
    return NotInstalled(f"{name} takes the extra [articles]: pip install 'argumap[articles]'; or save it as .txt")


_READERS: Mapping[str, Callable[[bytes, str], tuple[str, str]]] = {
    ".pdf": _read_pdf,
    ".docx": _read_docx,
    ".vtt": _read_captions,
    ".srt": _read_captions,
}
