from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argumap.errors import CallError
from argumap.model import ArgumentMap, Index, Source
from argumap.query.sql import select
from argumap.query.sqlite_index import open_database
from maps import CYCLE, HOSTILE, HOSTILE_TEXT, TAKEN_OVER, TOWN

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping


MAPS = {"town": Index(TOWN), "cycle": Index(CYCLE), "library": Index(TAKEN_OVER)}


FIGURES: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    "town": {"close-it": {"status": "stands", "strength": 0.75}, "other-towns": {"status": "applies"}}
}


PAGE = Path(__file__).parents[2] / "docs" / "sql.md"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    connection = open_database(MAPS, folder=tmp_path_factory.mktemp("cache"), evaluation=FIGURES)
    yield connection
    connection.close()


def test_the_cache_is_named_by_what_is_in_it(tmp_path: Path) -> None:
    for figures in ({}, FIGURES, {}):
        open_database(MAPS, folder=tmp_path, evaluation=figures).close()
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 2
    assert all(re.fullmatch(r"[0-9a-f]{32}\.argumap\.sqlite", name) for name in names)


def test_a_cache_that_was_torn_is_made_anew(tmp_path: Path) -> None:
    open_database(MAPS, folder=tmp_path).close()
    [path] = tmp_path.iterdir()
    whole = path.read_bytes()
    for torn in (whole[: len(whole) // 2], b"", b"SQLite format 3\0"):
        path.write_bytes(torn)
        connection = open_database(MAPS, folder=tmp_path)
        assert select(connection, "select count(*) from claims").rows == ((11,),)
        connection.close()
    assert path.read_bytes() == whole


def test_the_cache_does_not_pile_up(tmp_path: Path) -> None:
    for n in range(12):
        open_database({f"map-{n}": MAPS["town"]}, folder=tmp_path).close()
    assert len(list(tmp_path.iterdir())) == 8


def test_without_a_place_to_write_the_index_stays_in_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    connection = open_database(MAPS, folder=blocked)
    assert select(connection, "select count(*) from claims").rows == ((11,),)
    with pytest.raises(CallError, match="only SELECT"):
        select(connection, "delete from claims_rows")
    connection.close()


def test_hostile_texts_are_rows_like_others(tmp_path: Path) -> None:
    connection = open_database({HOSTILE_TEXT: Index(HOSTILE)}, folder=tmp_path)
    assert select(connection, "select map, text from claims").rows[0] == (HOSTILE_TEXT, HOSTILE_TEXT)
    connection.close()


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (
            "select language, standard, unseen from maps where language > ''",
            [("en-GB", "reason", "an importer")],
        ),
        ("select count(*) from maps where unseen is null", [(2,)]),
        (
            'select place, "of" from tour order by place',
            [(0, "sundays"), (1, "free-day/open-it")],
        ),
        (
            "select code, at from accepted order by code",
            [("AM241", "letter#s4.t1"), ("AM312", None), ("AM313", "price/shelf")],
        ),
        (
            "select kind, node, number, foreign_id, unseen from origins where kind in ('claim', 'attribution')",
            [
                ("claim", "open-it", None, "Open it", "an importer, on a Monday"),
                ("attribution", "free-day", 0, "@1", "a reader"),
            ],
        ),
        ("select count(*) from origins where kind = 'map' and node = map", [(1,)]),
        ("select standard from claims where standard is not null", [("balance",)]),
        ("select standard from issues where standard is not null", [("clear",)]),
        ("select language from sources where map = 'library'", [("de-AT",)]),
        ("select count(*) from links where kind = 'also' and source = 'open-it'", [(2,)]),
        ("select id from search where search match 'should be open'", [("open-it",)]),
    ],
)
def test_what_a_map_says_of_its_making_can_be_asked(
    town: sqlite3.Connection, query: str, rows: list[tuple[object, ...]]
) -> None:
    assert [tuple(row) for row in town.execute(query)] == rows


def test_the_page_names_every_column(town: sqlite3.Connection) -> None:
    page = PAGE.read_text(encoding="utf-8")
    for view in (
        "claims",
        "stakeholders",
        "concepts",
        "arguments",
        "premises",
        "attributions",
        "passages",
        "sources",
        "issues",
        "links",
        "maps",
        "tour",
        "accepted",
        "origins",
    ):
        columns = ", ".join(select(town, f"select * from {view} limit 0").columns)
        assert f"| `{view}` | {columns} |" in page


def test_what_a_citation_tells_of_a_source_can_be_asked(tmp_path: Path) -> None:
    cited = Source("note", "A note", authors="Ana Brook; Leo Marsh", publisher="The Courier", doi="10.1/x")
    connection = open_database({"cited": Index(ArgumentMap(sources=(cited,)))}, folder=tmp_path)
    (row,) = connection.execute("select authors, publisher, doi from sources")
    assert tuple(row) == ("Ana Brook; Leo Marsh", "The Courier", "10.1/x")
    connection.close()
