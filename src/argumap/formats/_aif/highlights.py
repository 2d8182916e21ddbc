"""The text of an xAIF file, in which OVA marks where each node stands, as an article with passages and back."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from argumap.errors import NoText
from argumap.formats._spans import SpanCiter, find_spans
from argumap.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argumap.formats import Export
    from argumap.formats._aif.document import Document
    from argumap.model import Passage

SOURCE = "article"
_NODE = "node"
_LINES = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4"})


class _HighlightParser(HTMLParser):
    """Collects the words of a text, and where the marks of nodes begin and end in them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.length = 0
        self.open: list[tuple[str, int]] = []
        self.spans: dict[str, tuple[int, int]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LINES:
            self.handle_data("\n")
        if tag == "span":
            self.open.append((dict(attrs).get("id") or "", self.length))

    def handle_endtag(self, tag: str) -> None:
        if tag == "span" and self.open:
            name, start = self.open.pop()
            # Tools that write for OVA leave out what it puts before a node's id.
            if name and start < self.length:
                self.spans.setdefault(name.removeprefix(_NODE), (start, self.length))

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        self.length += len(data)


def read_highlights(whole: object, document: Document) -> tuple[str, dict[str, tuple[Passage, ...]]]:
    """The text of a file, and the passages of its claims: their own, else those of what asserts them."""
    marked = find_text(whole)
    if "<span" not in marked:
        return "", {}
    parser = _HighlightParser()
    parser.feed(marked)
    parser.close()
    text = "".join(parser.words).replace("\r", " ").replace("\0", " ")
    try:
        citer = SpanCiter(text, SOURCE)
    except NoText:
        return "", {}
    cited: dict[str, tuple[Passage, ...]] = {}
    for node in document.nodes.values():
        if node.type == "I":
            spans = (parser.spans[name] for name in _find_marked(document, node.id) if name in parser.spans)
            if found := [passage for span in spans for passage in citer.cite(*span)]:
                cited[node.id] = tuple(dict.fromkeys(found))
    return (text, cited) if cited else ("", {})


def find_text(whole: object) -> str:
    """The text with its marks; OVA 2 has it one level down, beside where it was loaded from."""
    marked = whole.get("text") if isinstance(whole, dict) else None
    marked = marked.get("txt") if isinstance(marked, dict) else marked
    return marked if isinstance(marked, str) else ""


def _find_marked(document: Document, claim: str) -> Iterable[str]:
    """The nodes whose marks are those of a claim: its own, else the locutions that it is the content of."""
    yield claim
    for illocution in document.before[claim]:
        if document.nodes[illocution].type == "YA":
            yield from (name for name in document.before[illocution] if document.nodes[name].type == "L")


def describe_source(title: str) -> Source:
    """The source that the text of a file becomes."""
    return Source(SOURCE, title, file=f".argumap/{SOURCE}.txt")


def mark_up(export: Export, node_of: Mapping[str, str]) -> str:
    """The article at hand that most claims are cited from, with a mark where each stands; "" without one.

    Marks do not cross: of two that would, the first stays.
    """
    cited = [passage.source for claim in export.map.claims for passage in claim.at]
    source = max(export.texts, key=lambda name: (cited.count(name), name), default="")
    text = export.texts.get(source, "")
    marks = [
        (*span, node_of[claim.id])
        for claim in export.map.claims
        for span in find_spans(claim.at, source, text, export.anchors.get(claim.id, ()))[:1]
    ]
    written, done = [], 0
    for start, end, node in sorted(marks):
        if start >= done:
            held = f'<span id="{_NODE}{escape(node)}" class="highlighted">{_write(text[start:end])}</span>'
            written += [_write(text[done:start]), held]
            done = end
    return "".join([*written, _write(text[done:])]) if written else ""


def _write(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
