"""The nodes and edges of a file in AIF, however loosely it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from argumap.errors import OtherTool
from argumap.formats._one_line import clean, mend

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.formats._foreign import Foreign

STEPS = frozenset({"RA", "CA", "MA"})
# Whatever stands before the first colon of a locution is its speaker; what is longer is a sentence with a colon,
# and an address has slashes behind its own.
_SPEAKER = re.compile(r"\s*([^:\n]{1,80}?)\s*:(?!//)")
_DAY = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:[T ]|$)", re.ASCII)


class Node(NamedTuple):
    id: str
    type: str
    text: str
    scheme: str


@dataclass(slots=True)
class Document:
    """A file in AIF; ``before`` and ``after`` are the neighbours of a node against and along its edges."""

    nodes: dict[str, Node] = field(default_factory=dict)
    before: dict[str, list[str]] = field(default_factory=dict)
    after: dict[str, list[str]] = field(default_factory=dict)
    participants: dict[str, str] = field(default_factory=dict)
    persons: dict[str, list[str]] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    nameless: int = 0
    twice: list[str] = field(default_factory=list)
    loose_edges: list[str] = field(default_factory=list)

    def kinds(self, ids: list[str]) -> list[str]:
        """The types of nodes."""
        return [self.nodes[other].type for other in ids]

    def speaker(self, locution: str) -> str:
        """Who says a locution: the name before its words, for the number beside it is often another's; "" if none.

        In a corpus of 30 debates one number in four was that of somebody else.
        """
        if found := _SPEAKER.match(self.nodes[locution].text):
            return found[1]
        return next((n for p in self.persons.get(locution, ()) if (n := self.participants.get(p, ""))), "")


def recognise_flat(foreign: Foreign) -> str:
    return "it is JSON with nodes and edges, and AIF types on the nodes" if _is_flat(foreign) else ""


def recognise_nested(foreign: Foreign) -> str:
    return "it is JSON with the key AIF" if "AIF" in foreign.keys else ""


def _is_flat(foreign: Foreign) -> bool:
    if not {"nodes", "edges"} <= foreign.keys:
        return False
    whole = foreign.json
    if not isinstance(whole, dict) or not isinstance(whole["nodes"], list):
        return False  # others have their nodes by id
    nodes = _list(whole, "nodes")
    known = {*STEPS, "I", "L", "YA", "TA", "PA"}
    types = {
        record.get("type")
        for record in nodes[:50]
        if isinstance(record, dict)
        if isinstance(record.get("type"), str)
    }
    # Other formats of argumentation are as empty, and have other lists beside these two.
    return (not nodes and "resources" not in foreign.keys) or not types.isdisjoint(known)


def read_document(foreign: Foreign) -> Document:
    """The document in a file. Raises `OtherTool` where it has no nodes at all."""
    whole = foreign.json
    inner = whole["AIF"] if isinstance(whole, dict) and isinstance(whole.get("AIF"), dict) else whole
    if not isinstance(inner, dict) or not isinstance(inner.get("nodes"), list):
        raise OtherTool('this is no AIF: it lacks the list "nodes"', foreign.name)
    document = Document()
    _read_nodes(document, inner)
    _read_edges(document, inner)
    for record in _records(inner, "participants"):
        name = " ".join(filter(None, (clean(record.get("firstname")), clean(record.get("surname")))))
        document.participants[read_id(record, "participantID")] = name
    for record in _records(inner, "locutions"):
        node = read_id(record, "nodeID")
        if node in document.nodes:
            document.persons.setdefault(node, []).append(read_id(record, "personID"))
            if day := _read_day(clean(record.get("start"))):
                document.days.setdefault(node, day)
    return document


def _read_nodes(document: Document, inner: dict[str, object]) -> None:
    for record in _records(inner, "nodes"):
        name = read_id(record, "nodeID")
        if not name:
            document.nameless += 1
            continue
        text = clean(record.get("text"))
        node = Node(name, read_id(record, "type"), text, clean(record.get("scheme")) or text)
        known = document.nodes.setdefault(name, node)
        if known is node:
            document.before[name], document.after[name] = [], []
        elif known != node:
            document.twice.append(name)


def _read_edges(document: Document, inner: dict[str, object]) -> None:
    drawn: set[tuple[str, str]] = set()
    for record in _records(inner, "edges"):
        start, end = edge = read_id(record, "fromID"), read_id(record, "toID")
        if start not in document.nodes or end not in document.nodes:
            document.loose_edges.append(read_id(record, "edgeID") or f"{start} → {end}")
        elif edge not in drawn:
            drawn.add(edge)
            document.after[start].append(end)
            document.before[end].append(start)


def _read_day(start: str) -> str:
    found = _DAY.match(start)
    try:
        return date.fromisoformat(found[1]).isoformat() if found else ""
    except ValueError:
        return ""


def read_id(record: Mapping[str, object], key: str) -> str:
    """An id in a record, which some files write as a number; "" where it has none."""
    value = record.get(key)
    if not isinstance(value, str):
        if isinstance(value, bool) or not isinstance(value, int | float):
            return ""
        value = str(value)
    return mend(value).strip()


def _list(holder: object, key: str) -> list[object]:
    found = holder.get(key) if isinstance(holder, dict) else None
    return found if isinstance(found, list) else []


def _records(holder: object, key: str) -> Iterator[dict[str, object]]:
    return (record for record in _list(holder, key) if isinstance(record, dict))
