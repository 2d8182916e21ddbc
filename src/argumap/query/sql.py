"""SQL over the index of the maps: reading only, for a limited time, in limited memory, up to a number of rows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argumap.errors import CallError, TooMuchWork
from argumap.query import sql_worker

if TYPE_CHECKING:
    import sqlite3

    SqlCell = str | int | float | None

# Where the system cannot count a process's own time, somebody else's work may stand in its way.
_WAITING = 10.0


@dataclass(frozen=True, slots=True)
class QueryResult:
    """What a query gave. ``cut`` is whether there were more rows than asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[SqlCell, ...], ...]
    cut: bool


def select(
    connection: sqlite3.Connection, query: str, *, seconds: float = 5.0, most_rows: int = 10_000
) -> QueryResult:
    """The rows of ``query``, a single SELECT over the views of docs/sql.md, asked in a process of its own.

    Nothing else passes: what writes, attaches or sets anything or is no SQL raises `CallError`, what runs
    longer than ``seconds`` of processor time or takes too much memory `TooMuchWork`, with one plain sentence.
    """
    told = _ask(connection, query, seconds, most_rows)
    if "call" in told:
        raise CallError(told["call"])
    if "work" in told:
        raise TooMuchWork(told["work"])
    return QueryResult(tuple(told["columns"]), tuple(map(tuple, told["rows"])), told["cut"])


def _ask(connection: sqlite3.Connection, query: str, seconds: float, most_rows: int) -> dict[str, Any]:
    # Any: each key of an answer holds something else; `sql_worker.answer` says what.
    import subprocess
    import sys

    file = connection.execute("pragma database_list").fetchone()[2]
    data = b"" if file else connection.serialize()
    asked = {"file": file, "size": len(data), "query": query, "seconds": seconds, "most_rows": most_rows}
    try:
        ran = subprocess.run(  # noqa: S603 - our own script, and the query goes by its standard input
            [sys.executable, "-I", "-S", sql_worker.__file__],
            input=json.dumps(asked).encode() + b"\n" + data,
            capture_output=True,
            timeout=None if _system_counts() else seconds + _WAITING,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"work": sql_worker.too_long(seconds)}
    if ran.returncode == 0:
        told: dict[str, Any] = json.loads(ran.stdout)
        return told
    return {"work": sql_worker.too_long(seconds) if ran.returncode < 0 else sql_worker.TOO_LARGE}


def _system_counts() -> bool:
    import signal

    return hasattr(signal, "setitimer")
