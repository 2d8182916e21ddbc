"""JSON Canvas, as Obsidian draws: cards and arrows, told apart by words and colours.

A card's words are a claim; its first line is the title where it is a heading. Frames are questions or tags, and
the cards of notes and pages go by their names. What a card does not show stands under ``argumap`` in it, for
programs keep keys that they do not know. Described by https://jsoncanvas.org/spec/1.0/.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

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
    hold_groups,
    place_nodes,
    read_colour,
    read_kind,
    read_records,
    read_relation,
)
from argumap.formats._foreign import indent_json, put_together
from argumap.formats._one_line import clean, clean_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.formats import Export, Foreign
    from argumap.formats._drawn import Box

_NAME = "canvas"
_TYPES = frozenset({"text", "file", "link", "group"})
_SAMPLE = 50
_OWN = "argumap"
_FAR, _FREE = 1_000_000_000, 80
_MARKS: Final = {"stakeholder": "👤", "concept": "🏷", "source": "📄", "issue": "❓"}
_HEADING = re.compile(r"#{1,6}[ \t]+([^\n]*)\n+(.*)", re.DOTALL)
_HASHES = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
_STRESS = (
    re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])([^*\\\n]{1,2000}?)(?<=\S)\1(?!\*)"),
    re.compile(r"(?<![\\\w])(_{1,3})(?=[^\s_])([^_\\\n]{1,2000}?)(?<=\S)\1(?!\w)"),
)
_ESCAPED = re.compile(r"\\([\\*_#])")
_ESCAPE = re.compile(r"[\\*_]|^#")
_COLOURS: Final = {"supports": "4", "attacks": "1", "contradicts": "1", "undercuts": "2"}


def recognise(foreign: Foreign) -> str:
    """Nodes of the four types, with a place."""
    if "nodes" not in foreign.keys:
        return ""
    nodes = find_list(foreign.json, "nodes")[:_SAMPLE]
    known = any(isinstance(n, dict) and clean(n.get("type")) in _TYPES and {"x", "y"} <= n.keys() for n in nodes)
    return "it is JSON with cards that have a place" if known else ""


def read(foreign: Foreign) -> Imported:
    """The map of a canvas. Raises `OtherTool` where there is none."""
    return read_records(foreign, _parse)


def _parse(whole: object, name: str) -> DrawnFile:
    if not isinstance(whole, dict) or not (find_list(whole, "nodes") or find_list(whole, "edges")):
        raise OtherTool('this is no canvas: it lacks the list "nodes"', name)
    parser = _CanvasParser()
    for value in find_list(whole, "nodes"):
        parser.read_card(value)
    for value in find_list(whole, "edges"):
        parser.read_edge(value)
    parser.hold_frames()
    return parser.finish()


class _CanvasParser(RecordReader):
    def __init__(self) -> None:
        super().__init__()
        self.frames: list[tuple[str, str, tuple[float, ...]]] = []
        self.places: dict[str, tuple[float, ...]] = {}

    def read_card(self, value: object) -> None:
        name = clean_id(value.get("id")) if isinstance(value, dict) else ""
        if not self.file_node(name, value, "nodes", "card") or not isinstance(value, dict):
            return
        self.places[name] = _find_place(value)
        match value.get("type"):
            case "group":
                self.frames.append((name, clean(value.get("label")), self.places[name]))
            case "file":
                self._read_file(name, value)
            case "link":
                url = clean(value.get("url"))
                own = _get_own(value)
                self._tell_page(name, own)
                self.drawing.nodes.append(
                    DrawnNode(name, "source", clean(own.get("title")) or url, {**own, "url": url})
                )
            case _:
                self._read_text(name, value)

    def _tell_page(self, name: str, own: Mapping[str, object]) -> None:
        if not own:
            self.tell(LossKind.NEARLY, "the card of a page, held as a source", name)

    def _read_file(self, name: str, value: Mapping[str, object]) -> None:
        path = PurePosixPath(clean(value.get("file")).replace("\\", "/"))
        if path.suffix.casefold() in {"", ".md"} and path.stem:
            self.tell(LossKind.NEARLY, "the card of a note, held by the note's name", name)
            self.drawing.nodes.append(DrawnNode(name, "", path.stem, _get_own(value)))
        else:
            self.tell(LossKind.ASIDE, "a card of a file that is no note", name)
            self.drawing.nodes.append(DrawnNode(name, "aside", ""))

    def _read_text(self, name: str, value: Mapping[str, object]) -> None:
        own = _get_own(value)
        kind = read_kind(clean(own.get("kind")))
        written = value.get("text")
        text, details = written if isinstance(written, str) else "", dict(own)
        heading = _HEADING.fullmatch(text.strip())
        if heading and clean(heading[2]) and clean(heading[1]):
            text, details["title"] = heading[2], _unmark(heading[1])
        else:
            details.pop("title", None)
        shown = _unmark(text)
        for marked, mark in _MARKS.items():
            if kind in {"", marked} and shown.startswith(f"{mark} "):
                kind, shown = marked, shown.removeprefix(f"{mark} ")
        self.drawing.nodes.append(DrawnNode(name, kind, shown, details))

    def read_edge(self, value: object) -> None:
        if not isinstance(value, dict):
            self.file_aside(value, "edges", "an edge that is no object", arrow=True)
            return
        start, end = clean_id(value.get("fromNode")), clean_id(value.get("toNode"))
        heads = value.get("fromEnd", "none") == "arrow", value.get("toEnd", "arrow") != "none"
        word = clean(value.get("label"))
        relation, turned = read_relation(word)
        name = self.edge_names.name(clean_id(value.get("id")) or f"{start} → {end}")
        if not relation and (colour := read_colour(clean(value.get("color")))):
            if word:
                self.tell(LossKind.NEARLY, "an unknown word on an arrow whose colour tells what it means", name)
            relation = colour
        turned ^= heads == (True, False)
        if turned:
            start, end = end, start
        directed = heads in {(True, False), (False, True)}
        self.records.append(
            FiledRecord(name, value, "edges", (start, end), arrow=True, turned=turned or not directed)
        )
        starts, ends = ((n,) if n else () for n in (start, end))
        self.drawing.arrows.append(
            DrawnArrow(name, starts, ends, relation, word, directed=directed, details=_get_own(value))
        )

    def hold_frames(self) -> None:
        groups = [
            DrawnGroup(
                name, label, [node.id for node in self.drawing.nodes if _lies_in(self.places[node.id], box)]
            )
            for name, label, box in self.frames
        ]
        hold_groups(self.drawing, groups)


def _unmark(text: str) -> str:
    """A card's words in one line as they are shown: without the marks of headings and stress."""
    text = _HASHES.sub("", text)
    for stress in (*_STRESS, *_STRESS):  # stress may stand within stress
        text = stress.sub(r"\2", text)
    return clean(_ESCAPED.sub(r"\1", text))


