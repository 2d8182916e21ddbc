from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argumap.errors import CallError, TooMuchWork
from argumap.model import Index
from argumap.query.sql import select
from argumap.query.sql_worker import answer
from argumap.query.sqlite_index import open_database
from draws import draws
from maps import CYCLE, TOWN

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

MAPS = {"town": Index(TOWN), "cycle": Index(CYCLE)}
FIGURES: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    "town": {"close-it": {"status": "stands", "strength": 0.75}, "other-towns": {"status": "applies"}}
}
PAGE = Path(__file__).parents[2] / "docs" / "sql.md"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    connection = open_database(MAPS, folder=tmp_path_factory.mktemp("cache"), evaluation=FIGURES)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        pytest.param("select count(*) from claims", [(9,)], id="all maps in one view"),
        pytest.param(
            "select status, strength from claims where id = 'close-it'", [("stands", 0.75)], id="figures"
        ),
        pytest.param(
            "select status from arguments where id = 'other-towns'", [("applies",)], id="figures of a step"
        ),
        pytest.param("select role from claims where id = 'rents-rose'", [("rebuttal",)], id="derived roles"),
        pytest.param(
            'select "by", act, via from attributions where "of" = \'trade-falls\' order by number',
            [("shops", "argues", "editor"), ("editor", "concedes", "")],
            id="whose voice",
        ),
        pytest.param(
            "select claim from premises where argument = 'other-towns' order by place",
            [("footfall-rose",), ("rents-rose",)],
            id="linked premises",
        ),
        pytest.param(
            "select at from passages where kind = 'attribution' and node = 'trade-falls'",
            [("s2.p3.s1",)],
            id="passages",
        ),
        pytest.param("select author, file from sources", [("editor", "column.md")], id="sources"),
        pytest.param(
            "select target from links where source = 'clean-air' and kind = 'about'",
            [("closed-streets",)],
            id="links",
        ),
        pytest.param("select id from search where search match 'guild'", [("shops",)], id="full text"),
        pytest.param("select 1 as n union all values (2)", [(1,), (2,)], id="no table at all"),
        pytest.param("select x'00ff', 9e999, null", [("00ff", "inf", None)], id="what JSON cannot hold is text"),
    ],
)
def test_the_index_answers(town: sqlite3.Connection, query: str, rows: list[tuple[object, ...]]) -> None:
    assert list(select(town, query).rows) == rows


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("delete from claims_rows", "only SELECT"),
        ("insert into search values (1, 2, 3, 4, 5)", "only SELECT"),
        ("insert into search(search) values ('optimize')", "only SELECT"),
        ("update claims set title = ''", "view"),
        ("replace into claims_rows select * from claims_rows", "only SELECT"),
        ("create temp table t (x)", "only SELECT"),
        ("drop view claims", "only SELECT"),
        ("attach 'x.db' as x", "only SELECT"),
        ("vacuum into 'x.db'", "only SELECT"),
        ("pragma query_only = off", "only SELECT"),
        ("select * from pragma_database_list", "only SELECT"),
        ("begin", "only SELECT"),
        ("savepoint s", "only SELECT"),
        ("reindex", "only SELECT"),
        ("select load_extension('x')", "only SELECT"),
        ("select 1; select 2", "one SELECT at a time"),
        ("who argues what", "syntax error"),
        ("select no_such from claims", "no such column"),
        ("", "no SELECT"),
        ("-- only a remark", "no SELECT"),
        ("select '\0'", "null character"),
        ("select '\ud800'", "SQL"),
        ("select zeroblob(1000000000)", "too big"),
        ("select " + "1+" * 60_000 + "1", "SQL"),
        ("select '" + "x" * 200_000 + "'", "SQL"),
        ("select id from search where search match '\"'", "SQL"),
    ],
)
def test_what_is_no_reading_gets_one_plain_line(
    town: sqlite3.Connection, query: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CallError, match=told) as caught:
        select(town, query)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir())
    assert select(town, "select count(*) from claims").rows == ((9,),)


@pytest.mark.parametrize(
    "query",
    [
        "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n",
        "select count(*) from claims a, claims b, claims c, claims d, claims e, claims f, claims g, claims h",
    ],
)
def test_a_query_that_runs_away_is_stopped(town: sqlite3.Connection, query: str) -> None:
    with pytest.raises(TooMuchWork, match=r"longer than 0\.05 s"):
        select(town, query, seconds=0.05)
    assert select(town, "select 1").rows == ((1,),)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        pytest.param(
            "select instr(zeroblob(9000000), zeroblob(4500000) || x'01')", r"longer than 0\.2 s", id="one function"
        ),
        pytest.param(
            "with recursive n(i) as (select 1 union all select i + 1 from n) select zeroblob(9000000) from n",
            "more memory",
            id="long rows",
        ),
        pytest.param(
            "select count(*) from (select distinct randomblob(9000000) from claims a, claims b)",
            "more memory",
            id="inside SQLite",
        ),
    ],
)
def test_no_function_outlives_the_limits(town: sqlite3.Connection, query: str, told: str) -> None:
    with pytest.raises(TooMuchWork, match=told) as caught:
        select(town, query, seconds=0.2 if "longer" in told else 5)
    assert "\n" not in str(caught.value)


def test_an_index_that_is_in_no_file_answers_the_same(tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.touch()
    memory = open_database(MAPS, folder=blocked)
    assert select(memory, "select count(*) from claims").rows == ((9,),)
    with pytest.raises(CallError, match="only SELECT"):
        select(memory, "delete from claims_rows")
    memory.close()


def test_rows_are_capped_and_the_cut_is_told(town: sqlite3.Connection) -> None:
    table = select(town, "select id from claims", most_rows=4)
    assert (len(table.rows), table.cut) == (4, True)
    assert not select(town, "select id from claims", most_rows=9).cut


WORDS = (
    "select",
    "from",
    "claims",
    "where",
    "delete",
    "drop",
    "with",
    "recursive",
    "union",
    "all",
    "pragma",
    "attach",
)
SIGNS = (";", "'", "(", ")", "*", ",", "=", "--", "/*", "1", "id")


@settings(max_examples=draws(300), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(query=st.one_of(st.text(), st.lists(st.sampled_from(WORDS + SIGNS), max_size=12).map(" ".join)))
def test_no_query_ends_in_anything_but_rows_or_one_line(town: sqlite3.Connection, query: str) -> None:
    told = answer(town, query, 0.2, 100)
    assert "columns" in told or "\n" not in str(told.get("call") or told["work"])


def test_the_recursive_examples_of_the_page_give_what_it_shows(town: sqlite3.Connection) -> None:
    page = PAGE.read_text(encoding="utf-8")
    examples = re.findall(r"```sql\n(with recursive.*?)```\n\n```text\n(.*?)```", page, flags=re.DOTALL)
    assert len(examples) == 3
    for query, shown in examples:
        table = select(town, query)
        rows = [
            " | ".join("" if cell is None else str(cell) for cell in row) for row in (table.columns, *table.rows)
        ]
        assert rows == shown.splitlines()
