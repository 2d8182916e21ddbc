"""Locations: where every key and every value of a map stands in its files."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

ValuePath: TypeAlias = "tuple[str | int, ...]"

_SECTIONS = ("claims", "arguments", "issues", "stakeholders", "concepts")
_SUGAR = ("supports", "attacks", "undercuts")
_COLUMN_BITS = 32


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file; ``line`` and ``column`` count from 1, ``file`` is the path as the user wrote it."""

    file: str
    line: int
    column: int


@dataclass(slots=True)
class LocationTable:
    """The entries of one YAML text in the order of the text, four numbers an entry.

    Entry 0 is the document. ``ends[n]`` is the number of the first entry after the subtree of entry ``n``, so
    the children of ``n`` begin at ``n + 1`` and each one's end is the next one's place. ``texts`` are the
    scalars, None for a mapping or a list.
    """

    file: str
    keys: list[str | int | None] = field(default_factory=list)
    texts: list[str | None] = field(default_factory=list)
    key_places: array[int] = field(default_factory=lambda: array("Q"))
    value_places: array[int] = field(default_factory=lambda: array("Q"))
    ends: array[int] = field(default_factory=lambda: array("Q"))
    # Filled as it is asked for, so it tells nothing of the file.
    _children: dict[int, dict[str | int | None, int]] = field(default_factory=dict, compare=False)

    def find(self, path: ValuePath) -> int | None:
        """The number of the entry at ``path``."""
        if not self.keys:
            return None
        entry: int | None = 0
        for step in path:
            entry = None if entry is None else self.children(entry).get(step)
        return entry

    def children(self, entry: int) -> dict[str | int | None, int]:
        """The entries right beneath ``entry``, by key or place in a list."""
        found = self._children.get(entry)
        if found is None:
            found = {}
            child, end = entry + 1, self.ends[entry]
            while child < end:
                found.setdefault(self.keys[child], child)
                child = self.ends[child]
            self._children[entry] = found
        return found

    def key_location(self, entry: int) -> Location:
        return self._location(self.key_places[entry])

    def value_location(self, entry: int) -> Location:
        return self._location(self.value_places[entry])

    def _location(self, place: int) -> Location:
        return Location(self.file, (place >> _COLUMN_BITS) + 1, (place & ((1 << _COLUMN_BITS) - 1)) + 1)


@dataclass(frozen=True, slots=True)
class Locations:
    """Where the values of a map stand, over all its files; the first file that has a path is asked."""

    tables: Sequence[LocationTable] = ()

    def key(self, path: ValuePath) -> Location | None:
        """Where the key at ``path``, such as ``("claims", "close-it", "text")``, stands."""
        for table in self.tables:
            if (entry := table.find(path)) is not None:
                return table.key_location(entry)
        return None

    def value(self, path: ValuePath) -> Location | None:
        """Where the value at ``path`` begins."""
        for table in self.tables:
            if (entry := table.find(path)) is not None:
                return table.value_location(entry)
        return None

    def nearest(self, path: ValuePath) -> Location | None:
        """Where to show what is wrong at ``path``: at its value, or at the closest one around it that is written.

        A whole section or record is shown at its key. One value may stand for a list of one, so a place in a
        list that is not written as a list is passed over.
        """
        for table in self.tables:
            if len(path) > 1 and table.find(path[: 1 if isinstance(path[1], int) else 2]) is None:
                continue
            entry, depth = 0, 0
            for step in path:
                below = table.children(entry).get(step) if table.keys else None
                if below is None and not isinstance(step, int):
                    break
                if below is not None:
                    entry, depth = below, depth + 1
            if entry:
                whole = depth <= 2 and table.texts[entry] is None
                return table.key_location(entry) if whole else table.value_location(entry)
        return None

    def text(self, path: ValuePath) -> str | None:
        """The scalar at ``path`` as the file has it."""
        for table in self.tables:
            if (entry := table.find(path)) is not None:
                return table.texts[entry]
        return None

    def steps(self, path: ValuePath) -> tuple[str | int, ...]:
        """The keys of the mapping at ``path``, or the places of the list; empty where there is neither."""
        for table in self.tables:
            if (entry := table.find(path)) is not None:
                return tuple(step for step in table.children(entry) if step is not None)
        return ()

    def of(self, record_id: str) -> Location | None:
        """Where a record is defined; an argument folded from a claim stands where the claim names its target."""
        path = self.path_of(record_id)
        return None if path is None else (self.key(path) if len(path) == 2 else self.value(path))

    def path_of(self, record_id: str) -> ValuePath | None:
        """The path of a record, or of the value that an argument was folded from."""
        for section in _SECTIONS:
            if self.key((section, record_id)) is not None:
                return (section, record_id)
        claim, slash, target = record_id.partition("/")
        return self._sugar(claim, target) if slash else None

    def _sugar(self, claim: str, target: str) -> ValuePath | None:
        for table in self.tables:
            for bearing in _SUGAR:
                path: ValuePath = ("claims", claim, bearing)
                entry = table.find(path)
                if entry is None:
                    continue
                if table.texts[entry] == target:
                    return path
                for step, child in table.children(entry).items():
                    if table.texts[child] == target and step is not None:
                        return (*path, step)
        return None
