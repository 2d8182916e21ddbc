"""XML of other tools as a flat list of elements: no entity is read, and no depth costs a call.

Python's expat suffices for that: what makes XML dangerous are entities, and a file that declares one is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers import expat

from argumap.errors import OtherTool

if TYPE_CHECKING:
    from argumap.formats._foreign import Foreign

_HEAD = 4000
_BEFORE_ROOT = re.compile(
    r"\ufeff?\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<([\w:.-]+)", re.DOTALL
)
_DECLARED = re.compile(r"""(<\?xml[^>]*?encoding\s*=\s*["'])([\w.:-]+)(["'])""")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class XmlElement:
    """An element: its name, its attributes, and the words that stand in it and in no element beneath it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    depth: int = 0


def find_root(foreign: Foreign) -> str:
    """The name of the outermost element; "" where the file does not begin as XML does."""
    found = _BEFORE_ROOT.match(foreign.data[:_HEAD].decode("utf-8", "replace"))
    return found[1] if found else ""


def read_xml_text(foreign: Foreign) -> str:
    """The file as text, as it is written in UTF-8."""
    return _DECLARED.sub(r"\1UTF-8\3", foreign.text, count=1)


def parse_elements(text: str, name: str) -> list[XmlElement]:
    """The elements of XML in the order in which they begin.

    Raises `OtherTool` with the line where it is no XML, and where it needs an entity.
    """
    elements: list[XmlElement] = []
    open_: list[tuple[XmlElement, list[str]]] = []

    def begin(tag: str, attributes: dict[str, str]) -> None:
        element = XmlElement(tag, attributes, depth=len(open_))
        elements.append(element)
        open_.append((element, []))

    def end(_: str) -> None:
        element, words = open_.pop()
        element.text = "".join(words)

    def add(words: str) -> None:
        if open_:
            open_[-1][1].append(words)

    def refuse(entity: str, *_: object) -> None:
        message = f"it needs the entity {entity!r}, and entities are not read; write out what it stands for"
        raise OtherTool(message, name, parser.CurrentLineNumber)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = add
    parser.EntityDeclHandler = refuse
    parser.SkippedEntityHandler = refuse
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        told = f"no XML: {expat.ErrorString(error.code)} in column {error.offset + 1}"
        raise OtherTool(told, name, error.lineno) from error
    except UnicodeEncodeError as error:
        raise OtherTool("no XML: it has half a character, which no encoding writes", name) from error
    return elements


def escape_attribute(text: str) -> str:
    """A text as it stands between double quotes."""
    escaped = _plain(text).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def write_words(text: str) -> str:
    """A text as a section of character data, which shows it as it is."""
    return f"<![CDATA[{_plain(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def _plain(text: str) -> str:
    """A text without the characters that XML has no way to write."""
    return _FORBIDDEN.sub("\ufffd", text)
