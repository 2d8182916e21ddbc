from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.errors import CannotRead, NoText, TooLarge
from argumap.text import decode, decoding, read_text

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The café’s “plan” costs 5 € — no more.\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), id="UTF-8 with a byte order mark"),
        pytest.param(TEXT.encode("utf-16"), id="UTF-16 with a byte order mark"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), id="UTF-16 big-endian"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(TEXT.encode("utf-16-be"), id="UTF-16 big-endian without a mark"),
        pytest.param(TEXT.encode("cp1252"), id="Windows-1252"),
    ],
)
def test_encodings_are_told_apart(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"", "a.txt is empty", id="empty"),
        pytest.param(b" \n\t\n", "a.txt is empty", id="white space"),
        pytest.param(b"\xef\xbb\xbf \n", "a.txt is empty", id="a byte order mark alone"),
        pytest.param(b"%PDF-1.7\n1 0 obj", "a.txt is not a text file", id="PDF"),
        pytest.param(b"PK\x03\x04rest of a docx", "a.txt is not a text file", id="zip"),
        pytest.param(bytes(range(256)), "a.txt is not a text file", id="all bytes"),
        pytest.param(b"a bit of text\x00\x01\x02 and more", "a.txt is not a text file", id="zero bytes"),
        pytest.param(b"\x01\x02\x03 a few letters \x04", "a.txt is not a text file", id="control characters"),
        pytest.param(b"caf\x81 is no Windows-1252", "save it as UTF-8", id="no encoding fits"),
        pytest.param(b"\xff\xfea\x00b", "a.txt is neither", id="UTF-16 cut in the middle"),
    ],
)
def test_what_is_no_text_earns_one_plain_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(NoText) as caught:
        decode(data, "a.txt")
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert decoding.LIMIT == 50_000_000
    monkeypatch.setattr(decoding, "LIMIT", 10)
    (tmp_path / "long.txt").write_text("eleven bytes")
    with pytest.raises(TooLarge, match="at most 10 are read"):
        read_text(tmp_path / "long.txt")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"cannot read .*none\.txt"):
        read_text(tmp_path / "none.txt")


@given(st.text(min_size=1).filter(lambda text: text.strip(" \t\r\n\v\f") and "\0" not in text))
def test_marked_text_comes_back_as_it_was(text: str) -> None:
    try:
        data = text.encode("utf-8-sig")
    except UnicodeEncodeError:
        return
    if text.strip():
        assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old kind (.doc); save it as .docx", id="doc"),
        pytest.param(rb"{\rtf1\ansi The dike is old.}", "marks of RTF", id="rtf"),
        pytest.param(b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.x", "OpenDocument", id="odt"),
        pytest.param(b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip", "electronic book", id="epub"),
        pytest.param(b"PK\x03\x04" + b"\0" * 26 + b"xl/workbook.xml", "a packed one", id="xlsx"),
        pytest.param(b"\x89PNG\r\n", "is a picture; a scan has to go through text recognition", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0", "is a picture", id="jpeg"),
        pytest.param(b"From: a\r\nSubject: b\r\nMIME-Version: 1.0\r\n\r\nx", "packed into one file", id="mhtml"),
        pytest.param("Дамба старая. Совет молчит.".encode("koi8-r"), "its words make no sense", id="koi8-r"),
        pytest.param("Дамба старая. Совет молчит.".encode("cp1251"), "its words make no sense", id="cp1251"),
        pytest.param("Η γέφυρα είναι παλιά.".encode("iso-8859-7"), "its words make no sense", id="greek"),
        pytest.param(
            "Żółw stał na moście. Gmina twierdzi, że most wciąż nie jest stary i że łódź stała.".encode(
                "iso-8859-2"
            ),
            "its words make no sense",
            id="latin 2",
        ),
    ],
)
def test_what_is_no_text_is_told_by_its_kind(data: bytes, told: str) -> None:
    with pytest.raises(NoText) as raised:
        decode(data, "a.txt")
    assert str(raised.value).startswith("a.txt is")
    assert told in str(raised.value)


@pytest.mark.parametrize(
    "text",
    [
        "Wir heizen für Köpfe, die größer sind als die Türen; €90, 5 m², 20 °C – so „hieß“ es.",
        "L’école était fermée à l’été; « ça ira », disait-on, l·l n° 5, ½ litre, 3 µg.",
        "Año, mañana, ¿qué? ¡Sí! El señor Núñez pidió un café.",
        "Þetta er íslenska: það rignir á morgun, sagði hún. Æ, ó, ú.",
    ],
)
def test_western_texts_stay_what_they_are(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text
