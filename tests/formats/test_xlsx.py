from __future__ import annotations

import io
import sys
import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from argumap.errors import NotInstalled, OtherTool
from argumap.formats import FORMATS, Foreign, Imported
from foreign_files import came

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

openpyxl = pytest.importorskip("openpyxl")

CLAIMS: list[list[object]] = [
    ["Debate of the pond", None],
    ["Nr", "Statement", "Who", "Date", "Implicit"],
    [1, "The mill pond should be drained.", "The miller", date(2024, 3, 2), None],
    [2.0, "The dam leaks.", None, datetime(2024, 3, 2, 10, tzinfo=UTC).replace(tzinfo=None), True],
    [],
    [3, "=1+1 is what the carp eat.", None, None, False],
]
EDGES: list[list[object]] = [["from", "to", "sign"], [2, 1, 1], [3, 1, -1], [4, 1, 1]]


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
            for cell in sheet[sheet.max_row]:
                if isinstance(cell.value, str):
                    cell.data_type = "s"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def read(data: bytes, **columns: str) -> Imported:
    reader = FORMATS["xlsx"].read
    assert reader is not None
    return reader(Foreign("pond.xlsx", data, columns=columns))


BOOK = workbook({"Claims": CLAIMS, "Edges": EDGES, "Notes": [["Nothing here"], ["is a table"]]})


def repacked(change: Callable[[str, bytes], bytes]) -> bytes:
    """The workbook with its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(part, old.read(part)))
    return made.getvalue()


def test_claims_of_one_sheet_and_steps_of_another_are_one_map() -> None:
    imported = read(BOOK)
    record = came("xlsx", imported)
    assert [claim.text for claim in record.claims] == [
        "The mill pond should be drained.",
        "The dam leaks.",
        "=1+1 is what the carp eat.",
    ]
    assert [(step.bearing, step.target) for step in record.arguments] == [
        ("supports", record.claims[0].id),
        ("attacks", record.claims[0].id),
    ]
    assert [claim.date for claim in record.claims] == [None, "2024-03-02", None]
    assert [said.date for said in record.attributions] == ["2024-03-02"]
    assert [claim.implicit for claim in record.claims] == [False, True, False]
    assert {(loss.why, loss.id) for loss in imported.losses} == {
        ("a sheet without a column that is known", "Notes"),
        ("a row above the headings", "Claims row 1"),
        ("a row about a claim that is not there", "Edges row 4"),
    }
    assert imported.told[0].startswith("Claims, columns: id = Nr, text = Statement")


def test_what_was_kept_is_read_again_as_the_workbook_was() -> None:
    imported = read(BOOK, id="Nr", text="Statement")
    again = FORMATS["xlsx"].read_again("pond.xlsx", imported.kept)
    assert again is not None
    assert again.map == imported.map


def test_a_workbook_is_known_by_its_parts() -> None:
    recognise = FORMATS["xlsx"].recognise
    assert recognise(Foreign("x", BOOK))
    assert not recognise(Foreign("x", BOOK[:200]))
    assert recognise(Foreign("x", BOOK.replace(b"PK\x01\x02", b"PK\x01\x02\xff\xff\xff\xff")))
    assert not recognise(Foreign("x", b"id,text\n"))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (BOOK[:-30], "cut off"),
        (b"PK\x03\x04" + b"\0" * 50, "cut off"),
        (repacked(lambda part, data: b"<a>" if "sheet1" in part else data), "damaged inside"),
        (
            repacked(lambda part, data: b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' if "sheet1" in part else data),
            "entities",
        ),
        (repacked(lambda part, data: b"<a>" * 100_000 if "sheet1" in part else data), "damaged inside"),
        (repacked(lambda part, data: b" " * 450_000_000 if "sheet1" in part else data), "400 MB"),
        (b"[1]", "no workbook"),
    ],
    ids=["cut", "rubbish", "broken part", "entities", "deep", "bomb", "other"],
)
def test_what_is_no_whole_workbook_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(OtherTool, match=told):
        read(data)


def test_a_sheet_that_claims_to_be_wide_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argumap.formats.xlsx._MOST_CELLS", 1000)
    wide = repacked(lambda part, data: data.replace(b'r="D3"', b'r="XFD3"') if "sheet1" in part else data)
    with pytest.raises(OtherTool, match="more than 1,000 cells"):
        read(wide)


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(NotInstalled, match=r"pip install 'argumap\[exchange\]'; or save it as CSV"):
        read(BOOK)


def test_a_workbook_cut_anywhere_is_refused() -> None:
    for end in range(0, len(BOOK), 97):
        with pytest.raises(OtherTool):
            read(BOOK[:end])
