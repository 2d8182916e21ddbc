"""Argdown source as a file: how it is known, cut into lines and put together again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats._argdown.fences import find_fenced
from argumap.formats._argdown.giving_back import EarlierSource, give_back
from argumap.formats._argdown.parsing import parse
from argumap.formats._argdown.reading import read_document
from argumap.formats._argdown.writing import write as write_map_text
from argumap.formats._foreign import Foreign, Imported, Loss, LossKind, join_lines, keep_lines

if TYPE_CHECKING:
    from argumap.formats import Export
    from argumap.formats._argdown.fences import Fenced
    from argumap.formats._foreign import Kept
    from argumap.model import ArgumentMap

_DIALECT = re.compile(r"^[ \t]*\(\[[^\]\n]+\]\)\s*->\s*\[[^\]\n]+\]\s*\.", re.MULTILINE)
_TITLED = re.compile(
    r"""^(?:\[[^\]\n]+\]:[ ]+(?!<?https?:)\S        # [title]: words, but no address, which Markdown has there
        |<[^>\n/?!][^>\n]*>:[ ]+\S                # <title>: words
        |[ \t]+(?:<?[+-]|[+-]>|><|_>|<_)[ \t]*     # a relation to something by title
         (?:\[[^\]\n]+\]|<[^>\n]+>)[ \t]*(?::|\#|\{|$))""",
    re.MULTILINE | re.VERBOSE,
)
_FRONT_MATTER = re.compile(r"\s*={3,}[ \t]*\n")
_SUFFIXES = (".argdown", ".ad")
_SAMPLE = 20_000


def recognise(foreign: Foreign) -> str:
    """What tells that a file is Argdown source; "" where nothing does."""
    try:
        sample = foreign.text[:_SAMPLE]
    except OtherTool:
        return ""
    if find_fenced(foreign.text):
        return "it has fenced blocks of Argdown, as Markdown has them"
    if _TITLED.search(sample):
        return "it has titles in brackets before statements and arguments, as Argdown has them"
    if _FRONT_MATTER.match(sample):
        return "it begins with front matter between lines of ==="
    return "its name ends as that of an Argdown file" if foreign.name.casefold().endswith(_SUFFIXES) else ""


def read(foreign: Foreign) -> Imported:
    """The map of Argdown source. Raises `OtherTool` with every place where it is none."""
    text = foreign.text
    if _DIALECT.search(text, 0, _SAMPLE):
        raise OtherTool("this is Argdown 2 of another tool, with rules like ([a]) -> [b]. in it", foreign.name)
    kept = keep_lines(_decode(foreign))
    if fenced := find_fenced(text):
        return _read_fenced(fenced, foreign.name, kept)
    return read_document(parse(text, foreign.name), foreign.name, kept)


def _read_fenced(fenced: Fenced, name: str, kept: tuple[Kept, ...]) -> Imported:
    """One map of all blocks of a document; titled as the document, unless its only block has a title."""
    document = parse(fenced.text, name, fenced.starts)
    titled = len(fenced.starts) == 1 and document.front.get("title")
    found = read_document(document, name, kept)
    lost = [Loss(LossKind.ASIDE, "text around the blocks of Argdown", f"line {n}") for n in fenced.around]
    lost += [Loss(LossKind.ASIDE, "front matter of a block after the first", f"line {n}") for n in fenced.fronts]
    title = found.map.title if titled or not fenced.title else fenced.title
    return replace(found, map=replace(found.map, title=title), losses=(*found.losses, *lost))


def write(export: Export) -> str:
    """A map as Argdown source; what came as such and is as it came goes back as it was."""
    if export.kept:
        file = export.map.origin.file if export.map.origin else ""
        came = Foreign(file or f"{export.map.title}.argdown", join_lines(export.kept))
        whole = _decode(came)
        if fenced := find_fenced(came.text):  # what stands around the blocks is no Argdown
            whole = fenced.alone
            came = Foreign(came.name, whole.encode())
        earlier = EarlierSource(came.text, came.name)
        if _sort(earlier.map) == _sort(export.map):
            return whole
        if written := give_back(earlier, export.map):
            mark = "\ufeff" if whole.startswith("\ufeff") else ""
            return mark + (written.replace("\n", "\r\n") if "\r\n" in whole else written)
    return write_map_text(export.map)


def _sort(record: ArgumentMap) -> ArgumentMap:
    """A map without its own origin, and with what has no order in one order."""
    return replace(
        record,
        origin=None,
        arguments=tuple(sorted(record.arguments, key=lambda step: step.id)),
        attributions=tuple(sorted(record.attributions, key=repr)),
    )


def _decode(foreign: Foreign) -> str:
    """The text with its line ends and its byte order mark, so that it can go back as it came."""
    try:
        return foreign.data.decode("utf-8")
    except UnicodeDecodeError:
        return foreign.text
