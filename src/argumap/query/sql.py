"""SQL over the index of the maps: reading only, for a limited time, up to a number of rows."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.errors import ArgumapError, CallError, TooMuchWork

if TYPE_CHECKING:
    import sqlite3

    Cell = str | int | float | None

_LONGEST_VALUE = 10_000_000
_LONGEST_QUERY = 100_000
_STEPS_BETWEEN_LOOKS = 10_000


@dataclass(frozen=True, slots=True)
class QueryResult:
    """What a query gave. ``cut`` is whether there were more rows than asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool


def select(
    connection: sqlite3.Connection, query: str, *, seconds: float = 5.0, most_rows: int = 10_000
) -> QueryResult:
    """The rows of ``query``, a single SELECT over the views of docs/sql.md.

    Nothing else passes: what writes, attaches or sets anything or is no SQL raises `CallError`, what runs
    longer than ``seconds`` of processor time `TooMuchWork`, with one plain sentence.
    """
    import sqlite3

    guard = _QueryLimits(seconds)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _LONGEST_QUERY)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.set_authorizer(guard.allow)
    connection.set_progress_handler(guard.is_over, _STEPS_BETWEEN_LOOKS)
    try:
        cursor = connection.execute(query)
        if cursor.description is None:
            raise CallError("this is no SELECT; write one, such as: select id, title from claims")
        rows = cursor.fetchmany(most_rows + 1)
        columns = tuple(column[0] for column in cursor.description)
        cursor.close()
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        if isinstance(error, CallError):
            raise
        raise guard.explain(error) from error
    finally:
        connection.set_progress_handler(None, 0)
        connection.set_authorizer(None)
    return QueryResult(columns, tuple(tuple(map(_cell, row)) for row in rows[:most_rows]), len(rows) > most_rows)


class _QueryLimits:
    """Says what a query may do, and remembers what it refused."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.process_time() + seconds
        self._refused = False
        self._late = False

    def allow(self, action: int, first: str | None, second: str | None, *_where: str | None) -> int:
        import sqlite3

        reading = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE)
        if action in reading or (action == sqlite3.SQLITE_FUNCTION and second not in _FORBIDDEN_FUNCTIONS):
            return sqlite3.SQLITE_OK
        # Full-text search asks this of itself before every query.
        if action == sqlite3.SQLITE_PRAGMA and first == "data_version":
            return sqlite3.SQLITE_OK
        self._refused = True
        return sqlite3.SQLITE_DENY

    def is_over(self) -> bool:
        self._late = time.process_time() > self._end
        return self._late

    def explain(self, error: Exception) -> ArgumapError:
        if self._late:
            return TooMuchWork(
                f"the query ran longer than {self._seconds:g} s and was stopped; bound its recursion or its joins"
            )
        if self._refused:
            return CallError("only SELECT is allowed here; the index is for reading")
        if "one statement at a time" in str(error):
            return CallError("one SELECT at a time; leave out what follows the semicolon")
        return CallError(f"SQL: {' '.join(str(error).split())}")


_FORBIDDEN_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer", "writefile", "readfile", "edit"})


def _cell(value: object) -> Cell:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float) and (value != value or value in {float("inf"), float("-inf")}):
        return str(value)
    return value if isinstance(value, (str, int, float)) or value is None else str(value)
