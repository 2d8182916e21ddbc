"""networkx node-link JSON: the exchange shape whole, one node or edge a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from argumap.formats import Family, Format
from argumap.graph import Fragments, build_edges, build_head, build_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.formats import Export
    from argumap.graph import Attributes, GraphEdge, GraphNode

_encode = json.JSONEncoder(ensure_ascii=False).encode
_quote = json.encoder.encode_basestring


def write(export: Export) -> str:
    """The map as networkx's ``node_link_data(graph, edges="edges")`` would have it."""
    nodes = build_nodes(export.map, export.anchors, export.evaluation)
    edges = build_edges(export.map, export.anchors)
    return (
        '{"directed": true, "multigraph": true,\n'
        f' "graph": {_encode(build_head(export.map))},\n'
        f' "nodes": [{_lines(_nodes(nodes))}],\n'
        f' "edges": [{_lines(_edges(edges))}]}}\n'
    )


def _nodes(nodes: Iterable[GraphNode]) -> Iterator[str]:
    fragments = Fragments(_line_end)
    for node_id, fields in nodes:
        yield f'{{"id": {_quote(node_id)}, {fragments.of(fields)}'


def _edges(edges: Iterable[GraphEdge]) -> Iterator[str]:
    fragments = Fragments(_line_end)
    for source, target, key, fields in edges:
        ends = f'"source": {_quote(source)}, "target": {_quote(target)}'
        yield f'{{{ends}, "key": {_quote(key)}, {fragments.of(fields)}'


def _line_end(fields: Attributes) -> str:
    """What comes after the ids of a line."""
    return _encode(fields)[1:]


def _lines(records: Iterable[str]) -> str:
    return ",\n".join(["", *records]).removeprefix(",")


PLUGIN = Format(
    "networkx node-link JSON",
    (".json",),
    write=write,
    family=Family.GRAPHS,
    tool="networkx",
)
