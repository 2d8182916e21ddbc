"""Maps as an SQLite index: stable views with text keys, made for reading and thrown away at will.

The tables beneath the views may change from one version to the next; the views and the table ``search`` are
what docs/sql.md promises.
"""

from __future__ import annotations

import hashlib
import marshal
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.errors import CannotWrite
from argumap.files import write_whole
from argumap.folders import find_cache_folder
from argumap.gc_pause import gc_paused
from argumap.model import build_roles

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from argumap.model import (
        Argument,
        ArgumentMap,
        Attribution,
        Claim,
        Concept,
        Index,
        Issue,
        Passage,
        Source,
        Stakeholder,
        Standard,
    )

    TakenOver = ArgumentMap | Source | Issue | Claim | Argument | Stakeholder | Concept | Attribution
    Row = tuple[str | int | float | None, ...]

_VERSION = 3
_KEPT = 8
_ENDING = ".argumap.sqlite"

_TABLES = {
    "sources": "map text, id text, title text, author text, published text, url text, file text, language text, "
    "authors text, publisher text, doi text",
    "issues": "map text, id text, question text, exclusive integer, is_criterion integer, standard text",
    "claims": "map text, id text, title text, text text, type text, role text, date text, base real, "
    "implicit integer, requires_support integer, is_position integer, status text, strength real, standard text",
    "stakeholders": "map text, id text, name text, type text, role text, same_as text",
    "concepts": "map text, id text, label text, type text, same_as text",
    "arguments": "map text, id text, bearing text, target text, target_kind text, scheme text, warrant text, "
    "weight real, inferred integer, status text",
    "premises": "map text, argument text, place integer, claim text",
    "attributions": 'map text, "by" text, act text, "of" text, of_kind text, commits integer, '
    "reported integer, via text, loosely integer, cue text, date text, number integer",
    "passages": "map text, kind text, node text, number integer, place integer, source text, at text, quote text",
    "links": "map text, source text, kind text, target text",
    "maps": "map text, title text, language text, standard text, unseen text",
    "tour": 'map text, place integer, "of" text, text text',
    "accepted": "map text, code text, at text, reason text",
    "origins": "map text, kind text, node text, number integer, format text, file text, foreign_id text, "
    "digest text, unseen text",
}
_KEYS = {
    "claims": ("id",),
    "arguments": ("id", "target"),
    "premises": ("claim", "argument"),
    "attributions": ('"of"', '"by"'),
    "passages": ("node",),
    "links": ("source", "target"),
    "stakeholders": ("id",),
    "concepts": ("id",),
    "issues": ("id",),
    "sources": ("id",),
    "maps": (),
    "tour": (),
    "accepted": (),
    "origins": ("node",),
}


def open_database(
    maps: Mapping[str, Index],
    *,
    folder: Path | None = None,
    evaluation: Mapping[str, Mapping[str, Mapping[str, object]]] | None = None,
) -> sqlite3.Connection:
    """A read-only connection to the index of ``maps`` (by name), taken from the cache or made anew.

    The index is cached in ``folder`` (see ``find_cache_folder``) under the hash of what is in it, so that it
    never grows stale; where it cannot be written it stays in memory. ``evaluation[map][id]`` gives
    ``status`` and ``strength``.
    """
    with gc_paused():
        return _open_or_build(build_rows(maps, evaluation or {}), folder or find_cache_folder())


def open_kept_database(file: str) -> sqlite3.Connection | None:
    """A read-only connection to an index that was made before; None where it is no longer there, or not whole."""
    path = Path(file)
    return _open(path) if path.name.endswith(_ENDING) and _is_whole(path) else None


def _open_or_build(rows: Mapping[str, list[Row]], folder: Path) -> sqlite3.Connection:
    import sqlite3

    path = folder / f"{_digest(rows)}{_ENDING}"
    if _is_whole(path):
        return _open(path)
    memory = sqlite3.connect(":memory:")
    _fill(memory, rows)
    try:
        write_whole(path, memory.serialize())
    except CannotWrite:
        memory.execute("pragma query_only = on")
        return memory
    memory.close()
    _prune(path.parent, path)
    return _open(path)


def build_rows(
    maps: Mapping[str, Index], evaluation: Mapping[str, Mapping[str, Mapping[str, object]]]
) -> dict[str, list[Row]]:
    """The rows of every table, in the order of the maps."""
    rows: dict[str, list[Row]] = {table: [] for table in (*_TABLES, "search")}
    for name, index in maps.items():
        _add_map(rows, name, index, evaluation.get(name, {}))
    return rows


