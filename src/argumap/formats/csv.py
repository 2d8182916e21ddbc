"""Two CSV tables, nodes and edges, for spreadsheets: lists become one cell, anchors their locators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.formats import Format
from argumap.graph import build_edges, build_nodes
from argumap.graph.tables import build_cells, find_columns, write_csv

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.formats import Export
    from argumap.graph.tables import Cell


def write(export: Export) -> Mapping[str, str]:
    """The texts of both tables by suffix. A cell is empty where a node or an edge has no such field."""
    nodes: list[dict[str, Cell]] = [
        {"id": id, **build_cells(fields)}
        for id, fields in build_nodes(export.map, export.anchors, export.evaluation)
    ]
    edges: list[dict[str, Cell]] = [
        {"source": source, "target": target, "key": key, **build_cells(fields)}
        for source, target, key, fields in build_edges(export.map, export.anchors)
    ]
    return {
        ".nodes.csv": _table(nodes, ("id", "kind", "label", "type", "text")),
        ".edges.csv": _table(edges, ("source", "target", "key", "kind")),
    }


def _table(rows: list[dict[str, Cell]], first: tuple[str, ...]) -> str:
    columns = find_columns(rows, first)
    return write_csv(columns, ([row.get(column) for column in columns] for row in rows))


PLUGIN = Format(
    "CSV, nodes and edges",
    (".nodes.csv", ".edges.csv"),
    write=write,
    loses=("the map's title", "state and offsets of anchors", "expectations"),
)
