"""Word documents: what stands in them, and what is none."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml

from argumap.errors import NoText
from argumap.text.source_facts import SourceFacts
from argumap.text.word_reader import read_word

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def save(document: object) -> bytes:
    packed = BytesIO()
    document.save(packed)  # type: ignore[attr-defined]
    return packed.getvalue()


def pack(**members: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return packed.getvalue()


def test_headings_lists_and_tables_stay() -> None:
    document = docx.Document()
    document.add_heading("The dike", 0)
    document.add_heading("Cost", 2)
    document.add_paragraph("It is old.")
    document.add_paragraph("One.", style="List Bullet")
    document.add_paragraph("Two.", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for n, text in enumerate(("", "Dike", "Cost", "190")):
        table.cell(n // 2, n % 2).text = text
    assert read_word(save(document), "a.docx").text == (
        "# The dike\n\n## Cost\n\nIt is old.\n\n- One.\n- Two.\n\n|  | Dike |\n|---|---|\n| Cost | 190 |"
    )


def test_tracked_insertions_are_read_and_deletions_are_not() -> None:
    document = docx.Document()
    document._body._element.insert(
        0,
        parse_xml(
            f"<w:p {NAMESPACE}><w:r><w:t xml:space='preserve'>It is </w:t></w:r>"
            "<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>"
        ),
    )
    assert read_word(save(document), "a.docx").text == "It is new"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"", "is no whole Word document", id="empty"),
        pytest.param(b"PK\x03\x04", "it may have been cut off", id="cut off"),
        pytest.param(pack(notes=b"x"), "is no Word document, whatever its name says", id="another zip"),
        pytest.param(pack(word__document_xml=b"<w:doc"), "is damaged inside", id="broken inside"),
        pytest.param(pack(word__document_xml=b"0" * 200_000_001), "unpacks to more than 200 MB", id="a bomb"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "the old kind (.doc); save it as .docx", id="a .doc"),
        pytest.param(
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "locked with a password", id="locked"
        ),
    ],
)
def test_what_is_no_word_document_is_one_sentence(data: bytes, told: str) -> None:
    with pytest.raises(NoText) as raised:
        read_word(data, "a.docx")
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_document_that_grows_by_its_entities_is_not_unfolded() -> None:
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in range(ord("b"), ord("k"))
    )
    document = docx.Document()
    document.add_paragraph("PLACE")
    whole = save(document)
    packed = BytesIO()
    with ZipFile(BytesIO(whole)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == "word/document.xml":
                declaration, _, body = content.partition(b"?>")
                content = declaration + b"?>" + bomb + b"]>" + body.replace(b"PLACE", b"&j;")
            new.writestr(member, content)
    with suppress(NoText):
        assert len(read_word(packed.getvalue(), "a.docx").text) < 1_000


def test_a_cut_document_never_breaks_the_reader() -> None:
    whole = save(docx.Document())
    for cut in range(0, len(whole), 997):
        with pytest.raises(NoText):
            read_word(whole[:cut], "a.docx")


def test_its_properties_say_who_wrote_it_where_somebody_signed() -> None:
    document = docx.Document()
    document.add_paragraph("The dike is old.")
    assert read_word(save(document), "a.docx").facts == SourceFacts(aside=True)
    properties = document.core_properties
    properties.author, properties.title = "Ana Brook; Leo Marsh", "The dike"
    properties.created = datetime(2031, 3, 15, tzinfo=UTC)
    assert read_word(save(document), "a.docx").facts == SourceFacts(
        "The dike", ("Ana Brook", "Leo Marsh"), "2031-03-15", aside=True
    )
