from __future__ import annotations

import json

from argumap.formats._linked.json_ld_syntax import write_json_ld
from argumap.formats._linked.terms import Iri, RdfLiteral, Resource, Word


def test_terms_are_written_as_json_ld_has_them() -> None:
    said = (
        ("a", Word("schema:Claim")),
        ("schema:text", RdfLiteral("A", "en")),
        ("schema:text", RdfLiteral("C")),
        ("oa:start", RdfLiteral("3", type=Word("xsd:nonNegativeInteger"))),
        ("oa:motivatedBy", Word("oa:linking")),
        ("oa:hasBody", Iri("#y")),
    )
    document = json.loads(write_json_ld([Resource(Iri("#x"), said)], "", ["oa"]))
    assert document == {
        "@context": {"oa": "http://www.w3.org/ns/oa#"},
        "@graph": [
            {
                "@id": "#x",
                "@type": "schema:Claim",
                "schema:text": [{"@value": "A", "@language": "en"}, "C"],
                "oa:start": {"@value": "3", "@type": "xsd:nonNegativeInteger"},
                "oa:motivatedBy": {"@id": "oa:linking"},
                "oa:hasBody": {"@id": "#y"},
            }
        ],
    }
