"""One SELECT under limits on time and memory, as a script of its own: a process can be stopped amid a function.

It knows nothing of the rest of argumap, so that it starts quickly. `sql.select` tells it what to ask on its
standard input, a line of JSON and the database's bytes where there is no file, and reads a line of JSON.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import sys
import time
from pathlib import Path

_LONGEST_VALUE = 10_000_000
_LONGEST_QUERY = 100_000
_STEPS_BETWEEN_LOOKS = 10_000
_MOST_MEMORY = 256 * 2**20
_MOST_ANSWERED = 64 * 2**20
# What Python itself maps, and what rows of the size above take as objects and again as JSON.
_MOST_MAPPED = 4 * _MOST_MEMORY
_GRACE = 0.25
_FORBIDDEN_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer", "writefile", "readfile", "edit"})
TOO_LARGE = "the query takes more memory than the 256 MB it may have; ask for fewer or shorter values"

SqlValue = str | int | float | None
SqlAnswer = dict[str, object]


def answer(connection: sqlite3.Connection, query: str, seconds: float, most_rows: int) -> SqlAnswer:
    """``columns``, ``rows`` and ``cut``, or ``call`` or ``work``: a sentence on what was wrong or was too much."""
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
            return {"call": "this is no SELECT; write one, such as: select id, title from claims"}
        columns = [column[0] for column in cursor.description]
        rows: list[list[SqlValue]] = []
        size = 0
        for row in cursor:
            rows.append([_cell(value) for value in row])
            size += sum(len(cell) for cell in rows[-1] if isinstance(cell, str))
            if size > _MOST_ANSWERED:
                return {"work": TOO_LARGE}
            if len(rows) > most_rows:
                break
    except MemoryError:
        return {"work": TOO_LARGE}
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        return guard.explain(error)
    finally:
        connection.set_progress_handler(None, 0)
        connection.set_authorizer(None)
    return {"columns": columns, "rows": rows[:most_rows], "cut": len(rows) > most_rows}


def too_long(seconds: float) -> str:
    """The sentence on a query that was stopped for its time."""
    return f"the query ran longer than {seconds:g} s and was stopped; bound its recursion or its joins"


class _QueryLimits:
    """Says what a query may do, and remembers what it refused."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.process_time() + seconds
        self._refused = False
        self._late = False

    def allow(self, action: int, first: str | None, second: str | None, *_where: str | None) -> int:
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

    def explain(self, error: Exception) -> SqlAnswer:
        if self._late:
            return {"work": too_long(self._seconds)}
        if self._refused:
            return {"call": "only SELECT is allowed here; the index is for reading"}
        if "one statement at a time" in str(error):
            return {"call": "one SELECT at a time; leave out what follows the semicolon"}
        return {"call": f"SQL: {' '.join(str(error).split())}"}


def _cell(value: object) -> SqlValue:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float) and (value != value or value in {float("inf"), float("-inf")}):
        return str(value)
    return value if isinstance(value, (str, int, float)) or value is None else str(value)


def _open(file: str, size: int) -> sqlite3.Connection:
    if file:
        connection = sqlite3.connect(f"{Path(file).as_uri()}?mode=ro&immutable=1", uri=True)
    else:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(sys.stdin.buffer.read(size))
    # Sorting would go to the disk instead, which no limit on memory sees.
    connection.execute("pragma temp_store = memory")
    connection.execute(f"pragma hard_heap_limit = {_MOST_MEMORY + size}")
    return connection


def _limit(seconds: float, size: int) -> None:
    """Have the system end this process where SQLite does not come round to looking at the clock."""
    try:
        import resource
        import signal
    except ImportError:
        return  # as on Windows, where the clock of the one who asks has to do
    signal.setitimer(signal.ITIMER_PROF, time.process_time() + seconds + _GRACE)
    # macOS has the name and refuses it; SQLite's own limit holds.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MAPPED + 2 * size, _MOST_MAPPED + 2 * size))


def main() -> None:
    """SqlAnswer what standard input asks."""
    asked = json.loads(sys.stdin.buffer.readline())
    _limit(asked["seconds"], asked["size"])
    connection = _open(asked["file"], asked["size"])
    told = answer(connection, asked["query"], asked["seconds"], asked["most_rows"])
    sys.stdout.buffer.write(json.dumps(told).encode())


if __name__ == "__main__":
    main()
