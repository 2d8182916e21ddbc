"""GraphML for Gephi, yEd and networkx: lists become one string, and characters that XML forbids are dropped."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from argumap.formats import Family, Format
from argumap.graph import (
    Fragments,
    build_cells,
    build_edges,
    build_head,
    build_nodes,
    find_edge_columns,
    find_node_columns,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.formats import Export
    from argumap.graph import Attributes, CsvValue, GraphEdge, GraphNode

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_DOUBLES = frozenset({"base", "strength", "weight"})
_BOOLEANS = frozenset({"exclusive", "implicit", "inferred", "loosely", "requires_support"})
_ILLEGAL = {n: None for n in (*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF) if n not in (9, 10, 13)}
_ESCAPES = _ILLEGAL | {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", 13: "&#13;"}
_needs_care = re.compile('[&<>"\\r\ufffe\uffff\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f]').search


def write(export: Export) -> str:
    """The map as one directed GraphML graph whose edges carry their key as ``id``."""
    nodes = build_nodes(export.map, export.anchors, export.evaluation)
    edges = build_edges(export.map, export.anchors)
    head = build_cells(build_head(export.map))
    return "".join(
        (
            _HEAD,
            *(_key_of_graph(name) for name in head),
            *(_key("node", name) for name in find_node_columns(export.map)),
            *(_key("edge", name) for name in find_edge_columns(export.map)),
            '<graph edgedefault="directed">\n',
            *(f'<data key="{_of_graph(name)}">{_content(cell)}</data>\n' for name, cell in head.items()),
            *_nodes(nodes),
            *_edges(edges),
            "</graph>\n</graphml>\n",
        )
    )


def _nodes(nodes: Iterable[GraphNode]) -> Iterator[str]:
    fragments = Fragments(partial(_data, "node"))
    for node_id, fields in nodes:
        yield f'<node id="{_escape(node_id)}">{fragments.of(fields)}</node>\n'


def _edges(edges: Iterable[GraphEdge]) -> Iterator[str]:
    fragments = Fragments(partial(_data, "edge"))
    for source, target, key, fields in edges:
        # A key names both ends, so where it can stand as it is, they can too.
        if _needs_care(key):
            source, target, key = _escape(source), _escape(target), _escape(key)
        yield f'<edge id="{key}" source="{source}" target="{target}">{fragments.of(fields)}</edge>\n'


def _key_of_graph(name: str) -> str:
    return f'<key id="{_of_graph(name)}" for="graph" attr.name="{name}" attr.type="string"/>\n'


def _of_graph(name: str) -> str:
    return name if name == "title" else f"graph.{name}"


def _key(end: str, name: str) -> str:
    return f'<key id="{end}.{name}" for="{end}" attr.name="{name}" attr.type="{_type(name)}"/>\n'


def _type(name: str) -> str:
    return "double" if name in _DOUBLES else "boolean" if name in _BOOLEANS else "string"


def _data(end: str, fields: Attributes) -> str:
    cells = build_cells(fields).items()
    return "".join([f'<data key="{end}.{name}">{_content(cell)}</data>' for name, cell in cells])


def _content(cell: CsvValue) -> str:
    if isinstance(cell, str):
        return _escape(cell)
    return str(cell).lower() if isinstance(cell, bool) else repr(cell)


def _escape(text: str) -> str:
    return text.translate(_ESCAPES) if _needs_care(text) else text


PLUGIN = Format(
    "GraphML",
    (".graphml",),
    write=write,
    loses=("expectations", "state and offsets of anchors", "lists as lists", "characters that XML forbids"),
    family=Family.GRAPHS,
    tool="Gephi, igraph, networkx",
)
