"""RDF Turtle: the statements that JSON-LD carries, one thing a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.formats import Family, Format
from argumap.formats._linked import LOSES, find_prefixes, list_resources, write_block, write_head

if TYPE_CHECKING:
    from argumap.formats import Export


def write(export: Export) -> str:
    """The map as one graph."""
    resources = list_resources(export)
    return "\n".join([write_head(export.base, find_prefixes(resources)), *map(write_block, resources)])


PLUGIN = Format(
    "RDF Turtle",
    (".ttl",),
    write=write,
    loses=LOSES,
    family=Family.DATA,
    linked=True,
    tool="stores of RDF",
)
