"""What statements are made of: words of known vocabularies, things of the map, addresses and texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import quote, urlsplit

from argumap.formats._one_line import mend

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PREFIXES: Final[Mapping[str, str]] = {
    "aif": "http://www.arg.tech/aif#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "ibis": "https://privatealpha.com/ontology/ibis/1#",
    "np": "http://www.nanopub.org/nschema#",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The vocabularies by the prefixes under which they are written."""
_TAG = re.compile(r"[a-z]{2,8}(?:-[a-z0-9]{1,8})*", re.IGNORECASE | re.ASCII)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"(?:[^@\[\]]*@)?[^@\[\]:]+(?::\d*)?")


@dataclass(frozen=True, slots=True)
class Word:
    """A term of a vocabulary: ``schema:Claim``."""

    name: str


@dataclass(frozen=True, slots=True)
class Iri:
    """A thing of the map, relative to its address (``#claim/close-it``), or one elsewhere by its whole address."""

    text: str


@dataclass(frozen=True, slots=True)
class RdfLiteral:
    """A literal, in a language or of a type."""

    text: str
    language: str = ""
    type: Word | None = None


Term: TypeAlias = "Word | Iri | RdfLiteral"


@dataclass(frozen=True, slots=True)
class Resource:
    """What is said of one thing: pairs of a property (``schema:text``, ``a`` for its class) and what it is."""

    iri: Iri
    said: tuple[tuple[str, Term], ...]


def local(kind: str, *ids: str) -> Iri:
    """The address of a thing of the map; whatever its ids hold, it is well-formed."""
    return Iri(f"#{kind}/{','.join(map(_quote_id, ids))}")


@lru_cache(maxsize=1 << 16)
def _quote_id(record_id: str) -> str:
    return quote(mend(record_id), safe="/-._~")


def beneath(iri: Iri, name: str) -> Iri:
    """A part of a thing."""
    return Iri(f"{iri.text};{name}")


def tell(text: str, language: str | None = None) -> RdfLiteral:
    """A text, with its language where that is a tag; half a surrogate pair is in no text that can be written."""
    return RdfLiteral(mend(text), _tag(language) if language else "")


@lru_cache
def _tag(language: str) -> str:
    return language.lower() if _TAG.fullmatch(language) else ""


def typed(value: str | int, kind: str) -> RdfLiteral:
    return RdfLiteral(mend(str(value)), type=Word(kind))


def address(url: str) -> Iri | RdfLiteral:
    """An address on the web as one; what is none stays a text."""
    try:
        parts = urlsplit(mend(url).strip())
    except ValueError:
        return tell(url)
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(parts.netloc):
        return tell(url)
    host, path, query, fragment = (
        quote(_STRAY_PERCENT.sub("%25", part), safe=safe)
        for part, safe in (
            (parts.netloc, "%:@!$&'()*+,;=-._~"),
            (parts.path, "%/:@!$&'()*+,;=-._~"),
            (parts.query, "%/?:@!$&'()*+,;=-._~"),
            (parts.fragment, "%/?:@!$&'()*+,;=-._~"),
        )
    )
    tail = (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
    return Iri(f"{parts.scheme}://{host}{path}{tail}")


def join_resources(resources: Iterable[Resource]) -> list[Resource]:
    """Each thing once, with all that is said of it, each thing said once."""
    said: dict[Iri, dict[tuple[str, Term], None]] = {}
    for resource in resources:
        said.setdefault(resource.iri, {}).update(dict.fromkeys(resource.said))
    return [Resource(iri, tuple(pairs)) for iri, pairs in said.items() if pairs]


def find_prefixes(resources: Iterable[Resource]) -> list[str]:
    """The vocabularies that are used, by their prefixes."""
    used: set[str] = set()
    for resource in resources:
        for name, term in resource.said:
            used.update((name, *_name(term)))
    return sorted({word.partition(":")[0] for word in used if word != "a"})


def _name(term: Term) -> list[str]:
    if isinstance(term, Word):
        return [term.name]
    return [term.type.name] if isinstance(term, RdfLiteral) and term.type else []
