"""A Word document as Markdown: headings, lists and tables stay, tracked deletions and text boxes do not."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile

from argumap.errors import NoText, NotInstalled
from argumap.text.marked_text import write_heading, write_items, write_paragraph, write_table
from argumap.text.source_facts import ExtractedText, SourceFacts

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a document may hold once it is unpacked, so that a small file cannot fill the memory.
_MOST_BYTES: Final = 200_000_000
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"
_DOCUMENT: Final = "word/document.xml"
# Who stands in a file that nobody signed.
_NO_AUTHORS: Final = frozenset(
    {
        "",
        "python-docx",
        "microsoft office user",
        "user",
        "admin",
        "administrator",
        "author",
        "unknown",
        "windows user",
    }
)
_SKIPPED = frozenset({"txbxContent", "del", "moveFrom", "pPr"})


def read_word(data: bytes, name: str) -> ExtractedText:
    """The text of a Word document.

    Raises `NotInstalled` without the extra ``[articles]``; `NoText` where the file is no whole Word document, is
    locked with a password or unpacks to more than 200 MB.
    """
    _check_package(data, name)
    try:
        import docx
    except ImportError as error:
        raise NotInstalled(
            f"{name} takes the extra [articles]: pip install 'argumap[articles]'; or save it as .txt"
        ) from error
    try:
        document = docx.Document(BytesIO(data))
        # Any: python-docx has no types for what a document's body is made of.
        parts: list[Any] = list(document.iter_inner_content())
        return ExtractedText("\n\n".join(_write_parts(parts)), "md", _read_properties(document))
    except Exception as error:
        raise NoText(f"{name} is damaged inside; open it, save it anew as .docx, or as .txt", name) from error


def _read_properties(document: Any) -> SourceFacts:
    # Any: a document of python-docx.
    """What the file's properties say of the article, where a person wrote them and no template."""
    try:
        told = document.core_properties
        author, title, created = (told.author or "").strip(), (told.title or "").strip(), told.created
    except Exception:  # noqa: BLE001 - properties that cannot be read say nothing; the text is whole
        return SourceFacts()
    if author.casefold() in _NO_AUTHORS:
        return SourceFacts(title=title, aside=True)
    names = tuple(name for name in map(str.strip, author.split(";")) if name)
    return SourceFacts(title, names, created.date().isoformat() if created else "", aside=True)


def _check_package(data: bytes, name: str) -> None:
    if data.startswith(_OLD_WORD):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise NoText(
            f"{name} is locked with a password; save it without one, or as .txt"
            if locked
            else f"{name} is a Word document of the old kind (.doc); save it as .docx",
            name,
        )
    try:
        with ZipFile(BytesIO(data)) as packed:
            members = packed.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise NoText(
            f"{name} is no whole Word document, it may have been cut off; save or download it again", name
        ) from error
    if sum(member.file_size for member in members) > _MOST_BYTES:
        raise NoText(f"{name} unpacks to more than {_MOST_BYTES // 1_000_000} MB; no article is so long", name)
    if all(member.filename != _DOCUMENT for member in members):
        raise NoText(f"{name} is no Word document, whatever its name says; save the text as .docx or .txt", name)


def _write_parts(parts: list[Any]) -> Iterator[str]:
    # Any: paragraphs and tables of python-docx, which has no types.
    for is_item, group in groupby(parts, key=_is_item):
        if is_item:
            yield write_items(filter(None, (_text_of(part._p) for part in group)))  # noqa: SLF001 - see _write_part
        else:
            yield from filter(None, map(_write_part, group))


def _write_part(part: Any) -> str:
    # Any: a paragraph or table of python-docx.
    if hasattr(part, "rows"):
        rows = [[_text_of(cell._tc) for cell in row.cells] for row in part.rows]  # noqa: SLF001 - see below
        return write_table(rows) if any(any(row) for row in rows) else ""
    text = _text_of(part._p)  # noqa: SLF001 - only the element behind a paragraph has tracked insertions
    style = _style_of(part)
    if text and (style == "Title" or style.startswith("Heading")):
        return write_heading(text, int(style[-1]) if style[-1:].isdigit() else 1)
    return write_paragraph(text) if text else ""


def _style_of(part: Any) -> str:
    # Any: a paragraph of python-docx.
    return (part.style.name or "") if part.style is not None else ""


def _is_item(part: Any) -> bool:
    # Any: a paragraph or table of python-docx.
    if hasattr(part, "rows") or _style_of(part).startswith("Heading"):
        return False
    properties = part._p.pPr  # noqa: SLF001 - python-docx tells no numbering
    return _style_of(part).startswith("List") or (properties is not None and properties.numPr is not None)


def _text_of(element: Any) -> str:
    # Any: an element of lxml.
    return " ".join("".join(_words(element)).split())


def _words(element: Any) -> Iterator[str]:
    # Any: an element of lxml.
    for child in element.iterchildren():
        tag = str(child.tag).rpartition("}")[2]
        if tag == "t":
            yield child.text or ""
        elif tag in {"tab", "br", "cr"}:
            yield " "
        elif tag == "noBreakHyphen":
            yield "-"
        elif tag not in _SKIPPED:
            yield from _words(child)
            if tag == "p":
                yield " "
