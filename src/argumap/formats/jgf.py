"""JSON Graph Format: nodes and edges with a label, a relation and free metadata.

Version 1 lists nodes, version 2 holds them by their ids; hyperedges lead from several nodes to several. Read are
both, written is version 2 without hyperedges, which its first schema does not have. What the map says beside words
stands in ``metadata`` under the names of the map file. Described by https://jsongraphformat.info/ and its schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats import Family, Format, Imported, LossKind
from argumap.formats._drawn import (
    DrawnArrow,
    DrawnFile,
    DrawnNode,
    Encoder,
    FiledRecord,
    JsonRecord,
    RecordReader,
    draw_export,
    find_list,
    find_relation,
    read_kind,
    read_records,
)
from argumap.formats._foreign import indent_json, put_together
from argumap.formats._one_line import clean, clean_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argumap.formats import Export, Foreign
    from argumap.formats._drawn import MergedRecords

_NAME = "jgf"


def recognise(foreign: Foreign) -> str:
    """One graph with nodes under the key ``graph``, or several under ``graphs``."""
    if foreign.keys.isdisjoint({"graph", "graphs"}):
        return ""
    graphs = list(_find_graphs(foreign.json))
    holds = any(isinstance(graph.get("nodes"), list | dict) for _, graph in graphs)
    return "it is JSON with a graph that has nodes of its own" if holds else ""


def read(foreign: Foreign) -> Imported:
    """The map of a graph, or of several as one. Raises `OtherTool` where there is none."""
    return read_records(foreign, _parse)


def _find_graphs(whole: object) -> Iterator[tuple[str, JsonRecord]]:
    """The graphs of a file, each with what its ids begin with, so that those of two are not the same."""
    holder = whole if isinstance(whole, dict) else {}
    graph, several = holder.get("graph"), holder.get("graphs")
    if isinstance(graph, dict):
        yield "", graph
    elif isinstance(several, list | dict):
        listed = list(several.values()) if isinstance(several, dict) else several
        graphs = [each for each in listed if isinstance(each, dict)]
        yield from ((f"{n}/" if n > 1 else "", each) for n, each in enumerate(graphs, 1))


def _parse(whole: object, name: str) -> DrawnFile:
    graphs = list(_find_graphs(whole))
    if not graphs:
        raise OtherTool('this is no JSON Graph Format: it lacks "graph"', name)
    parser = _GraphParser()
    for prefix, graph in graphs:
        parser.read_nodes(prefix, graph.get("nodes"))
    for prefix, graph in graphs:
        parser.read_edges(prefix, graph)
    parser.drawing.title = next((label for _, graph in graphs if (label := clean(graph.get("label")))), "")
    return parser.finish()


class _GraphParser(RecordReader):
    def read_nodes(self, prefix: str, nodes: object) -> None:
        if isinstance(nodes, dict):
            for key, value in nodes.items():
                self._read_node(prefix, clean_id(key), value, key)
        elif isinstance(nodes, list):
            for value in nodes:
                own = value.get("id") if isinstance(value, dict) else None
                self._read_node(prefix, clean_id(own), value, "")

    def _read_node(self, prefix: str, own: str, value: object, key: str) -> None:
        name = f"{prefix}{own}" if own else ""
        place = f"{prefix}nodes#{key}"
        if not isinstance(value, dict):
            self.file_aside(value, place, "a node that is no object", name)
            return
        if not self.file_node(name, value, place):
            return
        metadata = _metadata(value)
        text = clean(value.get("label")) or clean(metadata.get("text"))
        if not text:
            text = own
            self.tell(LossKind.NEARLY, "a node without words, held by its id", name)
        kind = read_kind(clean(metadata.get("kind"))) or read_kind(clean(metadata.get("type")))
        self.drawing.nodes.append(DrawnNode(name, kind, text, metadata))

    def read_edges(self, prefix: str, graph: Mapping[str, object]) -> None:
        directed = graph.get("directed") is not False
        for place in ("edges", "hyperedges"):
            for value in find_list(graph, place):
                self._read_edge(prefix, place, value, directed=directed)

    def _read_edge(self, prefix: str, place: str, value: object, *, directed: bool) -> None:
        if not isinstance(value, dict):
            self.file_aside(value, f"{prefix}{place}", "an edge that is no object", arrow=True)
            return
        starts, ends = _find_ends(value, "source", prefix), _find_ends(value, "target", prefix)
        loose = _find_ends(value, "nodes", prefix)
        if not starts and not ends and loose:  # a hyperedge that has no direction
            starts, ends, directed = loose[:1], loose[1:], False
        own = clean_id(value.get("id"))
        name = self.edge_names.name(f"{prefix}{own}" if own else f"{' + '.join(starts)} → {' + '.join(ends)}")
        relation, word, turned = find_relation(value, ("relation", "label"))
        if turned:
            starts, ends = ends, starts
        joined = bool(loose) or len(starts) > 1 or len(ends) > 1
        self.records.append(
            FiledRecord(name, value, f"{prefix}{place}", (*starts, *ends), arrow=True, turned=turned or joined)
        )
        self.drawing.arrows.append(
            DrawnArrow(
                name,
                starts,
                ends,
                relation,
                word,
                directed=directed if value.get("directed") is None else value.get("directed") is not False,
                details=_metadata(value),
            )
        )


def _metadata(value: Mapping[str, object]) -> Mapping[str, object]:
    found = value.get("metadata")
    return found if isinstance(found, dict) else {}


def _find_ends(value: Mapping[str, object], key: str, prefix: str) -> tuple[str, ...]:
    found = value.get(key)
    listed = found if isinstance(found, list) else [found]
    return tuple(dict.fromkeys(f"{prefix}{name}" for each in listed if (name := clean_id(each))))


def _encode_node(node: DrawnNode, like: Mapping[str, object]) -> JsonRecord:
    metadata = {"kind": node.kind, **node.details}
    if not clean(like.get("label")) and clean(_metadata(like).get("text")):
        return {"metadata": {**metadata, "text": node.text}}
    return {"label": node.text, "metadata": metadata}


def _encode_arrow(arrow: DrawnArrow, like: Mapping[str, object]) -> JsonRecord:
    del like
    joined = len(arrow.starts) > 1 or len(arrow.ends) > 1
    ends: JsonRecord = {"source": arrow.starts[0], "target": arrow.ends[0]}
    if joined:
        ends = {"source": [*arrow.starts], "target": [*arrow.ends]}
    metadata = {"metadata": dict(arrow.details)} if arrow.details else {}
    return {**({} if joined else {"id": arrow.id}), **ends, "relation": arrow.relation, **metadata}


def write(export: Export) -> str:
    """The map as one graph; a graph that it came from keeps its version, its order and all that no map holds.

    Several graphs of a file go back as they came, or as one where the map has changed since.
    """
    whole = put_together(export.kept)
    kept = _parse(whole, "kept.json") if any(_find_graphs(whole)) else None
    merged = draw_export(export, _NAME, kept, Encoder(_encode_node, _encode_arrow))
    if merged.changed and "graphs" in (whole if isinstance(whole, dict) else {}):
        kept = None  # what leads from one graph to another has a place in neither
        merged = draw_export(export, _NAME, kept, Encoder(_encode_node, _encode_arrow))
    if kept is None or not isinstance(whole, dict):
        head = {"directed": True, "type": "argument map", "label": merged.title}
        whole = {"graph": {**head, "nodes": {}, "edges": []}}
    if merged.changed or kept is None:
        for n, (prefix, graph) in enumerate(_find_graphs(whole)):
            _fill(graph, prefix, merged, last=n == 0)
    return indent_json(whole)


def _fill(graph: JsonRecord, prefix: str, merged: MergedRecords, *, last: bool) -> None:
    """Put nodes and edges into a graph: those that stay, and into the first graph those that are new."""
    _fill_nodes(graph, f"{prefix}nodes#", merged, merged.new_nodes if last else ())
    for place in ("edges", "hyperedges"):
        arrows = merged.get_values(f"{prefix}{place}")
        if last and place == "edges":
            arrows += [_encode_arrow(arrow, {}) for arrow in merged.new_arrows]
        if arrows or place in graph:
            graph[place] = arrows


def _fill_nodes(graph: JsonRecord, begin: str, merged: MergedRecords, new: Iterable[DrawnNode]) -> None:
    places = [place for place in merged.stay if place.startswith(begin)]
    nodes = [(place.removeprefix(begin), value) for place in places for value in merged.get_values(place)]
    made = {node.id: _encode_node(node, {}) for node in new}
    if isinstance(graph.get("nodes"), list):
        graph["nodes"] = [*(value for _, value in nodes), *({"id": name, **value} for name, value in made.items())]
    else:
        graph["nodes"] = {**dict(nodes), **made}


PLUGIN = Format(
    "JSON Graph Format",
    (".jgf.json",),
    write=write,
    read=read,
    recognise=recognise,
    anchors=False,
    family=Family.GRAPHS,
    tool="JSON Graph Format",
    aside=("styles", "layout"),
)
