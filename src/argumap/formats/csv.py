"""Two CSV tables, nodes and edges, for spreadsheets: lists become one cell, anchors their locators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.formats import Format
from argumap.graph import build_edges, build_nodes
from argumap.graph.tables import EDGE_COLUMNS, NODE_COLUMNS, build_cells, write_csv

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.formats import Export


def write(export: Export) -> Mapping[str, str]:
    """The texts of both tables by suffix, with the same columns for every map."""
    nodes = build_nodes(export.map, export.anchors, export.evaluation)
    edges = build_edges(export.map, export.anchors)
    return {
        ".nodes.csv": write_csv(("id", *NODE_COLUMNS), ({"id": id, **build_cells(f)} for id, f in nodes)),
        ".edges.csv": write_csv(
            ("source", "target", "key", *EDGE_COLUMNS),
            (
                {"source": source, "target": target, "key": key, **build_cells(f)}
                for source, target, key, f in edges
            ),
        ),
    }


PLUGIN = Format(
    "CSV, nodes and edges",
    (".nodes.csv", ".edges.csv"),
    write=write,
    loses=("the map's title", "state and offsets of anchors", "expectations"),
)
