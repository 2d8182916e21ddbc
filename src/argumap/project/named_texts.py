"""The texts that a map names itself with ``file:``: which of them may be read, and how the others are told."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from argumap.files import leads_inside
from argumap.project.next_calls import tell_call
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.project.open_map_protocol import OpenedMap

_UNLOCKED = "lies outside the map's folder and is not locked"


def find_named_texts(opened: OpenedMap) -> Mapping[str, Path]:
    """The files that the map names for its sources, by source id, where they are there and may be read."""
    named = {s.id: s.file for s in opened.reading.map.sources if s.file is not None}
    return {
        source_id: opened.folder / file
        for source_id, file in named.items()
        if not _why_not(opened, source_id, file)
    }


def tell_missing_texts(opened: OpenedMap) -> list[str]:
    """Why the passages of a source are unverified, a sentence for each reason, with what to do."""
    sources = opened.record.sources
    missing = [source for source in sources if source.id not in opened.articles]
    linked = [source.id for source in missing if source.file is None and source.url]
    unnamed = [source.id for source in missing if source.file is None and not source.url]
    told = []
    if linked := [source_id for source_id in linked if source_id in _find_cited(opened)]:
        told.append(
            f"{opened.name}: of {joined(linked)} the map has the address and not the text; passages are "
            f"unverified ({_option(linked[0], len(sources))})."
        )
    if unnamed:
        told.append(
            f"{opened.name}: the text of {joined(unnamed)} is not at hand; passages are unverified "
            f"({_option(unnamed[0], len(sources))})."
        )
    return told + [_tell_missing_file(opened, source.id, source.file) for source in missing if source.file]


def _tell_missing_file(opened: OpenedMap, source_id: str, file: str) -> str:
    why = _why_not(opened, source_id, file) or "cannot be read"
    remedy = _option(source_id, len(opened.record.sources))
    if why == _UNLOCKED:
        given = remedy.replace("FILE", Path(os.path.relpath(opened.folder / file)).as_posix())
        remedy = f"lock it: `{tell_call('source add', opened).removesuffix(' --source FILE')} {given}`"
    return (
        f"{opened.name}: {file}, which the map names as the text of {source_id}, {why}; passages are "
        f"unverified ({remedy})."
    )


def _find_cited(opened: OpenedMap) -> set[str]:
    """The ids of the sources that anything in the map cites a passage of."""
    record = opened.record
    citing = (record.issues, record.claims, record.arguments, record.concepts, record.attributions)
    return {passage.source for kind in citing for each in kind for passage in each.at}


def write_file_name(folder: Path, text: Path) -> str | None:
    """The path of a text as a map in ``folder`` names it; None where a map may not, see ``find_named_texts``."""
    if not (leads_inside(text, folder) or leads_inside(text, Path.cwd())):
        return None
    try:
        name = Path(os.path.relpath(text.absolute(), folder.absolute())).as_posix()
    except ValueError:  # another drive
        return None
    return name if name.isprintable() and "\\" not in name else None


def _why_not(opened: OpenedMap, source_id: str, file: str) -> str:
    """Why a file that a map names is not read, as the end of a sentence; nothing where it is.

    A map from anywhere must not lead to any file of its reader: what lies outside its folder is read only where
    the command runs, and only where the map's lock proves that its author had that very text.
    """
    path = opened.folder / file
    if not os.path.isfile(path):  # noqa: PTH113 - unlike the path's own method it takes any name
        return "is not there"
    if leads_inside(path, opened.folder):
        return ""
    if not leads_inside(path, Path.cwd()):
        return "lies outside the map's folder and the folder that this command runs in"
    if opened.lock is None or source_id not in opened.lock.sources:
        return _UNLOCKED
    return ""


def _option(source_id: str, sources: int) -> str:
    return "--source FILE" if sources == 1 else f"--source {source_id}=FILE"
