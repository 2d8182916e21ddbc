"""CSV as ``neo4j-admin database import`` takes it, written only: nodes with a label, relationships with a type.

Lists are arrays, parted by semicolons, so a semicolon within an item becomes a comma; a text stands on one line.
Described by https://neo4j.com/docs/operations-manual/current/import/ (header format).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.formats import Family, Format
from argumap.formats._one_line import keep_printable
from argumap.graph import build_cells, build_edges, build_nodes, find_edge_columns, find_node_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.formats import Export
    from argumap.graph import Attributes

_NUMBERS = frozenset({"base", "strength", "weight"})
_TRUTHS = frozenset({"exclusive", "implicit", "inferred", "loosely", "requires_support"})
_LISTS = frozenset({"tags", "also", "interests", "aliases", "skip", "via"})


def write(export: Export) -> Mapping[str, str]:
    """The texts of nodes and relationships by suffix."""
    nodes = build_nodes(export.map, export.anchors, export.evaluation)
    edges = build_edges(export.map, export.anchors)
    of_nodes = [name for name in find_node_columns(export.map) if name != "kind"]
    of_edges = [name for name in find_edge_columns(export.map) if name != "kind"]
    return {
        ".nodes.csv": _write_table(
            ["id:ID", *map(_head, of_nodes), ":LABEL"],
            ([name, *_cells(fields, of_nodes), str(fields["kind"]).title()] for name, fields in nodes),
        ),
        ".relationships.csv": _write_table(
            [":START_ID", "key", *map(_head, of_edges), ":END_ID", ":TYPE"],
            (
                [start, key, *_cells(fields, of_edges), end, str(fields["kind"]).upper()]
                for start, end, key, fields in edges
            ),
        ),
    }


def _head(name: str) -> str:
    kind = "double" if name in _NUMBERS else "boolean" if name in _TRUTHS else ""
    kind = "string[]" if name in _LISTS else kind
    return f"{name}:{kind}" if kind else name


def _cells(fields: Attributes, columns: Sequence[str]) -> Iterator[str]:
    cells = build_cells(fields)
    for name in columns:
        listed = fields.get(name)
        if isinstance(listed, list):
            yield ";".join(keep_printable(str(item)).replace(";", ",") for item in listed)
        else:
            cell = cells.get(name, "")
            yield str(cell).lower() if isinstance(cell, bool) else str(cell)


def _write_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join([",".join(head), *(",".join(map(_write_cell, row)) for row in rows), ""])


def _write_cell(text: str) -> str:
    plain = keep_printable(text)
    if not plain:
        return ""
    escaped = plain.replace('"', '""')
    return f'"{escaped}"'


PLUGIN = Format(
    "Neo4j CSV, nodes and relationships",
    (".nodes.csv", ".relationships.csv"),
    write=write,
    loses=(
        "expectations",
        "state and offsets of anchors",
        "the map's title and what else it says as a whole",
        "line breaks, and semicolons in lists",
    ),
    family=Family.GRAPHS,
    tool="Neo4j",
)
