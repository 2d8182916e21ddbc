"""One file a format: a module here that binds ``PLUGIN`` to a `Format` is found by its file's name."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from argumap.formats._foreign import (
    Foreign,
    Imported,
    Kept,
    Loss,
    LossKind,
    find_named_columns,
    find_none,
    put_together,
)
from argumap.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from argumap.graph import Anchors, Outcomes
    from argumap.model import ArgumentMap

Written: TypeAlias = "str | Mapping[str, str]"


@dataclass(frozen=True, slots=True)
class Export:
    """What a writer gets: the map and, by the ids of its records, what is known of anchors and status.

    ``kept`` are the foreign records that lie beside a map which came in this format, ``texts`` the articles at
    hand by source, ``base`` the address that the map is to have on the web, where it has one.
    """

    map: ArgumentMap
    anchors: Anchors = field(default_factory=dict)
    evaluation: Outcomes = field(default_factory=dict)
    kept: tuple[Kept, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    base: str = ""


def _is_none(foreign: Foreign) -> str:
    """Of a format that is not read no file is known to be in it."""
    del foreign
    return ""


def _misses_nothing(export: Export) -> tuple[str, ...]:
    """Of a format that has room for a map of any size."""
    del export
    return ()


def _join_json(kept: Iterable[Kept]) -> bytes:
    return json.dumps(put_together(kept), ensure_ascii=False).encode("utf-8", "surrogatepass")


class Family(StrEnum):
    """What kind of tool a format belongs to."""

    MAPS = "argument tools"
    TABLES = "tables and outlines"
    DRAWINGS = "drawings and notes"
    GRAPHS = "graphs"
    FRAMEWORKS = "solvers"
    DATA = "linked data"
    TEXTS = "corpora"


@dataclass(frozen=True, slots=True)
class Format:
    """A way to hand a map on, or to take one over.

    ``tool`` is what people know it from. ``write`` returns the text of one file, or several texts by suffix
    where a format takes more than one file. ``read`` is None for a format that is only written; ``recognise``
    says by what a file is known to be in it, "" where it is not, and ``rejoin`` makes the file again of the
    records that were kept of it, which the formats of its ``kin`` take as well; without ``lasting_ids`` its
    ids tell where a thing stands in the file, so a newer file cannot be worked in. ``columns`` is what a
    column may be for, where a file has columns. ``family`` says with which formats it is shown, ``loses``
    names what the format has no place for, ``aside`` what of its own files no map holds. Without ``anchors``
    it tells nothing of an article, so it is given none and no text is verified for it. ``misses`` says what of
    this very map there is no room for. With ``folder`` the texts are the files of a folder, by their paths in
    it, and what is there already stays as it is. A ``linked`` one writes addresses on the web, from where the
    map is. The signs of a ``common`` one also stand in files of other formats, so those are asked first.
    """

    title: str
    suffixes: tuple[str, ...]
    tool: str = ""
    write: Callable[[Export], Written] | None = None
    read: Callable[[Foreign], Imported] | None = None
    recognise: Callable[[Foreign], str] = _is_none
    rejoin: Callable[[Iterable[Kept]], bytes] = _join_json
    kin: tuple[str, ...] = ()
    lasting_ids: bool = True
    columns: tuple[str, ...] = ()
    loses: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    anchors: bool = True
    family: Family = Family.MAPS
    misses: Callable[[Export], tuple[str, ...]] = _misses_nothing
    folder: bool = False
    common: bool = False
    linked: bool = False

    def read_again(
        self, name: str, kept: Sequence[Kept], beside: Callable[[str], bytes | None] = find_none
    ) -> Imported | None:
        """What was read of the file ``name`` when it was taken over; None where the format is not read.

        ``beside`` gives the files that lay beside it then.
        """
        if self.read is None:
            return None
        if self.rejoin is _join_json:
            return self.read(Foreign.hold(name, put_together(kept)))
        return self.read(Foreign(name, self.rejoin(kept), beside, find_named_columns(kept)))

    def files(self, written: Written) -> Mapping[str, str]:
        """What ``write`` returned, by suffix."""
        return {self.suffixes[0]: written} if isinstance(written, str) else written


FORMATS: Registry[Format] = Registry("argumap.formats")

__all__ = [
    "FORMATS",
    "Export",
    "Family",
    "Foreign",
    "Format",
    "Imported",
    "Kept",
    "Loss",
    "LossKind",
    "Written",
    "find_named_columns",
]
