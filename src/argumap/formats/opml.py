"""An outline as outliners hand it on (OPML 2.0), read only: the ``text`` of an element ``outline`` is a point."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats import Family, Format, Imported, Loss, LossKind
from argumap.formats._foreign import join_lines, keep_lines
from argumap.formats._outlines import OutlinePoint, make_map, read_points, read_text, read_words
from argumap.formats._titles import name_map
from argumap.formats._xml import find_root, parse_elements, read_xml_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argumap.formats import Foreign
    from argumap.formats._xml import XmlElement

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_NOTES = ("_note", "note", "description")


def recognise(foreign: Foreign) -> str:
    return "its outermost element is opml" if find_root(foreign) == "opml" else ""


def read(foreign: Foreign) -> Imported:
    """The map of an outline. Raises `OtherTool` where it is no OPML, or a list of feeds."""
    elements = parse_elements(read_xml_text(foreign), foreign.name)
    if not elements or elements[0].tag != "opml":
        raise OtherTool("this is no OPML: its outermost element is another", foreign.name)
    outlines = [element for element in elements if element.tag == "outline"]
    feeds = sum("xmlUrl" in element.attributes for element in outlines)
    if feeds and feeds * 2 >= len(outlines):
        raise OtherTool("this is a list of feeds, not an outline of a debate", foreign.name)
    losses: list[Loss] = []
    reading = read_points(_hang(outlines, losses))
    title = next((e.text for e in elements if e.tag == "title" and e.text.strip()), "")
    record = make_map(reading, read_text(title, marked=False) or name_map(foreign.name))
    return Imported(record, keep_lines(foreign.text), (*reading.losses, *losses))


def _hang(outlines: Sequence[XmlElement], losses: list[Loss]) -> list[OutlinePoint]:
    """The points beneath each other as their elements are."""
    roots: list[OutlinePoint] = []
    open_: list[tuple[int, OutlinePoint]] = []
    for n, element in enumerate(outlines, 1):
        shown = element.attributes.get("text") or element.attributes.get("title") or ""
        written = " ".join(_TAG.sub("", shown).split())
        point = OutlinePoint(read_words(written, marked=False), f"point {n}")
        if any(element.attributes.get(name, "").strip() for name in _NOTES):
            losses.append(Loss(LossKind.ASIDE, "a note", point.where))
        while open_ and open_[-1][0] >= element.depth:
            open_.pop()
        (open_[-1][1].beneath if open_ else roots).append(point)
        open_.append((element.depth, point))
    return roots


PLUGIN = Format(
    "outline in OPML",
    (".opml",),
    read=read,
    recognise=recognise,
    rejoin=join_lines,
    lasting_ids=False,
    anchors=False,
    family=Family.TABLES,
    tool="Workflowy, Logseq, OPML",
    aside=("notes", "to-dos"),
)
