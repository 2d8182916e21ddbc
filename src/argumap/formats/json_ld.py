"""JSON-LD: claims as schema.org has them, steps as AIF, passages as Web Annotations, speech as PROV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.formats import Family, Format
from argumap.formats._linked import LOSES, find_prefixes, list_resources, write_json_ld

if TYPE_CHECKING:
    from argumap.formats import Export


def write(export: Export) -> str:
    """The map as one document whose context asks nobody."""
    resources = list_resources(export)
    return write_json_ld(resources, export.base, find_prefixes(resources))


PLUGIN = Format(
    "JSON-LD (schema.org, AIF, Web Annotation, PROV)",
    (".jsonld",),
    write=write,
    loses=LOSES,
    family=Family.DATA,
    linked=True,
    tool="linked data as JSON",
)
