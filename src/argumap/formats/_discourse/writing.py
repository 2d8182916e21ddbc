"""From a map to a discourse graph: what came in one goes back as it was, as far as the map still says the same."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from argumap.formats._discourse.reading import read_parts
from argumap.formats._discourse.vocabulary import CLAIM_KINDS, CONTEXT, MARKS, Meaning, plain, tell_meaning
from argumap.formats._foreign import Foreign, put_together
from argumap.model import Act, Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.formats import Export
    from argumap.formats._discourse.document import Link
    from argumap.formats._discourse.reading import DiscourseParts, RelationFact
    from argumap.model import ArgumentMap, Attribution, Claim, Origin

NAME = "discourse-graphs"
_DEFINED = {
    Meaning.SUPPORTS: ("dgc:supports", "Supports", "dgc:ClaimOrEvidence", "dgc:Claim"),
    Meaning.OPPOSES: ("dgc:opposes", "Opposes", "dgc:ClaimOrEvidence", "dgc:Claim"),
    Meaning.ADDRESSES: ("dgc:addresses", "Addresses", "dgc:Claim", "dgc:Question"),
    Meaning.CITES: ("dgc:sourceDocument", "Source document", "dgc:Evidence", "dgc:SourceDocument"),
}
_SCHEMAS = {name: f"dgc:{name}" for name in ("Question", "Claim", "Evidence")} | {"Source": "dgc:SourceDocument"}
# Who only doubts a claim has not made it.
_MAKING = (Act.PRESENTS, Act.ASSERTS, Act.ARGUES, Act.ENDORSES, Act.CONCEDES)
_ADDRESS = re.compile(r'[^\s<>"{}|\\^`]+')
_Record = dict[str, object]


def write(export: Export) -> str:
    """The map as a graph in JSON-LD, one record a line."""
    whole = put_together(export.kept) if export.kept else None
    graph = whole.get("@graph") if isinstance(whole, dict) else whole
    now = _Now(export.map)
    if isinstance(graph, list):
        parts = read_parts(Foreign.hold("kept.json", whole))
        return _write_document(whole if isinstance(whole, dict) else None, _give_back(graph, parts, now))
    context = {**({"@base": export.base} if export.base else {}), **CONTEXT}
    return _write_document({"@context": context}, _write_anew(now))


def _write_document(head: Mapping[str, object] | None, records: Iterator[object]) -> str:
    """The records under what stands around them; a file may be nothing but their list."""
    lines = "[\n" + ",\n".join(f"  {_dump(record)}" for record in records) + "\n ]"
    if head is None:
        return f"{lines}\n"
    members = [
        f" {_dump(key)}: {lines if key == '@graph' else _dump(head[key])}" for key in {**head, "@graph": None}
    ]
    return "{\n" + ",\n".join(members) + "\n}\n"


def _dump(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if re.search("[\ud800-\udfff]", text) else text


@dataclass(frozen=True, slots=True)
class _PageNow:
    """What a page is to say: the label of its kind, its words, who wrote it and when."""

    kind: str
    text: str
    creator: str = ""
    day: str = ""

    @property
    def title(self) -> str:
        return f"@{self.text}" if self.kind == "Source" else f"[[{MARKS[self.kind]}]] - {self.text}"


class _Now:
    """What a map says, by the addresses of a graph: its pages, and its relations with an address each."""

    def __init__(self, record: ArgumentMap) -> None:
        self.map = record
        self.ours = record.origin is None or record.origin.format in {None, NAME}
        self.iris = {
            f"{kind}:{each.id}": self._name(kind, each.id, each.origin)
            for kind, records in (("issue", record.issues), ("claim", record.claims), ("source", record.sources))
            for each in records
        }
        self.steps = {step.id: self._name("argument", step.id, step.origin) for step in record.arguments}
        # A relation that came without an address is known by what it says, which is none.
        self.keys = {
            step.id: step.origin.id if self.ours and step.origin and step.origin.id else self.steps[step.id]
            for step in record.arguments
        }
        self._addresses = {came: self.steps[step] for step, came in self.keys.items()}
        self.pages = dict(self._pages())
        self.links = dict(self._links())

    def _name(self, kind: str, record_id: str, origin: Origin | None) -> str:
        """The address that a thing came with, or its own."""
        came = (origin.id or "") if origin and self.ours else ""
        first = came.partition(" ")[0] if kind == "source" else came
        return first if _ADDRESS.fullmatch(first) else f"#{kind}/{quote(record_id, safe='/-._~')}"

    def _pages(self) -> Iterator[tuple[str, _PageNow]]:
        names = {person.id: person.name for person in self.map.stakeholders}
        makers = _find_makers(self.map)
        for issue in self.map.issues:
            yield self.iris[f"issue:{issue.id}"], _PageNow("Question", _line(issue.question))
        for claim in self.map.claims:
            said = makers.get(claim.id)
            made = (names.get(said.by, said.by), said.date or "") if said else ("", "")
            yield self.iris[f"claim:{claim.id}"], _PageNow(_find_kind(claim), _line(claim.text), *made)
        for source in self.map.sources:
            yield self.iris[f"source:{source.id}"], _PageNow("Source", _line(source.title or source.id))

    def _links(self) -> Iterator[tuple[RelationFact, str]]:
        for step in self.map.arguments:
            meaning = Meaning.SUPPORTS if step.bearing is Bearing.SUPPORTS else Meaning.OPPOSES
            hits = step.bearing is Bearing.UNDERCUTS
            target = self.keys.get(step.target) if hits else self.iris.get(f"claim:{step.target}")
            for n, premise in enumerate(step.premises, 1):  # there is no place for premises that are linked
                key = self.steps[step.id] if n == 1 else f"{self.steps[step.id]};{n}"
                yield (meaning, self.iris[f"claim:{premise}"], target or ""), key
        for claim in self.map.claims:
            start = self.iris[f"claim:{claim.id}"]
            for issue in claim.answers:
                fact = (Meaning.ADDRESSES, start, self.iris.get(f"issue:{issue}", ""))
                yield fact, f"#answer/{_short(fact[1])},{_short(fact[2])}"
        for claim_id, source in self._cited():
            fact = (Meaning.CITES, self.iris[f"claim:{claim_id}"], self.iris.get(f"source:{source}", ""))
            yield fact, f"#cited/{_short(fact[1])},{_short(fact[2])}"

    def _cited(self) -> Iterator[tuple[str, str]]:
        """The claims that cite a source: those that its origin names, and those that stand in it."""
        claims = {self.iris[f"claim:{claim.id}"]: claim.id for claim in self.map.claims}
        for source in self.map.sources:
            named = (source.origin.id or "").split()[1:] if source.origin and self.ours else []
            yield from ((claims[iri], source.id) for iri in named if iri in claims)
        for claim in self.map.claims:
            yield from ((claim.id, place.source) for place in claim.at)

    def address(self, key: str) -> str:
        """What a relation is pointed at by."""
        return self._addresses.get(key, key)


def _find_makers(record: ArgumentMap) -> dict[str, Attribution]:
    """Who a page is by, of each claim: whoever presents it, else the first who makes it."""
    makers: dict[str, Attribution] = {}
    for presenting in (True, False):
        for said in record.attributions:
            if said.act in _MAKING and (said.act is Act.PRESENTS) is presenting:
                makers.setdefault(said.of, said)
    return makers


def _find_kind(claim: Claim) -> str:
    return next((CLAIM_KINDS[tag] for tag in claim.tags if tag in CLAIM_KINDS), "Claim")


def _short(iri: str) -> str:
    """An address as a part of another."""
    return iri[1:] if iri.startswith("#") else quote(iri, safe="")


def _line(text: str) -> str:
    return " ".join(text.split())


def _write_anew(now: _Now) -> Iterator[_Record]:
    """A graph that came from none: the kinds and relations in use, pages, relations."""
    kinds = dict.fromkeys(page.kind for page in now.pages.values())
    schemas = {kind: _SCHEMAS.get(kind, f"#kind/{kind}") for kind in kinds}
    for kind, iri in schemas.items():
        yield {"@id": iri, "@type": "nodeSchema", "label": kind}
    for meaning in dict.fromkeys(fact[0] for fact in now.links):
        iri, label, domain, reach = _DEFINED[meaning]
        yield {"@id": iri, "@type": "relationDef", "label": label, "domain": domain, "range": reach}
    for iri, page in now.pages.items():
        yield _write_page(iri, schemas[page.kind], page)
    for (meaning, start, end), key in now.links.items():
        yield _write_link(key, _DEFINED[meaning][0], start, now.address(end))


def _write_page(iri: str, kind: str, page: _PageNow) -> _Record:
    record: _Record = {"@id": iri, "@type": kind, "title": page.title}
    return record | {k: v for k, v in (("created", page.day), ("creator", page.creator)) if v}


def _write_link(key: str, predicate: str, start: str, end: str) -> _Record:
    ends = {"predicate": predicate, "source": start, "destination": end}
    return {"@id": key, "@type": "relationInstance", **ends}


def _give_back(graph: list[object], parts: DiscourseParts, now: _Now) -> Iterator[object]:
    """The records of a graph, as far as the map says what they say, and what else the map says now."""
    told = {*parts.told.values(), *_find_told_by_titles(parts)}
    aimed_at = {fact[2] for fact in now.links if fact not in told}
    pages = {page.place: iri for iri, page in parts.document.pages.items() if iri in parts.titles}
    links = {link.place: link for link in parts.document.links}
    for place, record in enumerate(graph):
        if not isinstance(record, dict):
            yield record
        elif place in pages:
            if pages[place] in now.pages:
                yield _mend_page(record, pages[place], parts, now)
        elif place in links:
            if _still_holds(links[place], parts, now):
                bare = links[place].key in aimed_at and "@id" not in record
                yield {"@id": now.address(links[place].key), **record} if bare else record
        else:
            yield record
    yield from _add_new(parts, now, told)


def _find_told_by_titles(parts: DiscourseParts) -> Iterator[RelationFact]:
    return ((Meaning.CITES, iri, title.cites) for iri, title in parts.titles.items() if title.cites)


def _still_holds(link: Link, parts: DiscourseParts, now: _Now) -> bool:
    """Whether the map says what a relation told, or, where it told nothing, both its ends are still there."""
    if (fact := parts.told.get(link.place)) is not None:
        return fact in now.links
    return all(end in now.pages or end not in parts.titles for end in (link.source, link.target))


def _add_new(parts: DiscourseParts, now: _Now, told: set[RelationFact]) -> Iterator[_Record]:
    document = parts.document
    schemas = {plain(label): document.shown.get(iri, iri) for iri, label in reversed(document.schemas.items())}
    predicates = {
        meaning[0]: document.shown.get(iri, iri)
        for iri, label in reversed(document.relations.items())
        if (meaning := tell_meaning(label)) and not meaning[1]
    }
    for iri, page in now.pages.items():
        if iri not in parts.titles:
            yield _write_page(
                iri, schemas.get(plain(page.kind)) or _whole(_SCHEMAS.get(page.kind, page.kind)), page
            )
    for fact, key in now.links.items():
        if fact not in told:
            predicate = predicates.get(fact[0]) or _whole(_DEFINED[fact[0]][0])
            start, end = (document.shown.get(iri, iri) for iri in (fact[1], now.address(fact[2])))
            yield _write_link(key, predicate, start, end)


def _whole(short: str) -> str:
    """A term of ours where a file has no prefix for it."""
    return short.replace("dgc:", str(CONTEXT["dgc"]))


def _mend_page(record: _Record, iri: str, parts: DiscourseParts, now: _Now) -> _Record:
    """A page as it was, but for what was changed."""
    was, page, title = parts.document.pages[iri], now.pages[iri], parts.titles[iri]
    tail = title.tail if (Meaning.CITES, iri, title.cites) in now.links else ""
    changes: dict[str, str] = {}
    if (page.text, tail) != (title.text, title.tail):
        changes["title"] = f"{title.mark}{page.text}{tail}"
    if page.kind not in {"Question", "Source"}:
        changes |= {"creator": page.creator} if page.creator != was.creator else {}
        changes |= {"created": page.day} if page.day not in {was.day, ""} else {}
    mended = dict(record)
    for name, value in changes.items():
        key = parts.document.find_key(record, name)
        if value:
            mended[key] = value
        else:
            mended.pop(key, None)
    return mended
