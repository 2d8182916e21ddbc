"""Two CSV tables, nodes and edges, for spreadsheets: lists become one cell, anchors their locators."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from argumap.formats import Format
from argumap.graph import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    Fragments,
    build_cells,
    build_edges,
    build_nodes,
    needs_care,
    write_cell,
    write_row,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.formats import Export
    from argumap.graph import Attributes, GraphEdge, GraphNode


def write(export: Export) -> Mapping[str, str]:
    """The texts of both tables by suffix, with the same columns for every map."""
    nodes = build_nodes(export.map, export.anchors, export.evaluation)
    edges = build_edges(export.map, export.anchors)
    return {
        ".nodes.csv": _table(("id", *NODE_COLUMNS), _nodes(nodes)),
        ".edges.csv": _table(("source", "target", "key", *EDGE_COLUMNS), _edges(edges)),
    }


def _nodes(nodes: Iterable[GraphNode]) -> Iterator[str]:
    rows = Fragments(partial(_row_end, NODE_COLUMNS))
    return (f"{write_cell(node_id)},{rows.of(fields)}" for node_id, fields in nodes)


def _edges(edges: Iterable[GraphEdge]) -> Iterator[str]:
    rows = Fragments(partial(_row_end, EDGE_COLUMNS))
    for source, target, key, fields in edges:
        # A key names both ends, so where it can stand as it is, they can too.
        if needs_care(key):
            source, target, key = write_cell(source), write_cell(target), write_cell(key)
        yield f"{source},{target},{key},{rows.of(fields)}"


def _row_end(columns: Sequence[str], fields: Attributes) -> str:
    """What comes after the ids of a row."""
    return write_row(columns, build_cells(fields))


def _table(columns: Sequence[str], rows: Iterable[str]) -> str:
    return "\n".join([",".join(columns), *rows, ""])


PLUGIN = Format(
    "CSV, nodes and edges",
    (".nodes.csv", ".edges.csv"),
    write=write,
    loses=("the map's title", "state and offsets of anchors", "expectations"),
)
