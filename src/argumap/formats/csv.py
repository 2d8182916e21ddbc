"""Two CSV tables, nodes and edges, for spreadsheets: lists become one cell, anchors their locators."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from argumap.formats import Family, Format
from argumap.graph import (
    Fragments,
    build_cells,
    build_edges,
    build_nodes,
    find_edge_columns,
    find_node_columns,
    needs_care,
    write_cell,
    write_row,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.formats import Export
    from argumap.graph import Attributes, GraphEdge, GraphNode


def write(export: Export) -> Mapping[str, str]:
    """The texts of both tables by suffix, with the same columns for every map but for rare keys that it uses."""
    nodes = build_nodes(export.map, export.anchors, export.evaluation)
    edges = build_edges(export.map, export.anchors)
    of_nodes, of_edges = find_node_columns(export.map), find_edge_columns(export.map)
    return {
        ".nodes.csv": _table(("id", *of_nodes), _nodes(nodes, of_nodes)),
        ".edges.csv": _table(("source", "target", "key", *of_edges), _edges(edges, of_edges)),
    }


def _nodes(nodes: Iterable[GraphNode], columns: Sequence[str]) -> Iterator[str]:
    rows = Fragments(partial(_row_end, columns))
    return (f"{write_cell(node_id)},{rows.of(fields)}" for node_id, fields in nodes)


def _edges(edges: Iterable[GraphEdge], columns: Sequence[str]) -> Iterator[str]:
    rows = Fragments(partial(_row_end, columns))
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
    loses=("expectations", "state and offsets of anchors", "the map's title and what else it says as a whole"),
    family=Family.GRAPHS,
    tool="tables of nodes and edges",
)
