"""Passages as the Web Annotation vocabulary has them (W3C Recommendation, 2017), each hitting the text at hand.

A TextPositionSelector counts code points from 0, as that vocabulary and the passages of a map do. A
TextQuoteSelector is the text of the file itself from there to there, marks and line ends included, with so much of
what stands around it that nothing else in the text is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from argumap.formats._linked.terms import Iri, Resource, Word, beneath, local, tell, typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.formats import Export
    from argumap.formats._linked.terms import Term
    from argumap.model import Passage

_AROUND: Final = 32


class Annotator:
    def __init__(self, export: Export) -> None:
        self.anchors = export.anchors
        self.texts = export.texts
        self.languages = {source.id: source.language or export.map.language for source in export.map.sources}
        self.places: dict[str, dict[object, Mapping[str, object]]] = {}

    def annotate(self, body: Iri, key: str, passages: Sequence[Passage]) -> Iterator[Resource]:
        """The passages of a record as annotations with ``body``; ``key`` is what its anchors go by."""
        known = {(anchor.get("source"), anchor.get("at")): anchor for anchor in self.anchors.get(key, ())}
        for n, passage in enumerate(passages, 1):
            place = passage.at or f"quote-{n}"
            iri = local(f"passage/{body.text.removeprefix('#')}", passage.source, place)
            found = known.get((passage.source, passage.at), {})
            yield from self._write(iri, body, passage, found)

    def _write(self, iri: Iri, body: Iri, passage: Passage, found: Mapping[str, object]) -> Iterator[Resource]:
        target = beneath(iri, "target")
        selectors = list(self._select(target, passage, found))
        said: list[tuple[str, Term]] = [("a", Word("oa:Annotation")), ("oa:motivatedBy", Word("oa:linking"))]
        yield Resource(iri, (*said, ("oa:hasBody", body), ("oa:hasTarget", target)))
        place: list[tuple[str, Term]] = [("a", Word("oa:SpecificResource"))]
        place.append(("oa:hasSource", local("source", passage.source)))
        if passage.at:
            place.append(("dcterms:identifier", tell(passage.at)))
        yield Resource(target, (*place, *(("oa:hasSelector", selector.iri) for selector in selectors)))
        yield from selectors

    def _select(self, target: Iri, passage: Passage, found: Mapping[str, object]) -> Iterator[Resource]:
        start, end = found.get("start"), found.get("end")
        text = self.texts.get(passage.source)
        if text is not None and isinstance(start, int) and isinstance(end, int):
            prefix, suffix = _find_context(text, start, end)
            yield self._quote(target, passage.source, text[start:end], prefix, suffix)
            positions = (("oa:start", _count(start)), ("oa:end", _count(end)))
            yield Resource(beneath(target, "position"), (("a", Word("oa:TextPositionSelector")), *positions))
        elif passage.quote is not None:
            yield self._quote(
                target, passage.source, passage.quote.exact, passage.quote.prefix, passage.quote.suffix
            )

    def _quote(self, target: Iri, source: str, exact: str, prefix: str, suffix: str) -> Resource:
        words = (("oa:exact", exact), ("oa:prefix", prefix), ("oa:suffix", suffix))
        language = self.languages.get(source)
        said = ((name, tell(text, language)) for name, text in words if text or name == "oa:exact")
        return Resource(beneath(target, "quote"), (("a", Word("oa:TextQuoteSelector")), *said))


def _count(place: int) -> Term:
    return typed(place, "xsd:nonNegativeInteger")


def _find_context(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a passage, as much as it takes to mean no other."""
    around = _AROUND
    while True:
        first, last = max(start - around, 0), end + around
        whole = text[first:last]
        only = text.find(whole) == first and text.find(whole, first + 1) < 0
        if only or (first == 0 and last >= len(text)):
            return text[first:start], text[end:last]
        around *= 2
