from __future__ import annotations

from argumap.formats._linked.terms import Iri, RdfLiteral, Resource, Word
from argumap.formats._linked.turtle_syntax import write_block, write_head


def test_terms_are_written_as_turtle_has_them() -> None:
    said = (
        ("a", Word("schema:Claim")),
        ("schema:text", RdfLiteral('A "b"\n\\ \x00', "en")),
        ("schema:text", RdfLiteral("C")),
        ("oa:start", RdfLiteral("3", type=Word("xsd:nonNegativeInteger"))),
    )
    assert write_block(Resource(Iri("#x"), said)) == (
        "<#x> a schema:Claim ;\n"
        '  schema:text "A \\"b\\"\\n\\\\ \\u0000"@en, "C" ;\n'
        '  oa:start "3"^^xsd:nonNegativeInteger .\n'
    )


def test_only_what_is_used_is_declared() -> None:
    assert write_head("", ["oa"]) == "@prefix oa: <http://www.w3.org/ns/oa#> .\n"
    assert write_head("https://example.org/m", []) == "@base <https://example.org/m> .\n"
