"""What kind of document some bytes are, whatever the file is called."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from argumap.errors import NoText
from argumap.text import read_article
from argumap.text.documents import tell_kind, tell_suffix
from documents import PDF, VTT, make_docx

if TYPE_CHECKING:
    from pathlib import Path


SRT = b"1\r\n00:00:01,000 --> 00:00:02,000\r\nThe dike is old.\r\n"


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        pytest.param(PDF, ".pdf", "pdf", id="pdf"),
        pytest.param(PDF, ".docx", "pdf", id="pdf by another name"),
        pytest.param(make_docx(), ".txt", "docx", id="docx by another name"),
        pytest.param(VTT, "", "captions", id="vtt"),
        pytest.param(SRT, ".txt", "captions", id="srt by another name"),
        pytest.param(b"<!doctype html><p>Old.", ".txt", "html", id="page by another name"),
        pytest.param(b"<p>Old.", ".htm", "html", id="a page's part"),
        pytest.param(b"The dike is old.", ".md", "md", id="markdown"),
        pytest.param(b"The dike is old.", "", "txt", id="no name"),
        pytest.param(b"cut", ".pdf", "pdf", id="what its name says"),
    ],
)
def test_the_bytes_tell_and_else_the_name(data: bytes, suffix: str, kind: str) -> None:
    assert tell_kind(data, suffix) == kind


def test_bytes_without_a_name_get_an_ending() -> None:
    told = [tell_suffix(data) for data in (PDF, make_docx(), VTT, b"<html><p>Old.", b"# The dike")]
    assert told == [".pdf", ".docx", ".vtt", ".html", ".md"]


@pytest.mark.parametrize(("name", "data"), [("a.txt", PDF), ("a.pdf", make_docx()), ("a", VTT), ("a.txt", SRT)])
def test_a_file_is_read_as_what_it_is(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert any("is old." in unit.text for unit in read_article(tmp_path / name).units)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.vtt", "a.srt"])
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 no more", b"PK\x03\x04", b"\x00\xff" * 50, b"WEBVTT\n\n"])
def test_what_is_none_of_its_kind_is_one_sentence(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(NoText) as raised:
        read_article(tmp_path / name)
    assert "\n" not in str(raised.value)


def test_a_zip_of_anything_is_no_article(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.txt", "w") as packed:
        packed.writestr("notes.txt", "x")
    with pytest.raises(NoText, match="is not a text file"):
        read_article(tmp_path / "a.txt")
