from __future__ import annotations

import pytest

from argumap.errors import OtherTool
from argumap.formats import Foreign
from argumap.formats._tables.grid import GridRow, TableGrid
from argumap.formats._tables.reading import (
    StepKey,
    TableReading,
    as_imported,
    make_origin_id,
    make_step_origin,
    read_grids,
    recognise_grids,
)
from argumap.model import Bearing


def grid(name: str, *rows: str) -> TableGrid:
    return TableGrid(
        [GridRow(f"{name} row {n}", tuple(row.split("|"))) for n, row in enumerate(rows, 1)], name=name
    )


def read(*grids: TableGrid) -> TableReading:
    return read_grids(grids, Foreign("book", b""), {})


def test_a_sheet_of_claims_and_one_of_edges_are_one_map() -> None:
    reading = read(
        grid("claims", "id|text", "a|Yes.", "b|No."),
        grid("edges", "from|to|relation", "b|a|attacks", "c|a|attacks", "a|a|supports"),
        grid("other", "x|y", "1|2"),
    )
    imported = as_imported(reading)
    assert [claim.text for claim in imported.map.claims] == ["Yes.", "No."]
    assert len(imported.map.arguments) == 1
    assert {(loss.why, loss.id) for loss in imported.losses} == {
        ("a sheet without a column that is known", "other"),
        ("a row about a claim that is not there", "edges row 3"),
        ("a row that bears on itself", "edges row 4"),
    }


def test_dates_types_tags_and_titles_are_held_where_they_can_be() -> None:
    reading = read(
        grid(
            "s",
            "id|text|title|type|date|tags|implicit|who|act",
            "a|Yes.|Short|policy|2024-02-03|one; two|yes||",
            "b|No.||guess|last week||no||",
            "c|So.||||||Ann|concedes",
            "d|So so.|||2024-05-06T10:00|||Ann|shouts",
        )
    )
    a, b, c, d = reading.map.claims
    assert (a.title, a.type, a.date, a.tags, a.implicit) == ("Short", "policy", "2024-02-03", ("one", "two"), True)
    assert (b.type, b.date, b.implicit) == (None, None, False)
    assert (c.date, d.date) == (None, None)
    assert [(said.act, said.date) for said in reading.map.attributions] == [
        ("concedes", None),
        ("asserts", "2024-05-06"),
    ]
    assert sorted((loss.why, loss.id) for loss in reading.losses) == [
        ("a date that is written otherwise than 2025-01-31", "s row 3"),
        ("a type that is none of argumap's", "s row 3"),
        ("an act of another name, held as an assertion", "s row 5"),
    ]


def test_a_long_text_that_is_its_own_name_has_a_digest_for_origin() -> None:
    assert make_origin_id("A1") == "A1"
    assert make_origin_id("x" * 60).startswith("#")
    assert make_step_origin(StepKey("\na", Bearing.SUPPORTS, "b"), "b") == "a → b"
    assert make_step_origin(StepKey("joint", Bearing.SUPPORTS, "b"), "b") == "joint ⇒ b"


def test_steps_upon_steps_need_ground_and_no_circle_has_any() -> None:
    reading = read(
        grid(
            "s",
            "id|text|relation|parent|step",
            "a|A.|||",
            "b|B.|pro|a|one",
            "c|C.|con|one|two",
            "d|D.|undercuts|two|three",
            "e|E.|undercuts|five|four",
            "f|F.|undercuts|four|five",
            "g|G.|pro|one|",
        )
    )
    assert [step.target for step in reading.map.arguments] == ["a", "one", "two"]
    assert sorted(loss.id for loss in reading.losses) == ["s row 6", "s row 7", "s row 8"]


def test_a_table_is_known_by_its_columns() -> None:
    assert "headings" in recognise_grids([grid("s", "id|text", "a|A.")], {}, "f")
    assert recognise_grids([grid("s", "text", "A.")], {}, "f") == ""
    assert recognise_grids([grid("s", "id|text")], {}, "f") == ""
    with pytest.raises(OtherTool, match="the table is empty"):
        read(grid("s", "|"))


def test_many_rows_upon_one_claim_take_no_longer_each() -> None:
    rows = ["id|text|parent|side|step", "top|Top.|||", *(f"N{n}|Claim {n}.|top|pro|all" for n in range(6_000))]
    assert len(read(grid("s", *rows)).map.arguments[0].premises) == 6_000
