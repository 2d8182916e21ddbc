"""A workbook of Excel or another spreadsheet (Office Open XML, ECMA-376) as tables of claims, read only.

All sheets make one map, so that claims may stand in one and what bears on what in another. Kept are the words
of the cells.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile

from argumap.errors import NotInstalled, OtherTool
from argumap.formats import Family, Format, Imported, Kept
from argumap.formats._foreign import COLUMNS, put_together, take_apart
from argumap.formats._tables import ROLES, GridRow, TableGrid, as_imported, read_grids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.formats import Foreign

_ZIP: Final = b"PK\x03\x04"
_WORKBOOK: Final = "xl/workbook.xml"
_MOST_BYTES: Final = 400_000_000
_MOST_CELLS: Final = 5_000_000
_HEAD: Final = 100_000
_REMEDY: Final = "open it, save it anew as .xlsx, or as CSV"


def recognise(foreign: Foreign) -> str:
    # The name of a part stands in a package as it is; one that was cut off is told when it is read.
    return "it is a workbook" if foreign.data.startswith(_ZIP) and _WORKBOOK.encode() in foreign.data else ""


def read(foreign: Foreign) -> Imported:
    """The map of a workbook's sheets.

    Raises `NotInstalled` without the extra ``[exchange]``; `OtherTool` where the file is no whole workbook, is
    locked with a password, needs entities or unpacks to more than 400 MB or 5,000,000 cells.
    """
    whole = _read_kept(foreign) if not foreign.data.startswith(_ZIP) else _read_workbook(foreign)
    alone = len(whole) == 1
    grids = [
        TableGrid(
            [GridRow(f"row {n}" if alone else f"{name} row {n}", tuple(row)) for n, row in enumerate(rows, 1)],
            name="" if alone else name,
        )
        for name, rows in whole.items()
    ]
    asked = (Kept(COLUMNS, dict(foreign.columns)),) if foreign.columns else ()
    return replace(as_imported(read_grids(grids, foreign, foreign.columns)), kept=(*asked, *take_apart(whole)))


def _read_kept(foreign: Foreign) -> dict[str, list[list[str]]]:
    """The sheets of what `rejoin` made."""
    value = foreign.json
    if not isinstance(value, dict):
        raise OtherTool("this is no workbook of Excel (.xlsx); save it as one, or as CSV", foreign.name)
    return {
        name: [[str(cell) for cell in row] for row in rows if isinstance(row, list)]
        for name, rows in value.items()
        if isinstance(rows, list)
    }


def _read_workbook(foreign: Foreign) -> dict[str, list[list[str]]]:
    _check_package(foreign)
    try:
        import defusedxml  # noqa: F401 - openpyxl reads through it where it is there
        import openpyxl
    except ImportError as error:
        message = f"{foreign.name} takes the extra [exchange]: pip install 'argumap[exchange]'; or save it as CSV"
        raise NotInstalled(message) from error
    try:
        book = openpyxl.load_workbook(BytesIO(foreign.data), read_only=True, data_only=True, keep_links=False)
        return dict(_read_sheets(book, foreign.name))
    except OtherTool:
        raise
    except Exception as error:
        raise OtherTool(f"this workbook is damaged inside; {_REMEDY}", foreign.name) from error


def _read_sheets(book: Any, file: str) -> Iterator[tuple[str, list[list[str]]]]:
    # Any: openpyxl has no types.
    left = _MOST_CELLS
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # a sheet may claim to be as large as it likes
        rows: list[list[str]] = []
        for row in sheet.iter_rows(values_only=True):
            left -= len(row) + 1
            if left < 0:
                raise OtherTool(f"it has more than {_MOST_CELLS:,} cells; save what you need of it as CSV", file)
            rows.append(_trim([_write(value) for value in row]))
        while rows and not rows[-1]:
            rows.pop()
        yield str(sheet.title), rows


def _trim(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _write(value: object) -> str:
    """The value of a cell as words."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return str(int(value)) if value.is_integer() else str(value)
        case datetime():
            return (value.date() if value.time() == time() else value).isoformat()
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


def _check_package(foreign: Foreign) -> None:
    """Raise `OtherTool` where the parts of a workbook are too much, no whole ones, or need entities."""
    try:
        with ZipFile(BytesIO(foreign.data)) as package:
            parts = package.infolist()
            if sum(part.file_size for part in parts) > _MOST_BYTES:
                message = f"it unpacks to more than {_MOST_BYTES // 1_000_000} MB; save what you need of it as CSV"
                raise OtherTool(message, foreign.name)
            if all(part.filename != _WORKBOOK for part in parts):
                raise OtherTool("this is no workbook of Excel (.xlsx); save it as one, or as CSV", foreign.name)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares(package.open(part).read(_HEAD)):
                    raise OtherTool(f"a part of it declares entities, which are not read; {_REMEDY}", foreign.name)
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error) as error:
        if isinstance(error, OtherTool):
            raise
        message = f"this workbook is cut off, or locked with a password; {_REMEDY}"
        raise OtherTool(message, foreign.name) from error


def _declares(head: bytes) -> bool:
    return any(word in head.replace(b"\0", b"") for word in (b"<!DOCTYPE", b"<!ENTITY"))


def rejoin(kept: Iterable[Kept]) -> bytes:
    """The cells again, sheet by sheet, as JSON."""
    cells = put_together(record for record in kept if record.at != COLUMNS or isinstance(record.record, list))
    return json.dumps(cells or {}, ensure_ascii=False).encode("utf-8", "surrogatepass")


PLUGIN = Format(
    "workbook of tables of claims (Excel)",
    (".xlsx",),
    read=read,
    recognise=recognise,
    rejoin=rejoin,
    columns=ROLES,
    anchors=False,
    family=Family.TABLES,
    tool="Excel",
    aside=("colours", "comments", "formulas"),
)
