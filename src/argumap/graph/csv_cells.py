"""The exchange shape in plain cells, for formats without lists, and CSV in which no cell is a formula.

A list becomes one string with ``; `` between its items. Anchors become ``at`` (``column#s1.p1.s1``) and, with
the source at hand, ``passage``; their state and offsets have no place here, and neither has ``expect``. An origin
becomes ``origin_format``, ``origin_file``, ``origin_id`` and ``origin_digest``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.graph.exchange_shape import Attributes
    from argumap.model import Argument, ArgumentMap, Attribution, Claim, Concept, Issue, Source, Stakeholder

CsvValue: TypeAlias = "str | float | bool"
NODE_COLUMNS = (
    *("kind", "label", "type", "text", "title", "at", "passage", "status", "strength", "base", "date", "tags"),
    *("implicit", "requires_support", "scheme", "warrant", "weight", "inferred", "question", "exclusive"),
    *("name", "role", "interests", "aliases", "same_as", "author", "published", "url", "file", "skip"),
    *("source", "voice"),
)
_CITED = ("authors", "publisher", "doi")
_FURTHER_OF_NODES = ("also", "standard", "language", *_CITED)
_FURTHER_OF_BOTH = ("unseen", "origin_format", "origin_file", "origin_id", "origin_digest")
EDGE_COLUMNS = ("kind", "effect", "via", "loosely", "cue", "date", "at", "passage")
_UNSEEN = r"\s\x00-\x20\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
# A spreadsheet may pass over what is not seen, and may take a full-width sign for the plain one.
_starts_formula = re.compile(rf"\n|\t|[{_UNSEEN}]*[=+\-@＝＋－＠]").match
needs_care = re.compile(rf'^[{_UNSEEN}]*[=+\-@＝＋－＠]|^\t|[",\r\n]').search


def find_node_columns(argument_map: ArgumentMap) -> tuple[str, ...]:
    """The columns of a map's nodes: those of every map, then those of the rarer keys that this one uses."""
    m = argument_map
    kinds = (m.sources, m.issues, m.claims, m.arguments, m.stakeholders, m.concepts)
    used = _find_origins(record for kind in kinds for record in kind)
    used |= {"also"} if any(claim.also for claim in m.claims) else set()
    used |= {"standard"} if any(record.standard for kind in (m.issues, m.claims) for record in kind) else set()
    used |= {"language"} if any(source.language for source in m.sources) else set()
    used |= {name for name in _CITED if any(getattr(source, name) for source in m.sources)}
    return (*NODE_COLUMNS, *(name for name in (*_FURTHER_OF_NODES, *_FURTHER_OF_BOTH) if name in used))


def find_edge_columns(argument_map: ArgumentMap) -> tuple[str, ...]:
    """The same of a map's edges."""
    used = _find_origins(argument_map.attributions)
    return (*EDGE_COLUMNS, *(name for name in _FURTHER_OF_BOTH if name in used))


def _find_origins(
    records: Iterable[Source | Issue | Claim | Argument | Stakeholder | Concept | Attribution],
) -> set[str]:
    used: set[str] = set()
    for record in records:
        if record.unseen is not None:
            used.add("unseen")
        if (origin := record.origin) is not None:
            parts = {"format": origin.format, "file": origin.file, "id": origin.id, "digest": origin.digest}
            used.update(f"origin_{name}" for name, part in parts.items() if part is not None)
    return used


def build_cells(attributes: Attributes) -> dict[str, CsvValue]:
    """The attributes of a node or an edge with one plain value each, named as in the columns."""
    cells: dict[str, CsvValue] = {}
    for name, value in attributes.items():
        if isinstance(value, (str, float, int)):
            cells[name] = value
        elif name == "anchors":
            cells.update(_anchor_cells(cast("Sequence[Mapping[str, object]]", value)))
        elif name == "origin":
            cells.update((f"origin_{part}", text) for part, text in cast("Mapping[str, str]", value).items())
        elif isinstance(value, list):
            cells[name] = "; ".join(map(_tell_item, value))
    return cells


def _tell_item(item: object) -> str:
    """An item of a list; of one with members the last is what it says: ``AM313 price/bus: None is given.``."""
    if not isinstance(item, dict):
        return str(item)
    *names, words = map(str, item.values())
    return f"{' '.join(names)}: {words}"


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, CsvValue | None]]) -> str:
    """The rows as CSV, a cell empty where a row lacks the column.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; a carriage return becomes
    a line feed.
    """
    return "\n".join([",".join(columns), *[write_row(columns, row) for row in rows], ""])


def write_row(columns: Sequence[str], row: Mapping[str, CsvValue | None]) -> str:
    """One row of `write_csv`, without the end of its line."""
    return ",".join(["" if cell is None else _written(cell) for cell in map(row.get, columns)])


def write_cell(text: str) -> str:
    """A text as one cell of `write_csv`."""
    return _mended(text) if needs_care(text) else text


def _written(cell: CsvValue) -> str:
    return write_cell(cell) if isinstance(cell, str) else str(cell)


def _mended(text: str) -> str:
    # Readers end the row at a lone carriage return, even within quotes.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _starts_formula(text):
        text = f"'{text}"
    escaped = text.replace('"', '""')
    return f'"{escaped}"' if escaped != text or "," in text or "\n" in text else text


def _anchor_cells(anchors: Sequence[Mapping[str, object]]) -> dict[str, CsvValue]:
    places = [f"{anchor['source']}#{anchor['at']}" for anchor in anchors if anchor.get("at")]
    passages = [str(anchor["text"]) for anchor in anchors if anchor.get("text")]
    cells = {"at": "; ".join(places), "passage": " … ".join(passages)}
    return {name: cell for name, cell in cells.items() if cell}
