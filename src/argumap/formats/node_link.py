"""networkx node-link JSON: the exchange shape whole, one node or edge a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from argumap.formats import Format
from argumap.graph import build_edges, build_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.formats import Export

_encode = json.JSONEncoder(ensure_ascii=False).encode


def write(export: Export) -> str:
    """The map as networkx's ``node_link_data(graph, edges="edges")`` would have it."""
    nodes = ({"id": id, **fields} for id, fields in build_nodes(export.map, export.anchors, export.evaluation))
    edges = (
        {"source": source, "target": target, "key": key, **fields}
        for source, target, key, fields in build_edges(export.map, export.anchors)
    )
    return (
        '{"directed": true, "multigraph": true,\n'
        f' "graph": {_encode({"title": export.map.title})},\n'
        f' "nodes": [{_lines(nodes)}],\n'
        f' "edges": [{_lines(edges)}]}}\n'
    )


def _lines(records: Iterable[object]) -> str:
    return ",\n".join(["", *map(_encode, records)]).removeprefix(",")


PLUGIN = Format("networkx node-link JSON", (".json",), write=write)
