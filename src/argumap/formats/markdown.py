"""An outline in Markdown, read and written: headings that ask, lists of points for and against beneath them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats import Family, Foreign, Format, Imported, Loss, LossKind
from argumap.formats._foreign import join_lines, keep_lines
from argumap.formats._outlines import make_map, parse_outline, read_points, tell_rest, write_outline
from argumap.formats._sides import find_side
from argumap.formats._titles import name_map

if TYPE_CHECKING:
    from argumap.formats import Export
    from argumap.model import ArgumentMap

_MOST_TO_A_SIDE = 10
_SAMPLE = 40_000
_OTHER_SIGNS = (b"{", b"[", b"<")
_ARGDOWN = re.compile(
    r"^\s*(?:[-+*]|<?[-+_]>?|><)?\s*(?:\[[^\]\n]{2,}\](?!\()|<[^<>\n/!]+>)|\A\s*={3,}\s*$"
    r"|^[ \t]*(?:`{3,}|~{3,})[ \t]*\{?[ \t]*\.?argdown",
    re.MULTILINE | re.IGNORECASE,
)
_ARGDOWN_SUFFIXES = (".argdown", ".ad")
_KEY = re.compile(r"^([A-Za-z_][\w-]*):[ \t]*$", re.MULTILINE)
_KIALO = re.compile(r"\s*Discussion (?:Title|Name)\s*:")


def recognise(foreign: Foreign) -> str:
    head = foreign.data[:_SAMPLE]
    if foreign.name.casefold().endswith(_ARGDOWN_SUFFIXES):
        return ""
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in _OTHER_SIGNS:
        return ""
    try:
        text = foreign.text if len(head) < _SAMPLE else Foreign(foreign.name, head).text.rpartition("\n")[0]
    except OtherTool:
        return ""
    if _ARGDOWN.search(text) or _KIALO.match(text) or _is_yaml(text):
        return ""
    points = [point for point in parse_outline(text).points if point.words]
    sided = sum(point.words.side is not None for point in points if point.words)
    # A single word of that kind in long notes is a word, not a side.
    enough = sided * _MOST_TO_A_SIDE >= len(points) > 1
    return "it has headings or lists with points for and against" if enough else ""


def _is_yaml(text: str) -> bool:
    """Whether a line is a key over others, which only a side is in an outline."""
    return any(find_side(key) is None for key in _KEY.findall(text))


def read(foreign: Foreign) -> Imported:
    """The map of an outline. Raises `OtherTool` where it has neither headings nor lists."""
    outline = parse_outline(foreign.text)
    if not outline.points:
        raise OtherTool("no line is a heading (#) or a point of a list (-), so this is no outline", foreign.name)
    reading = read_points(outline.roots)
    losses = [Loss(LossKind.ASIDE, "text that is no point", where) for where in tell_rest(outline)]
    title = outline.title or name_map(foreign.name)
    return Imported(make_map(reading, title), keep_lines(foreign.text), (*reading.losses, *losses))


def write(export: Export) -> str:
    """The map as an outline: the one that it came in where only words changed, else one of ours."""
    kept = join_lines(export.kept) if export.kept else b""
    before = _read_before(kept, export.map.title)
    written = write_outline(export.map, kept.decode("utf-8", "replace"), before)
    return f"{written.rstrip(chr(10))}\n" if before is None or not kept.endswith(b"\n") else written


def _read_before(kept: bytes, title: str) -> ArgumentMap | None:
    try:
        return read(Foreign(f"{title}.md", kept)).map if kept.strip() else None
    except OtherTool:  # what was kept is no outline any more; the map is whole without it
        return None


PLUGIN = Format(
    "outline in Markdown",
    (".md",),
    write=write,
    read=read,
    recognise=recognise,
    rejoin=join_lines,
    lasting_ids=False,
    anchors=False,
    family=Family.TABLES,
    common=True,
    tool="outlines in Markdown",
    aside=("paragraphs", "to-dos", "code and tables"),
)
