"""A map handed on in another tool's format: as one text, or as files beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argumap.errors import CallError
from argumap.files import write_together, write_whole
from argumap.folders import output_folder
from argumap.formats import FORMATS, Export
from argumap.project.own_files import spare_own

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from argumap.formats import Format
    from argumap.project.open_map_protocol import OpenedMap


@dataclass(frozen=True, slots=True)
class Exported:
    """The ``files`` of a map in a format, by suffix."""

    opened: OpenedMap
    format: Format
    files: Mapping[str, str]

    def single(self) -> str:
        """The text of the only file; raises `CallError` where the format takes several."""
        if len(self.files) > 1:
            taken = f"{self.format.title} takes {len(self.files)} files"
            raise CallError(f"{taken}; name one with -o and the others stand beside it")
        return next(iter(self.files.values()))

    def write(self, target: Path | None = None) -> list[Path]:
        """Write one file as ``target`` names it, several by their suffixes beside it; without, to ``output/``."""
        first = self.format.suffixes[0]
        base = target or output_folder(self.opened.name) / f"{self.opened.name}{first}"
        if len(self.files) == 1:
            spare_own(self.opened, [base])
            return [write_whole(base, self.single())]
        stem = base.name.removesuffix(first).removesuffix(base.suffix)
        texts = {base.with_name(f"{stem}{suffix}"): text for suffix, text in self.files.items()}
        spare_own(self.opened, texts)
        return write_together(base.parent, texts)


def get_writer(name: str) -> Format:
    """The format ``name``, if it is written; raises `NotFound` for none, `CallError` for one only read."""
    found = FORMATS[name]
    if found.write is None:
        raise CallError(f"{found.title} is only read; see `argumap formats`")
    return found


def export_map(opened: OpenedMap, name: str, semantics: str | None = "qe", *, strict: bool = False) -> Exported:
    """A map in the format ``name``, with what is known of its passages and of what stands.

    ``semantics`` None leaves status and strength out; with ``strict`` a format that cannot hold all raises
    `CallError`. Raises as `get_writer` does.
    """
    chosen = get_writer(name)
    if strict and chosen.loses:
        raise CallError(f"{chosen.title} has no place for {', '.join(chosen.loses)}; leave --strict out to go on")
    statuses = opened.statuses(semantics) if semantics else {}
    assert chosen.write is not None  # noqa: S101 - `get_writer` saw to it
    written = chosen.write(Export(opened.record, opened.anchors if chosen.anchors else {}, statuses))
    return Exported(opened, chosen, chosen.files(written))
