from __future__ import annotations

import pytest

from argumap.errors import OtherTool
from argumap.formats._tables.grid import GridRow, TableGrid
from argumap.formats._tables.sheets import Sheet, find_sheet


def grid(text: str, name: str = "") -> TableGrid:
    lines = text.split("/")
    return TableGrid([GridRow(f"line {n}", tuple(line.split(","))) for n, line in enumerate(lines, 1)], name=name)


def find(text: str, /, **asked: str) -> Sheet | None:
    return find_sheet(grid(text), asked, "f")


def test_headings_stand_in_the_first_row_that_has_some() -> None:
    sheet = find("Our debate/,/id,text/1,A.")
    assert sheet is not None
    assert (len(sheet.above), len(sheet.rows)) == (2, 1)
    assert sheet.header is not None
    assert sheet.header.cells == ("id", "text")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Source,Target,Weight,Label/a,b,2,supports/c,b,3,con", 3),
        ("text,parent,what/A.,B.,+/C.,B.,-", 2),
        ("text,parent,what/A.,B.,+/C.,B.,perhaps", None),
        ("Source,Target,Weight/a,b,1/c,b,1.0", None),
        ("Source,Target,Weight/a,b,1/c,b,-1", 2),
        ("text,what/A.,+", None),
        ("text,parent/pro,A.", None),
    ],
)
def test_a_column_in_which_only_sides_stand_is_one_of_them(text: str, relation: int | None) -> None:
    sheet = find(text)
    assert sheet is not None
    assert sheet.columns.get("relation") == relation


def test_edges_without_headings_have_a_side_in_every_row() -> None:
    sheet = find("A.,supports,B./C.,con,A.")
    assert sheet is not None
    assert sheet.columns == {"id": 0, "parent": 2, "relation": 1}
    assert find("A.,supports,B./C.,perhaps,A.") is None
    assert find("A.,B./C.,A.") is None


def test_a_column_that_is_asked_for_must_be_there() -> None:
    with pytest.raises(OtherTool, match="no column is called 'x'"):
        find("a,b/1,2", text="x")
    sheet = find("A.,B.", header="no", text="2")
    assert sheet is not None
    assert sheet.header is None


def test_what_the_columns_were_taken_for_names_the_sheet() -> None:
    sheet = find_sheet(grid("id,text,more/1,A.,x", "First"), {}, "f")
    assert sheet is not None
    read, unread = sheet.tell()
    assert read == "First, columns: id = id, text = text"
    assert unread.startswith("First, not read: more; ")


@pytest.mark.parametrize("asked", ["99", "-1", "Amy", "0", "6"])
def test_no_row_beneath_the_headings_is_taken_for_them(asked: str) -> None:
    table = "id,text,parent,stance,who/1,Cars go.,,,/2,Air.,1,pro,Amy/3,Lost.,99,pro,/4,Gone.,1,con,"
    with pytest.raises(OtherTool, match=f"no column is called '{asked}'; there are 'id', 'text'"):
        find(table, text=asked)


def test_a_number_with_a_sign_is_no_heading() -> None:
    with pytest.raises(OtherTool, match="no column is called '-1'; there are 'what', 'how'"):
        find("what,how/A.,1/B.,2", text="-1")
