"""SADFace, the Simple Argument Description Format: atoms that are claims, and schemes between them.

A scheme that is a conflict attacks, and undercuts where it leads to another scheme; every other is an inference,
with the scheme's name. Nobody speaks in it. Described by https://github.com/Open-Argumentation/SADFace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from argumap.errors import OtherTool
from argumap.formats import Format, Imported, LossKind
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
    read_records,
)
from argumap.formats._foreign import indent_json, put_together
from argumap.formats._one_line import clean, clean_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.formats import Export, Foreign

_NAME = "sadface"
_OWN = "argumap"
_SAMPLE = 50
_TYPES = frozenset({"atom", "scheme"})
_SUPPORTS = frozenset({"support", "supports", "inference", "default support", "default inference", ""})
_ATTACKS = frozenset({"conflict", "attack", "attacks", "default conflict", "default attack"})
_SCHEMES: Final = {"supports": "Default Support", "attacks": "Default Conflict", "undercuts": "Default Conflict"}


def recognise(foreign: Foreign) -> str:
    """Nodes that are atoms and schemes, or none and the resources that only this format has."""
    if not {"nodes", "edges"} <= foreign.keys:
        return ""
    if not isinstance(foreign.json, dict) or not isinstance(foreign.json["nodes"], list):
        return ""  # others have their nodes by id
    nodes = find_list(foreign.json, "nodes")[:_SAMPLE]
    known = any(isinstance(node, dict) and clean(node.get("type")) in _TYPES for node in nodes)
    return "it is JSON with atoms and schemes" if known or (not nodes and "resources" in foreign.keys) else ""


def read(foreign: Foreign) -> Imported:
    """The map of a document. Raises `OtherTool` where there is none."""
    return read_records(foreign, _parse)


def _parse(whole: object, name: str) -> DrawnFile:
    if not isinstance(whole, dict) or not isinstance(whole.get("nodes"), list):
        raise OtherTool('this is no SADFace: it lacks the list "nodes"', name)
    parser = _SadfaceParser()
    for value in find_list(whole, "nodes"):
        parser.read_node(value)
    for value in find_list(whole, "edges"):
        parser.read_edge(value)
    parser.drawing.title = clean(_get_core(whole).get("title"))
    return parser.finish()


def _get_core(whole: Mapping[str, object]) -> Mapping[str, object]:
    metadata = whole.get("metadata")
    core = metadata.get("core") if isinstance(metadata, dict) else None
    return core if isinstance(core, dict) else {}


class _SadfaceParser(RecordReader):
    def read_node(self, value: object) -> None:
        name = clean_id(value.get("id")) if isinstance(value, dict) else ""
        if not self.file_node(name, value, "nodes") or not isinstance(value, dict):
            return
        match value.get("type"):
            case "atom":
                self.drawing.nodes.append(DrawnNode(name, "claim", clean(value.get("text")), _get_own(value)))
            case "scheme":
                self.drawing.nodes.append(self._read_scheme(name, value))
            case other:
                why = f"a node of the unknown type {clean(other) or 'none'!r}"
                self.tell(LossKind.ASIDE, why, name)
                self.drawing.nodes.append(DrawnNode(name, "aside", ""))

    def _read_scheme(self, name: str, value: Mapping[str, object]) -> DrawnNode:
        called = clean(value.get("name"))
        plain = " ".join(called.replace("_", " ").casefold().split())
        own = {key: held for key, held in _get_own(value).items() if key != "scheme"}
        if plain in _ATTACKS or plain.endswith(" conflict"):
            named = {} if plain in _ATTACKS else {"scheme": called}
            return DrawnNode(name, "step", "attacks", {**own, **named})
        named = {} if plain in _SUPPORTS else {"scheme": called}
        return DrawnNode(name, "step", "supports", {**own, **named})

    def read_edge(self, value: object) -> None:
        if not isinstance(value, dict):
            self.file_aside(value, "edges", "an edge that is no object", arrow=True)
            return
        start, end = clean_id(value.get("source_id")), clean_id(value.get("target_id"))
        name = self.edge_names.name(clean_id(value.get("id")) or f"{start} → {end}")
        self.records.append(FiledRecord(name, value, "edges", (start, end), arrow=True))
        starts, ends = ((each,) if each else () for each in (start, end))
        self.drawing.arrows.append(DrawnArrow(name, starts, ends, ""))


def _get_own(value: Mapping[str, object]) -> Mapping[str, object]:
    """What only a map says of a node, which stands in its metadata."""
    metadata = value.get("metadata")
    own = metadata.get(_OWN) if isinstance(metadata, dict) else None
    return own if isinstance(own, dict) else {}


def _encode_node(node: DrawnNode, like: Mapping[str, object]) -> JsonRecord:
    del like
    own = {key: value for key, value in node.details.items() if key not in {"scheme", "at"}}
    metadata = {"metadata": {_OWN: own}} if own else {"metadata": {}}
    if node.kind == "step":
        name = _SCHEMES[node.text]
        if scheme := clean(node.details.get("scheme")):
            name = scheme if node.text == "supports" or scheme.casefold().endswith(" conflict") else name
        return {"id": node.id, "type": "scheme", "name": name, **metadata}
    return {"id": node.id, "type": "atom", "text": node.text, "sources": [], **metadata}


def _encode_arrow(arrow: DrawnArrow, like: Mapping[str, object]) -> JsonRecord:
    del like
    return {"id": arrow.id, "source_id": arrow.starts[0], "target_id": arrow.ends[0]}


def write(export: Export) -> str:
    """The map as atoms and schemes; a document that it came from keeps its head, resources and sources."""
    whole = put_together(export.kept)
    known = isinstance(whole, dict) and isinstance(whole.get("nodes"), list)
    kept = _parse(whole, "kept.json") if known else None
    merged = draw_export(export, _NAME, kept, Encoder(_encode_node, _encode_arrow), steps_as_nodes=True)
    if kept and not merged.changed:
        return indent_json(whole)
    core = {"title": clean(merged.title), "version": "0.2"}
    empty: JsonRecord = {"metadata": {"core": core}, "resources": [], "nodes": [], "edges": []}
    holder = whole if isinstance(whole, dict) and kept else empty
    nodes = [node for node in merged.new_nodes if node.kind in {"claim", "step"}]
    there = {node.id for node in nodes} | {record.id for record, _ in merged.stay.get("nodes", ())}
    holder["nodes"] = [*merged.get_values("nodes"), *(_encode_node(node, {}) for node in nodes)]
    holder["edges"] = [
        *merged.get_values("edges"),
        *(_encode_arrow(arrow, {}) for arrow in merged.new_arrows if _is_drawn(arrow, there)),
    ]
    return indent_json(holder)


def _is_drawn(arrow: DrawnArrow, known: set[str]) -> bool:
    drawn = {"premise", "supports", "attacks", "undercuts"}
    return arrow.relation in drawn and known.issuperset((*arrow.starts, *arrow.ends))


PLUGIN = Format(
    "SADFace, the Simple Argument Description Format",
    (".sadface.json",),
    write=write,
    read=read,
    recognise=recognise,
    anchors=False,
    tool="MonkeyPuzzle",
    aside=("resources",),
)
