from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.formats._linked.terms import (
    Iri,
    RdfLiteral,
    Resource,
    Word,
    address,
    beneath,
    find_prefixes,
    join_resources,
    local,
    tell,
    typed,
)
from argumap.formats._linked.turtle_syntax import write_block
from triples import read_quads


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("https://example.org/a?b=c#d", Iri("https://example.org/a?b=c#d")),
        ("http://example.org:8080/ä b", Iri("http://example.org:8080/%C3%A4%20b")),
        ("https://example.org/100%/%20", Iri("https://example.org/100%25/%20")),
        ("https://example.org/a#b#c", Iri("https://example.org/a#b%23c")),
        ("https://example.org/<x>[y]", Iri("https://example.org/%3Cx%3E%5By%5D")),
        ("javascript:alert(1)", RdfLiteral("javascript:alert(1)")),
        ("https://[half", RdfLiteral("https://[half")),
        ("https://", RdfLiteral("https://")),
        ("https://example.org:port/", RdfLiteral("https://example.org:port/")),
    ],
)
def test_an_address_is_well_formed_or_a_text(url: str, made: Iri | RdfLiteral) -> None:
    assert address(url) == made


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_id_and_any_text_can_be_written(name: str, text: str) -> None:
    address_of = address(f"https://example.org/{text}")
    said = (("schema:name", tell(text, name)), ("schema:url", address_of))
    block = write_block(Resource(local("claim", name, text), said))
    assert len(read_quads(f"@prefix schema: <https://schema.org/> .\n{block}", "turtle")) == 2


def test_a_language_that_is_no_tag_is_none() -> None:
    assert tell("Nein.", "de-AT") == RdfLiteral("Nein.", "de-at")
    assert tell("Nein.", "de AT") == tell("Nein.", None) == RdfLiteral("Nein.")
    assert tell("a\ud800") == RdfLiteral("a\ufffd")


def test_each_thing_stands_once() -> None:
    one = Resource(Iri("#a"), (("a", Word("schema:Claim")), ("schema:position", typed(1, "xsd:integer"))))
    again = Resource(Iri("#a"), (("a", Word("schema:Claim")), ("oa:hasBody", beneath(Iri("#a"), "b"))))
    joined = join_resources([one, again, Resource(Iri("#c"), ())])
    assert joined == [Resource(Iri("#a"), (*one.said, ("oa:hasBody", Iri("#a;b"))))]
    assert find_prefixes(joined) == ["oa", "schema", "xsd"]
