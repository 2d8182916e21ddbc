"""PDFs: paragraphs made whole, headings, pages, and what is none."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
import typst

from argumap.errors import NoText
from argumap.text import read_article
from argumap.text.pdf_reader import read_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COLUMNS = """
#set page(width: 14cm, height: 8cm, columns: 2, header: [The Quay Review #h(1fr) Winter], numbering: "1 of 1",
  margin: 1.5cm)
#set par(justify: true)
#set text(size: 9pt, hyphenate: true, lang: "en")
= Who should own the harbour crane?
The municipality bought the crane in a year of extraordinary optimism, and nobody has calculated its maintenance
since. The harbourmaster maintains that a well-kept crane repays its purchase within fifteen years. Independent
accountants disagree with him considerably.

According to the fishermen's cooperative, unloading without the crane would require additional personnel throughout
the autumn. The cooperative's chairwoman, Ragnhild Skaar, argues that privatisation would inevitably increase the
handling charges.

== What a sale would bring
A neighbouring shipyard offered two million crowns. The administration considers the offer insufficient, since the
foundation alone represents considerable municipal investment. Furthermore the undertaking would have to guarantee
accessibility for smaller vessels.

The council will deliberate in February. Until then everybody speculates, and the crane continues to rust
magnificently in the northeasterly wind that comes across the sound and into the harbour basin every winter.
"""


def set_pdf(source: str) -> bytes:
    made: bytes = typst.compile(source.encode(), format="pdf")
    return made


@pytest.fixture(scope="module")
def columns() -> bytes:
    return set_pdf(COLUMNS)


def test_columns_and_pages_are_read_on_and_divided_words_are_whole(columns: bytes) -> None:
    text = read_pdf(columns, "a.pdf").text
    body = COLUMNS.partition("crane?\n")[2].replace("'", "’").replace("== What", "## What")
    assert text.split() == f"# Who should own the harbour crane? {body}".split()
    assert "\ufffe" not in text


def test_headings_are_told_by_their_type(columns: bytes) -> None:
    heads = [line for line in read_pdf(columns, "a.pdf").text.splitlines() if line.startswith("#")]
    assert heads == ["# Who should own the harbour crane?", "## What a sale would bring"]


def test_what_every_page_repeats_is_left_out_and_told(columns: bytes) -> None:
    kinds = [kind for kind, _ in read_pdf(columns, "a.pdf").left_out]
    assert set(kinds) == {"what every page repeats"}
    assert len(kinds) == 4  # head and foot of two pages


@pytest.mark.parametrize("numbering", ["1", "1 of 1", "Page 1/1", "— 1 —", "Seite 1 von 1"])
def test_the_number_of_a_single_page_is_no_text(numbering: str) -> None:
    pdf = set_pdf(f"#set page(footer: align(center)[{numbering}])\nThe dike has 12 gates.\n\nIt held in 1953.")
    found = read_pdf(pdf, "a.pdf")
    assert "The dike has 12 gates." in found.text
    assert found.text.rstrip().endswith("It held in 1953.")
    assert [kind for kind, _ in found.left_out] == ["what every page repeats"]


def test_each_unit_knows_its_page(columns: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(columns)
    article = read_article(tmp_path / "a.pdf")
    pages = [article.fragment_of(unit) for unit in article.units]
    assert pages == sorted(pages)
    assert set(pages) == {"page=1", "page=2"}
    assert article.fragment_of(article.units[-1]) == "page=2"


def test_a_compound_at_the_end_of_a_line_keeps_its_hyphen() -> None:
    source = "#set page(width: 5cm)\nA well-kept crane. Not a well-\\\nkept boat."
    text = read_pdf(set_pdf(source), "a.pdf").text
    assert "Not a well-kept boat" in text


def test_a_scan_without_text_says_so() -> None:
    with pytest.raises(NoText, match="only pictures of pages; a scan has to go through text recognition"):
        read_pdf(set_pdf("#rect(width: 3cm, height: 3cm, fill: luma(200))"), "scan.pdf")


def test_a_page_without_text_among_others_is_told() -> None:
    found = read_pdf(set_pdf("The dike is old.\n#pagebreak()\n#rect()\n#pagebreak()\nIt held."), "a.pdf")
    assert found.left_out == (("pages without text", "2"),)
    assert [fragment for _, fragment in found.fragments] == ["page=1", "page=3"]


LEFT = (
    "The harbour crane was bought in",
    "a year of great optimism and",
    "nobody has oiled it since then.",
    "The council wants to sell it.",
)
RIGHT = (
    "The fishermen object to the sale.",
    "They say that unloading without",
    "the crane would need more hands",
    "in autumn and cost them dearly.",
)


def write_across(left: Sequence[str], right: Sequence[str]) -> bytes:
    """A page whose program wrote it line by line over both columns."""
    rows = "".join(
        f"1 0 0 1 {x} {350 - 14 * n} Tm ({words}) Tj\n"
        for n, pair in enumerate(zip(left, right, strict=True))
        for x, words in zip((40, 260), pair, strict=True)
    )
    stream = f"BT /F1 10 Tf\n{rows}ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = "".join(f"{n} 0 obj{each}endobj\n" for n, each in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Size 6/Root 1 0 R>>\n%%EOF".encode()


def test_a_page_that_was_written_across_its_columns_is_read_down_them() -> None:
    found = read_pdf(write_across(LEFT, RIGHT), "a.pdf").text
    assert found == f"{' '.join(LEFT)}\n\n{' '.join(RIGHT)}\n"


def test_a_table_is_no_pair_of_columns() -> None:
    found = read_pdf(write_across(("Cost", "Way", "Roof", "Heat"), ("14", "5 min", "new", "oil")), "a.pdf").text
    assert found.split() == ["Cost", "14", "Way", "5", "min", "Roof", "new", "Heat", "oil"]


# RC4 of 40 bits, with an owner's and a user's password: enough for a reader to ask for it.
LOCKED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"3 0 obj<</Filter/Standard/V 1/R 2/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">/P -4>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\n%%EOF\n"
)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(LOCKED, "is locked with a password", id="locked"),
        pytest.param(b"%PDF-1.7 and no more", "it may have been cut off", id="cut off"),
        pytest.param(b"<html>not found</html>", "is no PDF, whatever its name says", id="a page of an error"),
    ],
)
def test_what_is_no_pdf_is_one_sentence(data: bytes, told: str) -> None:
    with pytest.raises(NoText) as raised:
        read_pdf(data, "a.pdf")
    assert told in str(raised.value)
    assert "pdfium" not in str(raised.value).casefold()


def test_a_cut_pdf_never_breaks_the_reader(columns: bytes) -> None:
    for cut in range(0, len(columns), 1501):
        with suppress(NoText):
            read_pdf(columns[:cut], "a.pdf")
