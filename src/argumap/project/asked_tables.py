"""The maps that a query in SQL goes to, as tables: those made before, while no byte of the maps has changed."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from argumap.files import leads_inside
from argumap.kept_data import describe_code, find_kept_text, keep_text, name_parts
from argumap.mapfile import name_map
from argumap.project.asked_maps import AskedMaps
from argumap.project.opening import find_named, finish_stopped, load_all

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from argumap.project.map import Map

_ENDING: Final = ".tables.json"


@dataclass(frozen=True)
class AskedTables:
    """The tables of the maps asked, and how many problems each map has, by its name.

    ``maps`` is None where they needed not be read; then all that is said in them is readable.
    """

    connection: sqlite3.Connection
    problems: Mapping[str, int]
    maps: AskedMaps | None = None


def ask_tables(paths: Sequence[str] = (), semantics: str | None = None) -> AskedTables:
    """The tables of the maps that ``paths`` name, or of all under ``graph/``; raises as `load_all` does.

    Status and strength are there where ``semantics`` says how they are worked out.
    """
    named = find_named(paths)
    for path in named.values():
        finish_stopped(path)
    name = _name(named, semantics)
    return _find_kept(name, named) or _make(name, paths, semantics)


def _name(named: Mapping[str, Path], semantics: str | None) -> str:
    code = describe_code("mapfile", "model", "semantics", "query", "project")
    maps = (part for name, path in named.items() for part in (os.fsencode(name), name_map(path).encode()))
    return name_parts(code, (semantics or "").encode(), *maps)


def _find_kept(name: str, named: Mapping[str, Path]) -> AskedTables | None:
    from argumap.query import open_kept_database

    text = find_kept_text(name, _ENDING)
    if text is None:
        return None
    kept = json.loads(text)
    if not all(_stays_inside(named[of], file) for of, file in kept["files"]):
        return None
    connection = open_kept_database(kept["database"])
    return None if connection is None else AskedTables(connection, kept["problems"])


def _stays_inside(path: Path, file: str) -> bool:
    """Whether a source's file is no link that leads out of the map's folder by now."""
    folder = path if path.is_dir() else path.parent
    return leads_inside(folder / file, folder)


def _make(name: str, paths: Sequence[str], semantics: str | None) -> AskedTables:
    maps = load_all(paths)
    asked = AskedMaps(maps)
    problems = {of: len(opened.problems) for of, opened in maps.items()}
    connection = asked.open_database(semantics)
    database = connection.execute("pragma database_list").fetchone()[2]
    if database and all(map(_is_bytes_alone, maps.values())):
        sources = ((of, source) for of, opened in maps.items() for source in opened.record.sources)
        files = [(of, source.file) for of, source in sources if source.file]
        kept = {"database": database, "problems": problems, "files": files}
        keep_text(name, _ENDING, json.dumps(kept).encode())
    return AskedTables(connection, problems, asked)


def _is_bytes_alone(opened: Map) -> bool:
    """Whether all that is told of a map follows from its files: no link, no words to be found in an article.

    Where speakers are unreadable, the query that touches them has to say so.
    """
    from argumap.anchoring import find_quoted

    record = opened.reading.map
    if record.unreadable or any(problem.code == "AM118" for problem in opened.problems):
        return False
    return all(passage.at for _, passage in find_quoted(record))
