"""The records of a foreign file with what has changed in the map since, and nothing else changed."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from argumap.formats._drawn.reading import read_drawing
from argumap.formats._drawn.writing import draw_map
from argumap.model import Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from argumap.formats import Export
    from argumap.formats._drawn.drawing import Drawing, DrawnArrow, DrawnNode

JsonRecord: TypeAlias = "dict[str, object]"
NodeEncoder: TypeAlias = "Callable[[DrawnNode, Mapping[str, object]], JsonRecord]"
ArrowEncoder: TypeAlias = "Callable[[DrawnArrow, Mapping[str, object]], JsonRecord]"


@dataclass(frozen=True, slots=True)
class Encoder:
    """How a format writes a node and an arrow, with the keys of the record that it is written into."""

    node: NodeEncoder
    arrow: ArrowEncoder


@dataclass(frozen=True, slots=True)
class FiledRecord:
    """A record of a file: the ``id`` that the drawing has for it, "" where it has none, and the ``ends`` it joins.

    ``place`` tells in which list of the file it stands. What is ``turned`` is not drawn as the drawing has it.
    """

    id: str
    value: object
    place: str = ""
    ends: tuple[str, ...] = ()
    arrow: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """A file of a format: its drawing, and its records in their order."""

    drawing: Drawing
    records: Sequence[FiledRecord]


@dataclass(slots=True)
class MergedRecords:
    """The records of a file that stay, changed or not, by place; and nodes and arrows that are new."""

    title: str = ""
    stay: dict[str, list[tuple[FiledRecord, object]]] = field(default_factory=dict)
    new_nodes: list[DrawnNode] = field(default_factory=list)
    new_arrows: list[DrawnArrow] = field(default_factory=list)
    changed: bool = False

    def get_values(self, place: str) -> list[object]:
        """The records that stay in one place."""
        return [value for _, value in self.stay.get(place, ())]


def draw_export(
    export: Export, name: str, kept: DrawnFile | None, encoder: Encoder, *, steps_as_nodes: bool = False
) -> MergedRecords:
    """What a map is written as in the format ``name``: the records ``kept`` of its file, and new ones."""
    if kept is None:
        drawing = draw_map(export.map, name, steps_as_nodes=steps_as_nodes)
        return MergedRecords(title=drawing.title, new_nodes=drawing.nodes, new_arrows=drawing.arrows)
    known = read_drawing(kept.drawing, "")
    known.shape.taken |= {record.id for record in kept.records if record.id}
    came = replace(known.map, origin=Origin(format=name))
    before, now = (draw_map(each, name, known.shape, steps_as_nodes=steps_as_nodes) for each in (came, export.map))
    return merge_records(kept.records, before, now, encoder)


def merge_records(
    records: Sequence[FiledRecord], before: Drawing, now: Drawing, encoder: Encoder
) -> MergedRecords:
    """The records of a file that was drawn as ``before`` and is to be drawn as ``now``.

    What no drawing has stays as it is, unless something that it joins is gone.
    """
    return _Merger(before, now, encoder).merge(records)


class _Merger:
    def __init__(self, before: Drawing, now: Drawing, encoder: Encoder) -> None:
        self.encoder = encoder
        self.now = now
        self.old_nodes, self.new_nodes = ({node.id: node for node in d.nodes} for d in (before, now))
        self.old_arrows, self.new_arrows = ({arrow.id: arrow for arrow in d.arrows} for d in (before, now))
        self.gone = self.old_nodes.keys() - self.new_nodes.keys()
        self.done: set[str] = set()

    def merge(self, records: Sequence[FiledRecord]) -> MergedRecords:
        merged = MergedRecords(title=self.now.title)
        for record in records:
            value = self._revise(record)
            merged.changed |= value is not record.value
            if value is not _GONE:
                merged.stay.setdefault(record.place, []).append((record, value))
        merged.new_nodes = [node for node in self.now.nodes if node.id not in self.done]
        merged.new_arrows = [arrow for arrow in self.now.arrows if self._is_new(arrow)]
        merged.changed |= bool(merged.new_nodes or merged.new_arrows)
        return merged

    def _is_new(self, arrow: DrawnArrow) -> bool:
        """What is drawn of a file without being in it, such as what stands within a frame, is not."""
        return arrow.id not in self.done and self.old_arrows.get(arrow.id) != arrow

    def _revise(self, record: FiledRecord) -> object:
        """What a record is now, itself where it has not changed."""
        if record.arrow and record.id in self.old_arrows:
            arrow = self.new_arrows.get(record.id)
            if arrow is None:
                return _GONE
            self.done.add(record.id)
            return _revise_arrow(record, self.old_arrows[record.id], arrow, self.encoder)
        if not record.arrow and record.id in self.old_nodes:
            node = self.new_nodes.get(record.id)
            if node is None:
                return _GONE
            self.done.add(record.id)
            return _revise_node(record, self.old_nodes[record.id], node, self.encoder)
        return _GONE if record.arrow and not self.gone.isdisjoint(record.ends) else record.value


_GONE: Final = object()


def _revise_node(record: FiledRecord, old: DrawnNode, new: DrawnNode, encoder: Encoder) -> object:
    if old == new:
        return record.value
    like = _as_record(record.value)
    return overlay(like, encoder.node(old, like), encoder.node(new, like))


def _revise_arrow(record: FiledRecord, old: DrawnArrow, new: DrawnArrow, encoder: Encoder) -> object:
    if old == new:
        return record.value
    if record.turned or (old.starts, old.ends) != (new.starts, new.ends):
        return encoder.arrow(new, {})
    like = _as_record(record.value)
    return overlay(like, encoder.arrow(old, like), encoder.arrow(new, like))


def _as_record(value: object) -> JsonRecord:
    return value if isinstance(value, dict) else {}


def overlay(record: JsonRecord, old: Mapping[str, object], new: Mapping[str, object]) -> JsonRecord:
    """A record in which what differs between ``old`` and ``new`` is as in ``new``, and all else as it was."""
    changed = dict(record)
    for key in old:
        if key not in new:
            changed.pop(key, None)
    for key, value in new.items():
        was, held = old.get(key), changed.get(key)
        if key in old and was == value:
            continue
        if isinstance(held, dict) and isinstance(value, dict):
            changed[key] = overlay(held, was if isinstance(was, dict) else {}, value)
        else:
            changed[key] = deepcopy(value)
    return changed
