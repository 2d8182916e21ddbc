"""What kind of document some bytes are, and the text in those that are no plain text.

What is extracted is read like a text of its own: locators and offsets are those of the extracted text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from argumap.errors import NoText
from argumap.text.decoding import decode

if TYPE_CHECKING:
    from argumap.text.source_facts import ExtractedText

_SUFFIXES = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".xhtml": "html"}
_DOCUMENTS = {".pdf": "pdf", ".docx": "docx", ".vtt": "captions", ".srt": "captions"}
_KEPT_AS = {"pdf": ".pdf", "docx": ".docx", "captions": ".vtt", "html": ".html", "md": ".md", "txt": ".txt"}
_CUES = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:WEBVTT\b|\d+\s*\r?\n\d\d:\d\d:\d\d,\d{3}\s*-->)")
_IS_HTML = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD: Final = 100_000


def tell_kind(data: bytes, suffix: str = "") -> str:
    """What some bytes are read as: ``pdf``, ``docx``, ``captions``, ``html``, ``md`` or ``txt``.

    Their first bytes tell, and where those do not, the file's ``suffix``.
    """
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return "docx"
    if _CUES.match(data[:200]):
        return "captions"
    named = _DOCUMENTS.get(suffix.lower()) or _SUFFIXES.get(suffix.lower(), "txt")
    if named in {"md", "txt"} and is_page(data[:_HEAD].decode("utf-8", "replace").lstrip("\ufeff")):
        return "html"
    return named


def tell_suffix(data: bytes) -> str:
    """The ending that a file of these bytes takes, where it has no name yet."""
    return _KEPT_AS[tell_kind(data, ".md")]


def is_page(text: str) -> bool:
    """Whether a text opens with an HTML document's first tag."""
    return _IS_HTML.match(text) is not None


def extract(data: bytes, kind: str, name: str) -> ExtractedText | None:
    """The text of a document of a kind that `tell_kind` tells; None for what is a text itself.

    Raises `NotInstalled` without the extra ``[articles]`` where it takes it, `NoText` for a file that holds none
    or is none of its kind.
    """
    found = _extract(data, kind, name)
    if found is not None and not found.text.strip():
        raise NoText(f"{name} holds no text; give a file that holds the article's text", name)
    return found


def _extract(data: bytes, kind: str, name: str) -> ExtractedText | None:
    match kind:
        case "pdf":
            from argumap.text.pdf_reader import read_pdf

            return read_pdf(data, name)
        case "docx":
            from argumap.text.word_reader import read_word

            return read_word(data, name)
        case "captions":
            from argumap.text.caption_reader import read_captions

            return read_captions(data, name)
        case "html":
            from argumap.text.web_page import decode_page, is_saved_page, read_page

            page = decode_page(data, name)
            return read_page(page, name) if is_saved_page(page) else None
        case _:
            return None


def decode_text(data: bytes, kind: str, name: str) -> str:
    """The text of a file that is one itself."""
    if kind == "html":
        from argumap.text.web_page import decode_page

        return decode_page(data, name)
    return decode(data, name)
