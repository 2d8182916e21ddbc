from __future__ import annotations

import pytest

from argumap.errors import OtherTool
from argumap.formats._discourse.document import read_document
from discourse_files import PAGE, foreign, roam


def test_pages_and_relations_are_read_by_their_addresses() -> None:
    document = read_document(foreign(roam()))
    assert [(page.id, page.kind) for page in document.pages.values()][:2] == [
        ("pages:q1", "Question"),
        ("pages:c1", "Claim"),
    ]
    assert document.pages[f"{PAGE}c1"].day == "2024-03-02"
    assert (document.links[0].label, document.links[0].source) == ("Supports", f"{PAGE}c2")
    assert document.links[0].key == "c2 Supports c1"


def test_the_same_is_read_whatever_the_keys_are_called() -> None:
    record = {
        "@id": "https://example.org/1",
        "@type": ["https://example.org/types/7", "https://discoursegraphs.com/schema/dg_core#Claim"],
        "http://purl.org/dc/elements/1.1/title": [{"@value": "CLM - The dam leaks."}],
        "http://purl.org/dc/terms/creator": {"@id": "u1", "name": "Ida"},
    }
    link = {
        "@id": "https://example.org/2",
        "@type": "https://discoursegraphs.com/schema/dg_core#opposes",
        "https://discoursegraphs.com/schema/dg_base#source": {"@id": "https://example.org/1"},
        "https://discoursegraphs.com/schema/dg_base#destination": {"@id": "https://example.org/3"},
    }
    document = read_document(foreign([record, link]))
    [page] = document.pages.values()
    assert (page.kind, page.title, page.creator) == ("Claim", "CLM - The dam leaks.", "Ida")
    assert [(link.label, link.source, link.key) for link in document.links] == [
        ("opposes", "https://example.org/1", "https://example.org/2")
    ]
    assert document.find_key(record, "title") == "http://purl.org/dc/elements/1.1/title"


def test_what_is_no_page_is_told() -> None:
    graph = [{"@id": "a"}, {"title": "b"}, 7, {"@id": "c", "title": "C"}, {"@id": "c", "title": "D"}]
    document = read_document(foreign({"@graph": graph}))
    assert [(loss.why, loss.id) for loss in document.losses] == [
        ("a page without a title", "a"),
        ("a record without an address", ""),
        ("a record without an address", ""),
        ("a second page with an address that is taken", "c"),
    ]


@pytest.mark.parametrize("value", [{}, {"@graph": {}}, 7, "text"])
def test_what_is_no_graph_is_told(value: object) -> None:
    with pytest.raises(OtherTool, match="this is no graph in JSON-LD"):
        read_document(foreign(value))
