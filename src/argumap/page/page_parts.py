"""A page that comes in parts, each a file that leads to the others: one opened from a file can fetch nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from argumap.page.voices_and_places import link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Piece = TypeVar("Piece")


@dataclass(frozen=True, slots=True)
class PagePart(Generic[Piece]):
    """One file of a page: its ``pieces``, and the ``ids`` of all records that stand on it in full."""

    file: str
    number: int
    pieces: tuple[Piece, ...]
    ids: tuple[str, ...]


def pack_parts(name: str, pieces: Iterable[tuple[Piece, Sequence[str]]], most: int) -> tuple[PagePart[Piece], ...]:
    """``pieces`` in their order as parts of at most ``most`` records, unless a piece alone has more.

    The first is the file ``name.html``, the others are ``name-2.html`` and so on.
    """
    packed: list[tuple[list[Piece], list[str]]] = [([], [])]
    for piece, ids in pieces:
        if packed[-1][1] and len(packed[-1][1]) + len(ids) > most:
            packed.append(([], []))
        packed[-1][0].append(piece)
        packed[-1][1].extend(ids)
    return tuple(
        PagePart(f"{name}.html" if n == 1 else f"{name}-{n}.html", n, tuple(held), tuple(ids))
        for n, (held, ids) in enumerate(packed, 1)
    )


@dataclass(frozen=True, slots=True)
class PartLinks:
    """The links of one part: what stands on another part is led to there."""

    here: str
    file_of: Mapping[str, str]

    @classmethod
    def between(cls, parts: Sequence[PagePart[Piece]]) -> Callable[[str], PartLinks]:
        """A function that gives the links of the part in a file."""
        file_of = {each: part.file for part in parts for each in part.ids}
        return lambda here: cls(here, file_of)

    def link(self, page: str, node_id: str) -> str:
        """The address of a record; an empty ``page`` is this one, with all its parts."""
        file = page or self.file_of.get(node_id, "")
        return link("" if file == self.here else file, node_id)

    def build_table(self, labels: Mapping[str, str], first: str) -> dict[str, object]:
        """What the page's script leads on by: the first part knows where all stands, the others the first."""
        if self.here != first:
            return {"first": first, "files": {}}
        files: dict[str, dict[str, str]] = {}
        for node_id, file in self.file_of.items():
            if file != first:
                files.setdefault(file, {})[node_id] = labels.get(node_id, node_id)
        return {"first": "", "files": files}
