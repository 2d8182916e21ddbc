"""The kinds of pages and of relations, by the names that graphs give them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

CORE: Final = "https://discoursegraphs.com/schema/dg_core#"
KNOWN_PREFIXES: Final[Mapping[str, str]] = {
    "dgb": "https://discoursegraphs.com/schema/dg_base#",
    "dgc": CORE,
    "mira": "http://purl.org/mira-science/mira#",
}
"""What the prefixes mean where a file only names the address of its context."""
CONTEXT: Final[Mapping[str, object]] = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dgb": KNOWN_PREFIXES["dgb"],
    "dgc": CORE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "title": "dc:title",
    "label": "rdfs:label",
    "created": "dc:date",
    "creator": "dc:creator",
    "domain": {"@id": "rdfs:domain", "@type": "@id"},
    "range": {"@id": "rdfs:range", "@type": "@id"},
    "predicate": {"@id": "rdf:predicate", "@type": "@id"},
    "source": {"@id": "dgb:source", "@type": "@id"},
    "destination": {"@id": "dgb:destination", "@type": "@id"},
    "nodeSchema": "dgb:NodeSchema",
    "relationDef": "dgb:RelationDef",
    "relationInstance": "dgb:RelationInstance",
}
"""The context that is written into a file that came from no other; nobody has to be asked for it."""


class PageRole(StrEnum):
    """What a page is in a map."""

    QUESTION = "question"
    CLAIM = "claim"
    SOURCE = "source"


class Meaning(StrEnum):
    """What a relation is in a map."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    ADDRESSES = "addresses"
    CITES = "cites"


ROLES: Final[Mapping[str, PageRole]] = {
    "question": PageRole.QUESTION,
    "claim": PageRole.CLAIM,
    "evidence": PageRole.CLAIM,
    "hypothesis": PageRole.CLAIM,
    "conclusion": PageRole.CLAIM,
    "result": PageRole.CLAIM,
    "theory": PageRole.CLAIM,
    "source": PageRole.SOURCE,
    "sourcedocument": PageRole.SOURCE,
}
"""What pages of a kind are. Whatever else supports or opposes something is a claim as well."""
CLAIM_KINDS: Final[Mapping[str, str]] = {
    "evidence": "Evidence",
    "hypothesis": "Hypothesis",
    "conclusion": "Conclusion",
    "result": "Result",
    "theory": "Theory",
}
"""The kinds of claims that a map tells apart by a tag, with their labels."""
MARKS: Final[Mapping[str, str]] = {
    "Question": "QUE",
    "Claim": "CLM",
    "Evidence": "EVD",
    "Hypothesis": "HYP",
    "Conclusion": "CON",
    "Result": "RES",
    "Theory": "THE",
}
"""What the titles of pages of a kind begin with."""
_NAMES: Final[Mapping[Meaning, tuple[str, str]]] = {
    Meaning.SUPPORTS: ("supports confirms corroborates", "supportedby confirmedby corroboratedby"),
    Meaning.OPPOSES: ("opposes attacks refutes rebuts", "opposedby attackedby refutedby rebuttedby"),
    Meaning.ADDRESSES: ("addresses answers respondsto", "addressedby answeredby respondedtoby"),
    Meaning.CITES: ("curatedto sourcedocument cites citesource", "curatedfrom sourceof citedby"),
}
_MEANINGS: Final[Mapping[str, tuple[Meaning, bool]]] = {
    name: (meaning, names is pair[1])
    for meaning, pair in _NAMES.items()
    for names in pair
    for name in names.split()
}
# An older dg_core has one relation for each pair of kinds: supportsCE, opposedByCC.
_PAIR = re.compile(r"(ce|cc|ec)$")


def plain(label: str) -> str:
    """A label without what writers of it differ in."""
    return "".join(c for c in label.casefold() if c.isalnum())


def tell_meaning(label: str) -> tuple[Meaning, bool] | None:
    """What a relation means, and whether it runs from what it bears on to what bears on it."""
    name = plain(label)
    return _MEANINGS.get(name) or _MEANINGS.get(_PAIR.sub("", name))