def _add_map(
    rows: dict[str, list[Row]], name: str, index: Index, figures: Mapping[str, Mapping[str, object]]
) -> None:
    record = index.map
    rows["maps"].append((name, record.title, record.language, _word(record.standard), record.unseen))
    rows["tour"] += [(name, n, stop.of, stop.text) for n, stop in enumerate(record.tour)]
    rows["accepted"] += [(name, e.code, e.at or None, e.reason) for e in record.accepted]
    rows["sources"] += [
        (name, s.id, s.title, s.author, s.published, s.url, s.file, s.language, s.authors, s.publisher, s.doi)
        for s in record.sources
    ]
    rows["issues"] += [
        (name, i.id, i.question, int(i.exclusive), int(bool(i.compares)), _word(i.standard)) for i in record.issues
    ]
    rows["stakeholders"] += [(name, s.id, s.name, s.type.value, s.role, s.same_as) for s in record.stakeholders]
    rows["concepts"] += [(name, c.id, c.label, c.type, c.same_as) for c in record.concepts]
    rows["claims"] += _claims(name, index, figures)
    rows["arguments"] += _arguments(name, index, figures)
    rows["premises"] += [(name, a.id, n, p) for a in record.arguments for n, p in enumerate(a.premises)]
    rows["attributions"] += _attributions(name, index)
    rows["passages"] += _passages(name, record)
    rows["links"] += _links(name, record)
    rows["origins"] += _origins(name, record)
    rows["search"] += _searched(name, record)


def _word(word: Standard | None) -> str | None:
    return None if word is None else word.value


def _claims(name: str, index: Index, figures: Mapping[str, Mapping[str, object]]) -> list[Row]:
    roles = build_roles(index)
    positions = {position.id for position in index.positions}
    status = {node_id: str(figure["status"]) for node_id, figure in figures.items() if "status" in figure}
    strength = {
        node_id: float(value)
        for node_id, figure in figures.items()
        if isinstance(value := figure.get("strength"), (int, float))
    }
    return [
        (
            name,
            c.id,
            c.title,
            c.text,
            c.type and c.type.value,
            roles[c.id].value,
            c.date,
            c.base,
            int(c.implicit),
            int(c.requires_support),
            int(c.id in positions),
            status.get(c.id),
            strength.get(c.id),
            _word(c.standard),
        )
        for c in index.map.claims
    ]


def _arguments(name: str, index: Index, figures: Mapping[str, Mapping[str, object]]) -> list[Row]:
    status = {node_id: str(figure["status"]) for node_id, figure in figures.items() if "status" in figure}
    return [
        (
            name,
            a.id,
            a.bearing.value,
            a.target,
            a.bearing.target_kind,
            a.scheme,
            a.warrant,
            a.weight,
            int(a.id in index.added),
            status.get(a.id),
        )
        for a in index.map.arguments
    ]


def _attributions(name: str, index: Index) -> list[Row]:
    return [
        (
            name,
            a.by,
            a.act.value,
            a.of,
            "argument" if a.of in index.arguments else "claim",
            int(a.act.commits),
            int(bool(a.via)),
            ",".join(a.via),
            int(a.loosely),
            a.cue,
            a.date,
            n,
        )
        for n, a in enumerate(index.map.attributions)
    ]


def _passages(name: str, record: ArgumentMap) -> Iterator[Row]:
    kinds: tuple[tuple[str, Iterable[tuple[str, tuple[Passage, ...]]]], ...] = (
        ("issue", ((r.id, r.at) for r in record.issues)),
        ("claim", ((r.id, r.at) for r in record.claims)),
        ("argument", ((r.id, r.at) for r in record.arguments)),
        ("concept", ((r.id, r.at) for r in record.concepts)),
        ("attribution", ((r.of, r.at) for r in record.attributions)),
    )
    for kind, placed in kinds:
        for number, (node, passages) in enumerate(placed):
            for place, p in enumerate(passages):
                yield (
                    name,
                    kind,
                    node,
                    number if kind == "attribution" else None,
                    place,
                    p.source,
                    p.at or None,
                    p.quote.exact if p.quote else None,
                )


