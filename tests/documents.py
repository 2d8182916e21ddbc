"""A PDF, a Word document and a transcript of our own, as bytes."""

from __future__ import annotations

from io import BytesIO

import docx
import typst


def make_docx() -> bytes:
    document = docx.Document()
    document.add_heading("The dike", 1)
    document.add_paragraph("It is old. It will not hold.")
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


PDF: bytes = typst.compile(b"The dike is old.", format="pdf")
VTT = b"\xef\xbb\xbfWEBVTT\n\n00:01.000 --> 00:02.000\nThe dike is old.\n"
