from __future__ import annotations

from argumap.anchoring.citing_places import Citation, find_citations
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Concept,
    Issue,
    Passage,
    Quote,
    Section,
    Source,
)
from maps import TOWN, at


def test_every_kind_of_record_cites_under_its_own_name() -> None:
    cited = ArgumentMap(
        sources=(Source("column", "A column", skip=("s9.p1.s1",)),),
        sections=(Section("column", "s1"),),
        issues=(Issue("i", "Which?", at=at("s1.h")),),
        claims=(Claim("c", "C.", at=at("s1.p1.s1", "s1.p2.s1")),),
        arguments=(Argument("r", ("c",), Bearing.SUPPORTS, "c", at=at("s1.p3.s1")),),
        attributions=(Attribution("ann", Act.ASSERTS, "c", at=at("s1.p4.s1")),),
        concepts=(Concept("k", "K", at=at("s1.p5.s1")),),
    )
    assert [(one.kind, one.node, one.at) for one in find_citations(cited)] == [
        ("issue", "i", "s1.h"),
        ("claim", "c", "s1.p1.s1"),
        ("claim", "c", "s1.p2.s1"),
        ("argument", "r", "s1.p3.s1"),
        ("concept", "k", "s1.p5.s1"),
        ("attribution", "ann asserts c", "s1.p4.s1"),
        ("skip", "column", "s9.p1.s1"),
        ("section", "s1", "s1"),
    ]


def test_a_passage_known_by_its_quote_alone_cites_no_locator() -> None:
    quoted = ArgumentMap(claims=(Claim("c", "C.", at=(Passage("column", "", Quote("some words")),)),))
    assert list(find_citations(quoted)) == []


def test_the_source_is_told_with_the_locator() -> None:
    assert Citation("close-it", "claim", "column", "s1.p1.s1") in set(find_citations(TOWN))
