"""The pages and relations of a file in JSON-LD, however its context calls them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats._discourse.vocabulary import KNOWN_PREFIXES, ROLES, plain
from argumap.formats._foreign import Loss, LossKind
from argumap.formats._one_line import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.formats._foreign import Foreign

_HOME = "discoursegraphs.com/schema"
_LOOKED_AT = 200
_SCHEMA, _DEFINITION, _INSTANCE = (
    "nodeschema",
    frozenset({"relationdef", "abstractrelationdef"}),
    "relationinstance",
)
_OWN = frozenset({_SCHEMA, _INSTANCE, *_DEFINITION})
# The plug-in for Roam leaves out the # between dg_base and what is in it.
_LAST = re.compile(r"(?:.*[/#:])?(?:dg_base)?(?P<name>[^/#:]+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """A node of the graph: its ``iri``, the ``id`` that the file has for it, and the label of its ``kind``."""

    iri: str
    id: str
    kind: str
    title: str
    creator: str
    day: str
    more: bool
    place: int


@dataclass(frozen=True, slots=True)
class Link:
    """A relation from ``source`` to ``target``; ``key`` is its address, or what it says where it has none."""

    key: str
    label: str
    source: str
    target: str
    place: int


@dataclass(slots=True)
class DiscourseDocument:
    """What is in a file, by the addresses of things; ``shown`` is how the file writes them, ``names`` what its
    context calls keys, and a ``place`` counts in its list of records.
    """

    pages: dict[str, Page] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    schemas: dict[str, str] = field(default_factory=dict)
    relations: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def find_key(self, record: Mapping[str, object], name: str) -> str:
        """The key under which a record has what is called ``name``; that itself where it has none."""
        return next((key for key in record if key[:1] != "@" and self._name(key) == name), name)

    def _name(self, key: str) -> str:
        plain_name = self.names.get(key) or get_name(key)
        return "created" if plain_name == "date" else plain_name


def recognise(foreign: Foreign) -> str:
    try:
        whole = foreign.json if foreign.data.lstrip()[:1] == b"[" or "@graph" in foreign.keys else None
    except OtherTool:
        return ""
    known = isinstance(whole, dict) and _HOME in repr(whole.get("@context"))
    types = {name for record in _records(whole)[:_LOOKED_AT] for name in _type_names(record)}
    return "it is JSON-LD in the words of Discourse Graphs" if known or not types.isdisjoint(_OWN) else ""


def read_document(foreign: Foreign) -> DiscourseDocument:
    """The document in a file. Raises `OtherTool` where it has no graph."""
    whole = foreign.json
    if not isinstance(whole, list) and not (isinstance(whole, dict) and isinstance(whole.get("@graph"), list)):
        raise OtherTool('this is no graph in JSON-LD: it lacks the list "@graph"', foreign.name)
    reader = _DocumentReader(whole.get("@context") if isinstance(whole, dict) else None)
    records = list(enumerate(_records(whole)))
    for _, record in records:
        reader.read_definition(record)
    for place, record in records:
        reader.read_record(place, record)
    return reader.document


class _DocumentReader:
    def __init__(self, context: object) -> None:
        parts = context if isinstance(context, list) else [context]
        terms = {key: value for part in parts if isinstance(part, dict) for key, value in part.items()}
        self.prefixes = {**KNOWN_PREFIXES, **{k: v for k, v in terms.items() if isinstance(v, str)}}
        self.names = {key: get_name(_find_text(value) or key) for key, value in terms.items()}
        self.document = DiscourseDocument(names=self.names)
        self.keys: set[str] = set()

    def expand(self, iri: str) -> str:
        prefix, colon, rest = iri.partition(":")
        return self.prefixes[prefix] + rest if colon and prefix in self.prefixes and rest[:2] != "//" else iri

    def _fields(self, record: Mapping[str, object]) -> dict[str, object]:
        """A record by the plain names of its keys."""
        found = {self.names.get(key) or get_name(key): value for key, value in record.items() if key[:1] != "@"}
        return {"created": found.get("date"), **found}

    def _types(self, record: Mapping[str, object]) -> list[str]:
        return [self.expand(each) for each in _find_texts(record.get("@type"))]

    def _type_names(self, record: Mapping[str, object]) -> set[str]:
        return {plain(self.names.get(each) or get_name(each)) for each in _find_texts(record.get("@type"))}

    def read_definition(self, record: Mapping[str, object]) -> None:
        names, shown = self._type_names(record), clean(_find_text(record.get("@id")))
        iri = self.expand(shown)
        self.document.shown.setdefault(iri, shown)
        label = clean(_find_text(self._fields(record).get("label")))
        if _SCHEMA in names:
            self.document.schemas.setdefault(iri, label or get_name(iri))
        elif not _DEFINITION.isdisjoint(names):
            self.document.relations.setdefault(iri, label or get_name(iri))

    def read_record(self, place: int, record: Mapping[str, object]) -> None:
        names, fields = self._type_names(record), self._fields(record)
        shown = clean(_find_text(record.get("@id")))
        if _SCHEMA in names or not _DEFINITION.isdisjoint(names):
            return
        if _INSTANCE in names or {"source", "destination"} <= fields.keys():
            self._read_link(place, shown, record, fields)
        elif not shown or not clean(_find_text(fields.get("title"))):
            what = "a page without a title" if shown else "a record without an address"
            self.document.losses.append(Loss(LossKind.ASIDE, what, shown))
        elif self.expand(shown) in self.document.pages:
            self.document.losses.append(Loss(LossKind.ASIDE, "a second page with an address that is taken", shown))
        else:
            page = self._build_page(place, shown, record, fields)
            self.document.pages[page.iri] = page

    def _build_page(
        self, place: int, shown: str, record: Mapping[str, object], fields: Mapping[str, object]
    ) -> Page:
        creator = fields.get("creator")
        named = self._fields(creator).get("name") if isinstance(creator, dict) else None
        return Page(
            iri=self.expand(shown),
            id=shown,
            kind=self._find_kind(record),
            title=clean(_find_text(fields.get("title"))),
            creator=clean(_find_text(named) or _find_text(creator)),
            day=_read_day(_find_text(fields.get("created"))),
            more=any(fields.get(key) for key in ("content", "description", "modified", "textRefersToNode")),
            place=place,
        )

    def _find_kind(self, record: Mapping[str, object]) -> str:
        """The label of the first of its classes that is known, else of the first."""
        labels = [self.document.schemas.get(each) or get_name(each) for each in self._types(record)]
        return next((label for label in labels if plain(label) in ROLES), labels[0] if labels else "")

    def _read_link(
        self, place: int, shown: str, record: Mapping[str, object], fields: Mapping[str, object]
    ) -> None:
        source, target = (self.expand(clean(_find_text(fields.get(key)))) for key in ("source", "destination"))
        predicates = [*map(self.expand, _find_texts(fields.get("predicate"))), *self._types(record)]
        known = [self.document.relations[each] for each in predicates if each in self.document.relations]
        names = [name for each in predicates if plain(name := get_name(each)) != _INSTANCE]
        label = clean(next(iter([*known, *names]), ""))
        key = self.expand(shown) or " ".join((get_name(source), label, get_name(target)))
        while key in self.keys:
            key += "'"
        self.keys.add(key)
        self.document.links.append(Link(key, label, source, target, place))


def _records(whole: object) -> list[dict[str, object]]:
    graph = whole.get("@graph") if isinstance(whole, dict) else whole
    return [record if isinstance(record, dict) else {} for record in graph] if isinstance(graph, list) else []


def _type_names(record: Mapping[str, object]) -> Iterator[str]:
    return (plain(get_name(each)) for each in _find_texts(record.get("@type")))


def get_name(iri: str) -> str:
    """What is last in an address or a short form of one."""
    found = _LAST.fullmatch(iri)
    return found["name"] if found else iri


def _find_texts(value: object) -> list[str]:
    """The strings that a value of JSON-LD holds, however it holds them."""
    values = value if isinstance(value, list) else [value]
    inner = [(each.get("@id") or each.get("@value")) if isinstance(each, dict) else each for each in values]
    return [each for each in inner if isinstance(each, str)]


def _find_text(value: object) -> str:
    return next(iter(_find_texts(value)), "")


def _read_day(text: str) -> str:
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""