def _origins(name: str, record: ArgumentMap) -> Iterator[Row]:
    """Where things were taken over from, and what nobody has seen; what has neither has no row."""
    kinds: tuple[tuple[str, Iterable[tuple[str, int | None, TakenOver]]], ...] = (
        ("map", [(name, None, record)]),
        ("source", ((r.id, None, r) for r in record.sources)),
        ("issue", ((r.id, None, r) for r in record.issues)),
        ("claim", ((r.id, None, r) for r in record.claims)),
        ("argument", ((r.id, None, r) for r in record.arguments)),
        ("stakeholder", ((r.id, None, r) for r in record.stakeholders)),
        ("concept", ((r.id, None, r) for r in record.concepts)),
        ("attribution", ((r.of, n, r) for n, r in enumerate(record.attributions))),
    )
    for kind, placed in kinds:
        for node, number, made in placed:
            origin = made.origin
            if origin is not None:
                parts = (origin.format, origin.file, origin.id, origin.digest)
                yield (name, kind, node, number, *parts, made.unseen)
            elif made.unseen is not None:
                yield (name, kind, node, number, None, None, None, None, made.unseen)


def _links(name: str, record: ArgumentMap) -> Iterator[Row]:
    for c in record.claims:
        yield from _linked(name, c.id, answers=c.answers, about=c.about, contradicts=c.contradicts)
        yield from _linked(name, c.id, rephrases=c.rephrases, tag=c.tags, also=c.also)
        yield from ((name, c.id, str(concern.effect), concern.stakeholder) for concern in c.concerns)
    yield from ((name, one, "contradicts", other) for one, other in record.exclusions())
    for i in record.issues:
        yield from _linked(name, i.id, compares=i.compares, tag=i.tags)
    for concept in record.concepts:
        yield from _linked(name, concept.id, broader=concept.broader)
    for s in record.stakeholders:
        yield from _linked(name, s.id, affiliation=s.affiliation, interest=s.interests)


def _linked(name: str, source: str, **targets: Iterable[str]) -> Iterator[Row]:
    return ((name, source, kind, target) for kind, found in targets.items() for target in found)


def _searched(name: str, record: ArgumentMap) -> Iterator[Row]:
    for issue in record.issues:
        yield name, "issue", issue.id, issue.question, ""
    for claim in record.claims:
        yield name, "claim", claim.id, claim.title or "", "\n".join((claim.text, *claim.also))
    for s in record.stakeholders:
        yield name, "stakeholder", s.id, " ".join((s.name, *s.aliases)), s.role or ""
    for concept in record.concepts:
        yield name, "concept", concept.id, concept.label, ""


def _digest(rows: Mapping[str, list[Row]]) -> str:
    """The hash of all rows. This format of marshal neither counts references nor interns, so it is stable."""
    digest = hashlib.sha256(f"argumap index {_VERSION}".encode())
    for table, content in rows.items():
        digest.update(table.encode())
        digest.update(marshal.dumps(content, 2))
    return digest.hexdigest()[:32]


def _fill(connection: sqlite3.Connection, rows: Mapping[str, list[Row]]) -> None:
    connection.execute("pragma journal_mode = off")
    with connection:
        for table, columns in _TABLES.items():
            connection.execute(f"create table {table}_rows ({columns})")
            _insert(connection, f"{table}_rows", rows[table])
            for key in _KEYS[table]:
                bare = key.strip('"')
                connection.execute(f"create index {table}_{bare} on {table}_rows ({key}, map)")
            connection.execute(f"create view {table} as select * from {table}_rows")  # noqa: S608
        connection.execute(
            "create virtual table search using fts5(map unindexed, kind unindexed, id unindexed, title, text, "
            "tokenize = 'unicode61 remove_diacritics 2')"
        )
        _insert(connection, "search", rows["search"])
    connection.execute("analyze")


def _insert(connection: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    if rows:
        values = ", ".join("?" * len(rows[0]))
        connection.executemany(f"insert into {table} values ({values})", rows)  # noqa: S608 - our own names


def _open(path: Path) -> sqlite3.Connection:
    import sqlite3

    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _is_whole(path: Path) -> bool:
    """Whether the file is as long as its own header says (bytes 16–17: page size, 28–31: pages)."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
        size = path.stat().st_size
    except OSError:
        return False
    page = int.from_bytes(header[16:18], "big")
    return header[:16] == b"SQLite format 3\0" and size == (65536 if page == 1 else page) * int.from_bytes(
        header[28:32], "big"
    )


def _prune(folder: Path, newest: Path) -> None:
    """Keep the indexes that were made last; those of older states of a map are never asked for again."""
    others = [path for path in folder.glob(f"*{_ENDING}") if path != newest]
    try:
        others.sort(key=lambda path: path.stat().st_mtime_ns)
        for path in others[: max(0, len(others) + 1 - _KEPT)]:
            path.unlink(missing_ok=True)
    except OSError:
        return