def _mark(text: str) -> str:
    """A text that `_unmark` reads as it is."""
    return text if _unmark(text) == text else _ESCAPE.sub(r"\\\g<0>", text)


def _get_own(value: Mapping[str, object]) -> Mapping[str, object]:
    found = value.get(_OWN)
    return found if isinstance(found, dict) else {}


def _find_place(value: Mapping[str, object]) -> tuple[float, ...]:
    found = (value.get(key) for key in ("x", "y", "width", "height"))
    return tuple(
        float(max(-_FAR, min(n, _FAR))) if isinstance(n, int | float) and not isinstance(n, bool) else 0.0
        for n in found
    )


def _lies_in(place: Sequence[float], frame: Sequence[float]) -> bool:
    """Whether the middle of a card lies within a frame, as Obsidian goes by."""
    across, down = place[0] + place[2] / 2, place[1] + place[3] / 2
    return frame[0] <= across <= frame[0] + frame[2] and frame[1] <= down <= frame[1] + frame[3]


def _encode_node(node: DrawnNode, like: Mapping[str, object]) -> JsonRecord:
    own = {"kind": node.kind, **{key: value for key, value in node.details.items() if key != "title"}}
    if like.get("type") == "file" and PurePosixPath(str(like.get("file"))).stem == node.text:
        return {"type": "file", "file": like["file"], _OWN: own}
    url = node.details.get("url")
    if node.kind == "source" and isinstance(url, str):
        named = {} if node.text == url else {"title": node.text}
        return {"type": "link", "url": url, _OWN: {**own, **named}}
    text = _mark(clean(node.text))
    mark = _MARKS.get(node.kind, "")
    if mark and not (node.kind == "issue" and text.endswith("?")):
        text = f"{mark} {text}"
    if title := clean(node.details.get("title")):
        text = f"# {_mark(title)}\n\n{text}"
    return {"type": "text", "text": text, _OWN: own}


def _encode_arrow(arrow: DrawnArrow, like: Mapping[str, object]) -> JsonRecord:
    del like
    colour = {"color": _COLOURS[arrow.relation]} if arrow.relation in _COLOURS else {}
    both = {"fromEnd": "arrow"} if arrow.relation == "contradicts" else {}
    own = {_OWN: dict(arrow.details)} if arrow.details else {}
    ends = {"fromNode": arrow.starts[0], "toNode": arrow.ends[0]}
    return {"id": arrow.id, **ends, **both, "label": arrow.relation, **colour, **own}


def write(export: Export) -> str:
    """The map as a canvas; cards of the one that it came from stay where they are, and new ones come below."""
    whole = put_together(export.kept)
    known = find_list(whole, "nodes") or find_list(whole, "edges")
    kept = _parse(whole, "kept.canvas") if known else None
    merged = draw_export(export, _NAME, kept, Encoder(_encode_node, _encode_arrow))
    if kept and not merged.changed:
        return indent_json(whole, "\t")
    holder = whole if isinstance(whole, dict) and kept else {"nodes": [], "edges": []}
    there = merged.get_values("nodes")
    below = max((bottom for card in there for bottom in _find_bottom(card)), default=0)
    boxes = place_nodes(merged.new_nodes, merged.new_arrows, below)
    cards: list[object] = [
        {"id": node.id, **_find_box(boxes[node.id]), **_encode_node(node, {})} for node in merged.new_nodes
    ]
    holder["nodes"] = [*there, *cards]
    edges: list[object] = [_encode_arrow(arrow, {}) for arrow in merged.new_arrows]
    if edges or "edges" in holder:
        holder["edges"] = [*merged.get_values("edges"), *edges]
    return indent_json(holder, "\t")


def _find_box(box: Box) -> JsonRecord:
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}


def _find_bottom(card: object) -> Iterator[int]:
    if isinstance(card, dict):
        place = _find_place(card)
        yield int(place[1] + place[3]) + _FREE


PLUGIN = Format(
    "JSON Canvas, as Obsidian draws",
    (".canvas",),
    write=write,
    read=read,
    recognise=recognise,
    anchors=False,
    family=Family.DRAWINGS,
    tool="Obsidian, its canvas",
    aside=("pictures", "the text of notes", "arrows without a side"),
)
