"""The script that asks one SELECT: what it answers, as one line of JSON."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from argumap.query.sql_worker import __file__ as script
from argumap.query.sql_worker import answer


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("select 1 as n union select 2", {"columns": ["n"], "rows": [[1], [2]], "cut": False}),
        ("select 1 as n union select 2 union select 3", {"columns": ["n"], "rows": [[1], [2]], "cut": True}),
        ("select x'00ff' as n, -9e999", {"columns": ["n", "-9e999"], "rows": [["00ff", "-inf"]], "cut": False}),
        ("create table t (x)", {"call": "only SELECT is allowed here; the index is for reading"}),
        ("select 1; select 2", {"call": "one SELECT at a time; leave out what follows the semicolon"}),
    ],
)
def test_what_is_asked_is_answered(query: str, told: dict[str, object]) -> None:
    with closing(sqlite3.connect(":memory:")) as empty:
        assert answer(empty, query, 1, 2) == told


def test_it_runs_as_a_script_without_the_rest() -> None:
    with closing(sqlite3.connect(":memory:")) as empty:
        data = empty.serialize()
    asked = {"file": "", "size": len(data), "query": "select 'é' as n", "seconds": 1, "most_rows": 2}
    ran = subprocess.run(
        [sys.executable, "-I", "-S", script],
        input=json.dumps(asked).encode() + b"\n" + data,
        capture_output=True,
        check=True,
    )
    assert json.loads(ran.stdout) == {"columns": ["n"], "rows": [["é"]], "cut": False}
