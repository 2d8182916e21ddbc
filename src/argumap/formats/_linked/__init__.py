"""A map as linked data: what it says in the terms that others know, and the texts that carry such statements."""

from __future__ import annotations

from argumap.formats._linked.json_ld_syntax import write_json_ld
from argumap.formats._linked.map_statements import MAP_IRI, Description, describe, list_resources
from argumap.formats._linked.terms import Iri, RdfLiteral, Resource, Word, beneath, find_prefixes, join_resources
from argumap.formats._linked.turtle_syntax import write_block, write_head

LOSES = (
    "base scores and weights",
    "standards, expectations and requirements of support",
    "stakes and interests of people",
    "sections, and what of a source was set aside",
    "the tour and accepted problems",
    "state of anchors",
    "status and strength, which are no facts",
)
"""What no vocabulary in use has a word for, and what is the opinion of one evaluation."""

__all__ = [
    "LOSES",
    "MAP_IRI",
    "Description",
    "Iri",
    "RdfLiteral",
    "Resource",
    "Word",
    "beneath",
    "describe",
    "find_prefixes",
    "join_resources",
    "list_resources",
    "write_block",
    "write_head",
    "write_json_ld",
]
