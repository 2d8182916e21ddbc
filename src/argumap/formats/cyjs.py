"""Cytoscape JSON: what Cytoscape exports as ``.cyjs`` and what Cytoscape.js calls the elements of a graph.

The elements are two lists or one; each has its words and attributes in ``data``. What a map says beside words
stands there under the names of the map file. Described by https://js.cytoscape.org/#notation/elements-json and by
the files of Cytoscape; networkx reads and writes it as well.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats import Family, Format, Imported, LossKind
from argumap.formats._drawn import (
    DrawnArrow,
    DrawnFile,
    DrawnGroup,
    DrawnNode,
    Encoder,
    FiledRecord,
    JsonRecord,
    RecordReader,
    draw_export,
    find_list,
    find_relation,
    hold_groups,
    read_kind,
    read_records,
)
from argumap.formats._foreign import indent_json, put_together
from argumap.formats._one_line import clean, clean_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.formats import Export, Foreign

_NAME = "cyjs"
_TEXTS = ("text", "label", "name", "shared name", "shared_name")
_RELATIONS = ("interaction", "shared interaction", "shared_interaction", "relation", "label", "kind", "type")
_SAMPLE = 50
_LISTS = ("nodes", "edges")


def recognise(foreign: Foreign) -> str:
    """Elements with ``data``, under the key ``elements`` or as the whole file."""
    if not foreign.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return ""
    try:
        whole = foreign.json
    except OtherTool:
        return ""
    found = [element for n, (_, element) in zip(range(_SAMPLE), _find_elements(whole), strict=False)]
    known = found and all(isinstance(e, dict) and isinstance(e.get("data"), dict) for e in found)
    return "it is JSON with elements that have data" if known else ""


def read(foreign: Foreign) -> Imported:
    """The map of a network. Raises `OtherTool` where there is none."""
    return read_records(foreign, _parse)


def _find_elements(whole: object) -> Iterator[tuple[str, object]]:
    """The elements of a file, each with the list that it stands in."""
    elements = whole.get("elements") if isinstance(whole, dict) else whole
    if isinstance(elements, list):
        yield from (("", element) for element in elements)
    elif isinstance(elements, dict):
        for place in _LISTS:
            yield from ((place, element) for element in find_list(elements, place))


def _data(element: object) -> Mapping[str, object]:
    found = element.get("data") if isinstance(element, dict) else None
    return found if isinstance(found, dict) else {}


def _is_edge(place: str, element: object) -> bool:
    data = _data(element)
    group = element.get("group") if isinstance(element, dict) else None
    return place == "edges" or group == "edges" or (not place and "source" in data and "target" in data)


def _parse(whole: object, name: str) -> DrawnFile:
    elements = list(_find_elements(whole))
    if not elements:
        raise OtherTool('this is no Cytoscape JSON: it lacks "elements"', name)
    parser = _ElementParser()
    for place, element in elements:  # an edge without an id is called after its ends, which no node may be
        if not _is_edge(place, element):
            parser.read_node(place, element)
    for place, element in elements:
        if _is_edge(place, element):
            parser.read_edge(place, element)
    parser.hold_compounds()
    head = whole.get("data") if isinstance(whole, dict) else None
    parser.drawing.title = _find_text(head)[1] if isinstance(head, dict) else ""
    order = {id(element): n for n, (_, element) in enumerate(elements)}
    parser.records.sort(key=lambda record: order[id(record.value)])
    return parser.finish()


class _ElementParser(RecordReader):
    def __init__(self) -> None:
        super().__init__()
        self.parents: defaultdict[str, list[str]] = defaultdict(list)

    def read_node(self, place: str, element: object) -> None:
        data = _data(element)
        name = clean_id(data.get("id"))
        if not self.file_node(name, element, place):
            return
        _, text = _find_text(data)
        if not text:
            text = name
            self.tell(LossKind.NEARLY, "a node without words, held by its id", name)
        kind = read_kind(clean(data.get("kind"))) or read_kind(clean(data.get("type")))
        self.drawing.nodes.append(DrawnNode(name, kind, text, data))
        if parent := clean_id(data.get("parent")):
            self.parents[parent].append(name)

    def read_edge(self, place: str, element: object) -> None:
        data = _data(element)
        start, end = clean_id(data.get("source")), clean_id(data.get("target"))
        relation, word, turned = find_relation(data, _RELATIONS)
        name = self.edge_names.name(clean_id(data.get("id")) or f"{start} → {end}")
        if turned:
            start, end = end, start
        self.records.append(FiledRecord(name, element, place, (start, end), arrow=True, turned=turned))
        starts, ends = ((n,) if n else () for n in (start, end))
        self.drawing.arrows.append(DrawnArrow(name, starts, ends, relation, word, details=data))

    def hold_compounds(self) -> None:
        """Hold a node that others stand in as their frame, unless it argues itself."""
        joined = {n for arrow in self.drawing.arrows for n in (*arrow.starts, *arrow.ends)}
        frames = {
            node.id: node for node in self.drawing.nodes if node.id in self.parents and node.id not in joined
        }
        self.drawing.nodes = [node for node in self.drawing.nodes if node.id not in frames]
        groups = [DrawnGroup(name, node.text, self._find_within(name, frames)) for name, node in frames.items()]
        hold_groups(self.drawing, groups)

    def _find_within(self, name: str, frames: Mapping[str, DrawnNode]) -> list[str]:
        return [member for member in self.parents[name] if member not in frames]


def _find_text(data: Mapping[str, object]) -> tuple[str, str]:
    """The key under which an element has its words, and these."""
    return next(((key, text) for key in _TEXTS if (text := clean(data.get(key)))), ("", ""))


def _encode_node(node: DrawnNode, like: Mapping[str, object]) -> JsonRecord:
    data = _data(like)
    key, text = _find_text(data)
    shown: JsonRecord = {key or "label": node.text}
    if "name" not in shown and (not data or clean(data.get("name")) == text):
        shown["name"] = node.details.get("title") or node.text  # what Cytoscape writes on a node
    # networkx calls a node by its value, and tells edges between the same nodes apart by their keys.
    return {"data": {"id": node.id, "value": node.id, **shown, "kind": node.kind, **node.details}}


def _encode_arrow(arrow: DrawnArrow, like: Mapping[str, object]) -> JsonRecord:
    del like
    ends = {"source": arrow.starts[0], "target": arrow.ends[0]}
    return {"data": {"id": arrow.id, "key": arrow.id, **ends, "interaction": arrow.relation, **arrow.details}}


def write(export: Export) -> str:
    """The map as a network; a file that it came from keeps its layout, its styles and all that no map holds."""
    whole = put_together(export.kept)
    kept = _parse(whole, "kept.json") if any(_find_elements(whole)) else None
    merged = draw_export(export, _NAME, kept, Encoder(_encode_node, _encode_arrow))
    if kept is None:
        whole = {
            "directed": True,
            "multigraph": True,
            "data": {"name": merged.title},
            "elements": {"nodes": [], "edges": []},
        }
    elif not merged.changed:
        return indent_json(whole)
    nodes: list[object] = [_encode_node(node, {}) for node in merged.new_nodes]
    edges: list[object] = [_encode_arrow(arrow, {}) for arrow in merged.new_arrows]
    elements = whole.get("elements") if isinstance(whole, dict) else whole
    if isinstance(elements, list):
        elements[:] = [*merged.get_values(""), *nodes, *edges]
    elif isinstance(elements, dict):
        for place, new in zip(_LISTS, (nodes, edges), strict=True):
            if new or place in elements:
                elements[place] = [*merged.get_values(place), *new]
    return indent_json(whole)


PLUGIN = Format(
    "Cytoscape JSON",
    (".cyjs",),
    write=write,
    read=read,
    recognise=recognise,
    anchors=False,
    family=Family.GRAPHS,
    tool="Cytoscape",
    aside=("styles", "layout"),
)
