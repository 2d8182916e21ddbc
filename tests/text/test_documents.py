"""Articles out of PDF, Word documents and transcripts with time codes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
import typst

from argumap.errors import NoText
from argumap.text import read_article

if TYPE_CHECKING:
    from pathlib import Path

VTT = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
<v Ana Brook>The dike is old.

00:00:03.000 --> 00:00:05.000
<v Ana Brook>It will not hold.

00:00:06.000 --> 00:00:09.000
<v Leo Marsh>It held in May.
"""
SRT = (
    "1\r\n00:00:01,000 --> 00:00:02,000\r\nThe dike is\r\nold.\r\n\r\n"
    "2\r\n00:00:09,500 --> 00:00:11,000\r\nIt held.\r\n"
)


def units(path: Path) -> list[tuple[str, str]]:
    return [(unit.locator, unit.text) for unit in read_article(path).units]


def write_docx(path: Path) -> Path:
    document = docx.Document()
    document.add_heading("The dike", 1)
    document.add_paragraph("It is old. It will not hold.")
    table = document.add_table(rows=2, cols=2)
    for n, text in enumerate(("", "Dike", "Cost", "190")):
        table.cell(n // 2, n % 2).text = text
    document.save(str(path))
    return path


def test_a_transcript_with_voices_has_a_paragraph_a_turn(tmp_path: Path) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text(VTT, encoding="utf-8")
    assert units(path) == [
        ("s0.p1.s1", "Ana Brook: The dike is old."),
        ("s0.p1.s2", "It will not hold."),
        ("s0.p2.s1", "Leo Marsh: It held in May."),
    ]


def test_a_pause_opens_a_paragraph_where_nobody_is_named(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_bytes(SRT.encode())
    assert units(path) == [("s0.p1.s1", "The dike is old."), ("s0.p2.s1", "It held.")]


def test_a_word_document_keeps_headings_and_tables(tmp_path: Path) -> None:
    read = read_article(write_docx(tmp_path / "a.docx"))
    assert [section.title for section in read.sections if section.title] == ["The dike"]
    assert [unit.text for unit in read.units if unit.kind in {"sentence", "cell"}][:2] == [
        "It is old.",
        "It will not hold.",
    ]
    assert "190" in [unit.text for unit in read.units]


def test_a_pdf_is_read_in_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    text = "The dike along the river is old, and nobody has looked after it since it was built."
    source = f"#set page(width: 8cm)\n{text}\n\nIt held."
    path.write_bytes(typst.compile(source.encode(), format="pdf"))
    assert units(path)[-1][1] == "It held."
    assert "nobody has looked after it" in units(path)[0][1]


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.vtt", "a.srt"])
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 no more", b"PK\x03\x04", b"\x00\xff" * 50, b"WEBVTT\n\n"])
def test_what_is_none_of_its_kind_is_one_sentence(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(NoText):
        read_article(tmp_path / name)


def test_a_document_that_unpacks_to_too_much_is_not_opened(tmp_path: Path) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"0" * 200_000_001)
    (tmp_path / "a.docx").write_bytes(packed.getvalue())
    with pytest.raises(NoText, match="unpacks to more than 200 MB"):
        read_article(tmp_path / "a.docx")


def test_a_cut_document_never_breaks_the_reader(tmp_path: Path) -> None:
    whole = write_docx(tmp_path / "whole.docx").read_bytes()
    for cut in range(0, len(whole), 997):
        (tmp_path / "a.docx").write_bytes(whole[:cut])
        with pytest.raises(NoText):
            read_article(tmp_path / "a.docx")
