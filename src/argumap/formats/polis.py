"""Polis: the statements of a conversation (``comments.csv`` of its open data), read only.

A row is a statement by a participant who is a number, with how many agreed and disagreed. Who voted is in other
files, and a count is no statement of anybody's, so counts are kept aside. Columns as the report of Polis exports
them: ``timestamp, datetime, comment-id, author-id, agrees, disagrees, moderated, comment-body``.
"""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats import Family, Format, Imported, Kept, Loss, LossKind
from argumap.formats._foreign import join_lines
from argumap.formats._tables import parse_grid
from argumap.formats._titles import make_title, name_map
from argumap.model import Act, ArgumentMap, Attribution, Claim, Origin, Stakeholder, StakeholderType
from argumap.text import Slugs, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argumap.formats import Foreign
    from argumap.formats._tables import GridRow

_NEEDED = {"comment-id", "comment-body"}
_KNOWN = {*_NEEDED, "timestamp", "datetime", "author-id", "agrees", "disagrees", "moderated"}
_NUMBER = re.compile(r"\d{1,13}", re.ASCII)
_MILLISECONDS = 10**11
_REJECTED = "-1"
_SAMPLE = 200


def recognise(foreign: Foreign) -> str:
    head = foreign.data[:4000].decode("utf-8", "replace").removeprefix("\ufeff")
    header = next(csv.reader(head.splitlines()[:1]), [])
    return "it is a table with the columns comment-id and comment-body" if _is_polis(header) else ""


def _is_polis(header: Iterable[str]) -> bool:
    return {name.strip() for name in header} >= _NEEDED


def read(foreign: Foreign) -> Imported:
    """The map of a conversation's statements. Raises `OtherTool` where it has not the columns of one."""
    grid = parse_grid(foreign.text, foreign.name)
    first = next((n for n, row in enumerate(grid.rows) if not row.blank), 0)
    header = [cell.strip() for cell in grid.rows[first].cells] if grid.rows else []
    if not _is_polis(header):
        raise OtherTool("the first row lacks comment-id or comment-body, so this is no comments.csv", foreign.name)
    columns = {name: n for n, name in enumerate(header) if name in _KNOWN}
    losses = [Loss(LossKind.ASIDE, "a column that no map has a place for", n) for n in header if n not in _KNOWN]
    statements = _find_statements(grid.rows[first + 1 :], columns, losses)
    record = _make_map(name_map(foreign.name), statements, columns, losses)
    return Imported(record, tuple(Kept("/-", row.raw) for row in grid.rows), tuple(losses))


def _find_statements(
    rows: Iterable[GridRow], columns: Mapping[str, int], losses: list[Loss]
) -> dict[str, GridRow]:
    """The rows with a statement, by their ids."""
    found: dict[str, GridRow] = {}
    for row in rows:
        if row.blank:
            continue
        name = row.cell(columns["comment-id"])
        if not name or not row.cell(columns["comment-body"]):
            losses.append(Loss(LossKind.ASIDE, "a row without a statement", name or row.where))
        elif name in found:
            losses.append(Loss(LossKind.ASIDE, "a second statement with an id that is taken", row.where))
        else:
            found[name] = row
    return found


def _make_map(
    title: str, statements: Mapping[str, GridRow], columns: Mapping[str, int], losses: list[Loss]
) -> ArgumentMap:
    texts = {name: row.cell(columns["comment-body"]) for name, row in statements.items()}
    slugs = Slugs(get_language(guess_language(" ".join([*texts.values()][:_SAMPLE])) or "en"))
    ids = {name: slugs.make(text) for name, text in texts.items()}
    authors = {name: row.cell(columns.get("author-id")) for name, row in statements.items()}
    speaking = dict.fromkeys(filter(None, authors.values()))
    people = {author: slugs.make(f"participant {author}", names=True) for author in speaking}
    losses += _tell_counts(statements, columns)
    return ArgumentMap(
        title=title,
        claims=tuple(
            Claim(
                ids[name],
                texts[name],
                title=make_title(texts[name]),
                tags=("moderated out",) if row.cell(columns.get("moderated")) == _REJECTED else (),
                origin=Origin(id=name),
            )
            for name, row in statements.items()
        ),
        stakeholders=tuple(
            Stakeholder(made, f"Participant {author}", StakeholderType.PERSON, origin=Origin(id=author))
            for author, made in people.items()
        ),
        attributions=tuple(
            Attribution(people[author], Act.ASSERTS, ids[name], date=_find_day(statements[name], columns))
            for name, author in authors.items()
            if author
        ),
    )


def _tell_counts(statements: Mapping[str, GridRow], columns: Mapping[str, int]) -> Iterator[Loss]:
    for name, row in statements.items():
        if any(row.cell(columns.get(count)) for count in ("agrees", "disagrees")):
            yield Loss(LossKind.ASIDE, "how many agreed and disagreed, which is no statement of anybody's", name)


def _find_day(row: GridRow, columns: Mapping[str, int]) -> str | None:
    """The day of a statement, in UTC, by the seconds or milliseconds of its time stamp."""
    stamp = row.cell(columns.get("timestamp"))
    if not _NUMBER.fullmatch(stamp):
        return None
    seconds = int(stamp) // (1000 if int(stamp) >= _MILLISECONDS else 1)
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


PLUGIN = Format(
    "Polis, statements of a conversation",
    (".comments.csv",),
    read=read,
    recognise=recognise,
    rejoin=join_lines,
    anchors=False,
    family=Family.TABLES,
    tool="Polis",
    aside=("how many agreed and disagreed",),
)
