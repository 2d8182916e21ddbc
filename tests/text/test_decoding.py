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
