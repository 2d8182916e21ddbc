"""The bytes of an article as text: UTF-8, UTF-16 and Windows-1252 told apart."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from argumap.errors import NoText
from argumap.files import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 50_000_000
_KINDS = "give the article as .txt, .md, .html, .docx, .pdf, .vtt or .srt"

_TEXT_OUT = "save its text as .docx or .txt"
_OTHERS = (
    (re.compile(rb"\xd0\xcf\x11\xe0"), "is a Word document of the old kind (.doc); save it as .docx"),
    (re.compile(rb"\{\\rtf"), f"is a text with marks of RTF; {_TEXT_OUT}"),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", re.DOTALL), f"is an OpenDocument; {_TEXT_OUT}"),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/epub", re.DOTALL), f"is an electronic book; {_TEXT_OUT}"),
    (re.compile(rb"PK\x03\x04"), f"is not a text file but a packed one; unpack it, or {_TEXT_OUT}"),
    (
        re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF.{4}WEBP", re.DOTALL),
        "is a picture; a scan has to go through text recognition first",
    ),
    (
        re.compile(rb"[A-Za-z-]+:(?:[^\n]*\n){0,20}?MIME-Version:", re.IGNORECASE),
        "is a mail or a web page packed into one file; save the page as “HTML only”, or its text as .txt",
    ),
)
# Windows-1252 has letters beyond ASCII as seasoning: where most are, or signs stand between letters of a word, the
# bytes are of another encoding.
_TELLING = 20_000
_STRANGE = 0.4
_FEW = 1
_SIGN_IN_WORD = re.compile(r"[^\W\d_][\u00a1-\u00a9\u00ac\u00ae-\u00b6\u00b8\u00bc-\u00bf][^\W\d_]")

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 4096
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b") | {127}


def read_text(path: Path) -> str:
    """The text of a file. Raises `CannotRead`, `TooLarge` above 50 MB, `NoText` where it is empty or no text."""
    return decode(read_bytes(path, LIMIT), str(path))


def decode(data: bytes, name: str = "the text") -> str:
    """``data`` as text, without a byte order mark and otherwise as given.

    A byte order mark decides; UTF-16 without one shows in the zero bytes of its spaces and letters; what is
    valid UTF-8 is that; the rest is taken for Windows-1252. Raises `NoText` for what is none.
    """
    if not data.strip():
        raise NoText(f"{name} is empty; give a file that holds the article's text", name)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(data[len(bom) :], encoding, name)
    if utf16 := _utf16_without_bom(data[:_SAMPLE]):
        return _decoded(data, utf16, name)
    for opening, what in _OTHERS:
        if opening.match(data[:_SAMPLE]):
            raise NoText(f"{name} {what}", name)
    if _is_binary(data[:_SAMPLE]):
        raise NoText(f"{name} is not a text file; {_KINDS}", name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decoded(data, "cp1252", name)
    if _is_garbled(text):
        raise NoText(f"{name} is not UTF-8, and as Windows-1252 its words make no sense; save it as UTF-8", name)
    return text


def _is_garbled(text: str) -> bool:
    """Whether a text is in another encoding than it was read by: its letters are odd, or signs stand in words."""
    sample = text[:_TELLING]
    letters = sum(map(str.isalpha, sample))
    foreign = sum(letter.isalpha() and not letter.isascii() for letter in sample)
    return foreign > _STRANGE * letters or len(_SIGN_IN_WORD.findall(sample)) > _FEW


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NoText(
            f"{name} is neither UTF-8, UTF-16 nor Windows-1252 (byte {error.start} fits none); save it as UTF-8",
            name,
        ) from error
    if not text.strip():
        raise NoText(f"{name} is empty; give a file that holds the article's text", name)
    if "\0" in text:
        raise NoText(f"{name} is not a text file; {_KINDS}", name)
    return text


def _utf16_without_bom(sample: bytes) -> str | None:
    pairs = len(sample) // 2
    even, odd = sample[: 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if pairs and odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if pairs and even > 0.4 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _is_binary(sample: bytes) -> bool:
    if 0 in sample or sample.startswith((b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b")):
        return True
    return sum(byte in _CONTROLS for byte in sample) > 0.02 * len(sample)
