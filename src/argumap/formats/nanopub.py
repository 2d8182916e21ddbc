"""Nanopublications as TriG: each claim and each step by itself, with who says so and where as its provenance.

The assertion of one is what a claim or a step is, never that it holds: who disputes a claim would otherwise have
published it. Its provenance is who does what with it and the passages; the publication info says what map it is
from. The first one describes what the others refer to: questions, people, concepts and sources. Whoever publishes
them signs them, which adds the time and the creator and gives each its lasting address in place of
``http://purl.org/nanopub/temp/``.

Follows the Nanopublication Guidelines (nanopub.net): four graphs each, one of which, the head, names the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.formats import Family, Format
from argumap.formats._linked import (
    LOSES,
    MAP_IRI,
    Iri,
    Resource,
    Word,
    beneath,
    describe,
    find_prefixes,
    join_resources,
    write_block,
    write_head,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.formats import Export
    from argumap.formats._linked import Description

_UNSIGNED = "http://purl.org/nanopub/temp/"


def write(export: Export) -> str:
    """The map as one nanopublication about it, and one for each claim and step."""
    graphs = [graph for description in describe(export) for graph in _publish(description)]
    used = find_prefixes(resource for _, resources in graphs for resource in resources)
    written = ["".join(_write_graph(iri, resources)) for iri, resources in graphs]
    return "\n".join([write_head(export.base or _UNSIGNED, used), *written])


def _publish(description: Description) -> Iterator[tuple[Iri, list[Resource]]]:
    this = Iri(f"#nanopub/{description.iri.text.removeprefix('#') or 'map'}")
    head, assertion, provenance, info = (beneath(this, n) for n in ("head", "assertion", "provenance", "pubinfo"))
    parts = (
        ("np:hasAssertion", assertion),
        ("np:hasProvenance", provenance),
        ("np:hasPublicationInfo", info),
    )
    derived = Resource(assertion, tuple(("prov:wasDerivedFrom", iri) for iri in description.sources or (MAP_IRI,)))
    yield head, [Resource(this, (("a", Word("np:Nanopublication")), *parts))]
    yield assertion, join_resources(description.assertion)
    yield provenance, join_resources([derived, *description.provenance])
    yield info, [Resource(this, (("dcterms:isPartOf", MAP_IRI), ("prov:wasDerivedFrom", MAP_IRI)))]


def _write_graph(iri: Iri, resources: Iterable[Resource]) -> Iterator[str]:
    yield f"<{iri.text}> {{\n"
    yield from (write_block(resource, "  ") for resource in resources)
    yield "}\n"


PLUGIN = Format(
    "Nanopublications (TriG)",
    (".trig",),
    write=write,
    loses=LOSES,
    family=Family.DATA,
    linked=True,
    tool="nanopublications",
)
