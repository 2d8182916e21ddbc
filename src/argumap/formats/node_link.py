"""networkx node-link JSON: the exchange shape whole, one node or edge a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from argumap.formats import Format
from argumap.graph import build_edges, build_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.formats import Export
    from argumap.graph import Edge

_encode = json.JSONEncoder(ensure_ascii=False).encode
_quote = json.encoder.encode_basestring


def write(export: Export) -> str:
    """The map as networkx's ``node_link_data(graph, edges="edges")`` would have it."""
    nodes = build_nodes(export.map, export.anchors, export.evaluation)
    edges = build_edges(export.map, export.anchors)
    return (
        '{"directed": true, "multigraph": true,\n'
        f' "graph": {_encode({"title": export.map.title})},\n'
        f' "nodes": [{_lines(_encode({"id": id, **fields}) for id, fields in nodes)}],\n'
        f' "edges": [{_lines(_edges(edges))}]}}\n'
    )


def _edges(edges: Iterable[Edge]) -> Iterator[str]:
    bare: dict[object, str] = {}  # most edges have nothing but a kind
    for source, target, key, fields in edges:
        kind = fields["kind"]
        rest = bare.get(kind) if len(fields) == 1 else _encode(fields)
        rest = rest or bare.setdefault(kind, _encode(fields))
        yield f'{{"source": {_quote(source)}, "target": {_quote(target)}, "key": {_quote(key)}, {rest[1:]}'


def _lines(records: Iterable[str]) -> str:
    return ",\n".join(["", *records]).removeprefix(",")


PLUGIN = Format("networkx node-link JSON", (".json",), write=write)
