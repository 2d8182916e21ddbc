"""What the JSON formats with nodes and edges share: their records, and what of them is no node or edge."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argumap.formats._drawn.drawing import Drawing
from argumap.formats._drawn.giving_back import DrawnFile, FiledRecord
from argumap.formats._drawn.reading import read_drawing
from argumap.formats._drawn.relations import read_relation
from argumap.formats._foreign import Imported, Loss, LossKind, take_apart
from argumap.formats._foreign_ids import FreeIds
from argumap.formats._one_line import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from argumap.formats._foreign import Foreign


def find_list(whole: object, key: str) -> list[object]:
    """The list under a key; an empty one where there is none."""
    found = whole.get(key) if isinstance(whole, dict) else None
    return found if isinstance(found, list) else []


def find_relation(record: Mapping[str, object], keys: Sequence[str]) -> tuple[str, str, bool]:
    """What an edge means by the first of ``keys`` that tells, its word for that, and whether to read it backwards.

    Where no word means anything, it is the first one.
    """
    words = [word for key in keys if (word := clean(record.get(key)))]
    for word in words:
        relation, turned = read_relation(word)
        if relation:
            return relation, word, turned
    return "", words[0] if words else "", False


def read_records(foreign: Foreign, parse: Callable[[object, str], DrawnFile]) -> Imported:
    """The map of a JSON file that ``parse`` finds a drawing in, with all its records."""
    found = read_drawing(parse(foreign.json, foreign.name).drawing, foreign.name)
    return Imported(found.map, tuple(take_apart(foreign.json)), found.losses)


class RecordReader:
    """Gathers the drawing of a file and its records; a format adds how it reads a node and an edge."""

    def __init__(self) -> None:
        self.drawing = Drawing()
        self.records: list[FiledRecord] = []
        self.known: set[str] = set()

    def tell(self, kind: LossKind, why: str, name: str = "") -> None:
        self.drawing.losses.append(Loss(kind, why, name))

    def file_node(self, name: str, value: object, place: str, what: str = "node") -> bool:
        """Put a node among the records; whether it has an id that no other has, without which none is drawn."""
        if not name or name in self.known:
            why = f"a second {what} with an id that is taken" if name else f"a {what} without an id"
            self.file_aside(value, place, why, name)
            return False
        self.known.add(name)
        self.records.append(FiledRecord(name, value, place))
        return True

    def file_aside(self, value: object, place: str, why: str, name: str = "", *, arrow: bool = False) -> None:
        """Put what cannot be drawn among the records."""
        self.tell(LossKind.ASIDE, why, name)
        self.records.append(FiledRecord("", value, place, arrow=arrow))

    @cached_property
    def edge_names(self) -> FreeIds:
        """Gives names to edges that have none of their own, which no node may have either."""
        return FreeIds(self.known)

    def finish(self) -> DrawnFile:
        return DrawnFile(self.drawing, self.records)
