"""The map as nodes and edges: the exchange shape, networkx, plain tables, and what stands beside what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.graph.adjacency import (
        ArgumentStep,
        BesideClaim,
        BesideConcept,
        BesideStakeholder,
        find_beside_claims,
        find_beside_concepts,
        find_beside_stakeholders,
    )
    from argumap.graph.attribute_text import Fragments
    from argumap.graph.csv_cells import (
        CsvValue,
        build_cells,
        find_edge_columns,
        find_node_columns,
        needs_care,
        write_cell,
        write_csv,
        write_row,
    )
    from argumap.graph.exchange_shape import (
        Anchors,
        Attributes,
        GraphEdge,
        GraphNode,
        Outcomes,
        build_edges,
        build_head,
        build_nodes,
    )
    from argumap.graph.networkx_graph import build_graph
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "adjacency": (
                "ArgumentStep BesideClaim BesideConcept BesideStakeholder find_beside_claims "
                "find_beside_concepts find_beside_stakeholders"
            ),
            "attribute_text": "Fragments",
            "csv_cells": (
                "CsvValue build_cells find_edge_columns find_node_columns needs_care write_cell write_csv "
                "write_row"
            ),
            "exchange_shape": (
                "Anchors Attributes GraphEdge GraphNode Outcomes build_edges build_head build_nodes"
            ),
            "networkx_graph": "build_graph",
        },
    )

__all__ = [
    "Anchors",
    "ArgumentStep",
    "Attributes",
    "BesideClaim",
    "BesideConcept",
    "BesideStakeholder",
    "CsvValue",
    "Fragments",
    "GraphEdge",
    "GraphNode",
    "Outcomes",
    "build_cells",
    "build_edges",
    "build_graph",
    "build_head",
    "build_nodes",
    "find_beside_claims",
    "find_beside_concepts",
    "find_beside_stakeholders",
    "find_edge_columns",
    "find_node_columns",
    "needs_care",
    "write_cell",
    "write_csv",
    "write_row",
]
