"""A map handed on in another tool's format: as one text, or as files beside each other."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from argumap.errors import AlreadyThere, CallError, WouldLose
from argumap.files import write_together, write_whole
from argumap.folders import output_folder
from argumap.formats import Export, Foreign
from argumap.gc_pause import gc_paused
from argumap.mapfile import trees_kept
from argumap.project.fidelity import find_kept_of_plain_map, find_losses
from argumap.project.foreign_records import read_records
from argumap.project.format_choice import get_writer
from argumap.project.own_files import spare_own
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from argumap.formats import Format, Kept
    from argumap.project.fidelity import FeatureLoss
    from argumap.project.open_map_protocol import OpenedMap


_SHOWN = 3
# What an address is made of (RFC 3986), percent signs only with two digits.
_ADDRESS = re.compile(
    r"https?://[a-z0-9.-]+(?::\d+)?(?:[/?#](?:[a-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9a-f]{2})*)?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Exported:
    """The ``files`` of a map in the format called ``name``, by suffix, and what of the map is not in them."""

    opened: OpenedMap
    name: str
    format: Format
    files: Mapping[str, str]
    losses: tuple[str, ...] = ()

    def single(self) -> str:
        """The text of the only file; raises `CallError` where the format takes several, or a folder."""
        if self.format.folder:
            raise CallError(f"{self.name} takes a folder; name one with -o")
        if len(self.files) > 1:
            taken = f"{self.name} takes {len(self.files)} files"
            raise CallError(f"{taken}; name one with -o and the others stand beside it")
        return next(iter(self.files.values()))

    def write(self, target: Path | None = None) -> list[Path]:
        """Write one file as ``target`` names it, several by their suffixes beside it; without, to ``output/``.

        In a folder that is there they have the map's name.

        A format that takes a folder writes into the one that ``target`` names. Raises `AlreadyThere` where a file
        in it is there already and says something else; then nothing was written.
        """
        if self.format.folder:
            return self._write_folder(target or output_folder(self.opened.name) / self.format.suffixes[0])
        first = self.format.suffixes[0]
        folder = output_folder(self.opened.name) if target is None else target
        base = target if target and not target.is_dir() else folder / f"{self.opened.name}{first}"
        if len(self.files) == 1:
            spare_own(self.opened, [base], earlier={base} if self._is_earlier(base) else ())
            return [write_whole(base, self.single())]
        stem = base.name.removesuffix(first).removesuffix(base.suffix)
        texts = {base.with_name(f"{stem}{suffix}"): text for suffix, text in self.files.items()}
        spare_own(self.opened, texts)
        return write_together(base.parent, texts)

    def _is_earlier(self, place: Path) -> bool:
        """Whether a file of this format is at ``place``, which a newer one may take the place of."""
        return place.is_file() and bool(self.format.recognise(Foreign(place.name, place.read_bytes())))

    def _write_folder(self, folder: Path) -> list[Path]:
        texts = {folder / name: text for name, text in self.files.items()}
        spare_own(self.opened, texts)
        there = {path: path.is_file() and path.read_bytes() for path in texts if os.path.lexists(path)}
        other = [path for path, data in there.items() if data != texts[path].encode()]
        if other:
            more = f" and {len(other) - _SHOWN} more" if len(other) > _SHOWN else ""
            named = ", ".join(str(path) for path in other[:_SHOWN])
            raise AlreadyThere(
                f"{named}{more} would be written over; nothing was written, name an empty folder: -o", other[0]
            )
        write_together(folder, {path: text for path, text in texts.items() if path not in there})
        return list(texts)


@gc_paused()
@trees_kept()
def export_map(
    opened: OpenedMap, name: str, semantics: str | None = "qe", *, base: str = "", strict: bool = False
) -> Exported:
    """A map in the format ``name``, with what is known of its passages and of what stands.

    ``semantics`` None leaves status and strength out. ``base`` is the address that the map is to have on the web,
    for formats that call things by addresses. A map that came in this format, or in one of its kin, takes along
    what was kept beside it. What is lost is found by reading what was written, where the format is read; with
    ``strict`` a loss raises `CallError`, as a ``base`` does that is no address. Raises as `get_writer` does.
    """
    chosen = get_writer(name)
    assert chosen.write is not None  # noqa: S101 - `get_writer` saw to it
    if strict and chosen.loses:
        _refuse(chosen, chosen.loses)
    statuses = opened.statuses(semantics) if semantics else {}
    anchors = opened.anchors if chosen.anchors else {}
    texts = {source: article.text for source, article in opened.articles.items()} if anchors else {}
    kept = _find_kept(opened, name, chosen)
    export = Export(opened.record, anchors, statuses, kept, texts, _check_base(base))
    files = chosen.files(chosen.write(export))
    found = find_losses(chosen, opened.record, files, kept)
    losses = (*chosen.misses(export), *(chosen.loses or _tell_found(chosen, found)))
    if strict and losses:
        _refuse(chosen, losses)
    return Exported(opened, name, chosen, files, losses)


def _tell_found(chosen: Format, found: Sequence[FeatureLoss]) -> Iterator[str]:
    """What was found to be lost, and last what a map that is plainer would not lose."""
    plain = [loss.feature for loss in found if loss.feature in find_kept_of_plain_map(chosen)]
    yield from (str(loss) for loss in found if loss.feature not in plain)
    if plain:
        yield f"{joined(plain)} (kept where a map is nothing but names and attacks)"


def _check_base(base: str) -> str:
    if base and not _ADDRESS.fullmatch(base):
        raise CallError(f"{base!r} is no address on the web; write it whole, as https://example.org/maps/town")
    return base.partition("#")[0]


def _refuse(chosen: Format, losses: Sequence[str]) -> NoReturn:
    raise WouldLose(f"{chosen.title} has no place for {', '.join(losses)}; leave --strict out to go on")


def _find_kept(opened: OpenedMap, name: str, chosen: Format) -> tuple[Kept, ...]:
    origin = opened.record.origin
    if origin is None or origin.format not in {name, *chosen.kin}:
        return ()
    records = read_records(opened.folder)
    # Maps of one file each may share a folder, and these are the records of one of them.
    ours = records is not None and (records.format, records.digest) == (origin.format, origin.digest)
    return records.kept if records is not None and ours else ()
