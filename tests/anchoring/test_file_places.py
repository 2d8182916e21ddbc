"""The page or second of a passage: from the file into the lock, and from the lock to whoever asks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.anchoring import Lock, build_lock, encode_lock, find_file_places, link_into, parse_lock
from argumap.errors import DamagedFile
from argumap.model import Passage
from argumap.text import parse_article

TEXT = "The dike is old. It leaks.\n\nIt held in May. Nobody knows why."
PLAIN = parse_article(TEXT, "txt")
PAGED = replace(
    PLAIN, fragments=((0, "page=1"), (TEXT.index("It leaks"), "page=2"), (TEXT.index("Nobody"), "page=4"))
)


def test_the_lock_keeps_where_each_page_begins() -> None:
    lock = build_lock({"report": PAGED})
    assert lock.sources["report"].fragments == (
        ("s0.p1.s1", "page=1"),
        ("s0.p1.s2", "page=2"),
        ("s0.p2.s2", "page=4"),
    )
    written = encode_lock(lock)
    assert parse_lock(written).sources == lock.sources
    assert "places" not in encode_lock(build_lock({"report": PLAIN}))


def test_a_copy_without_pages_keeps_those_that_are_known() -> None:
    lock = build_lock({"report": PAGED})
    assert build_lock({"report": PLAIN}, lock).sources == lock.sources
    other = parse_article("The dike is new.", "txt")
    assert build_lock({"report": other}, lock).sources["report"].fragments == ()


@pytest.mark.parametrize(
    ("at", "place"),
    [
        ("s0.p1.s1", "page=1"),
        ("s0.p1", "page=1"),
        ("s0.p1.s2", "page=2"),
        ("s0.p2.s1", "page=2"),
        ("s0.p2.s1-s2", "page=2"),
        ("s0.p2.s2", "page=4"),
        ("s0.p9.s1", None),
        ("nowhere", None),
        ("", None),
    ],
)
def test_a_passage_stands_where_its_first_unit_begins(at: str, place: str | None) -> None:
    found = find_file_places([Passage("report", at)], build_lock({"report": PAGED}))
    assert found.get(("report", at)) == place


def test_nothing_is_known_of_a_text_without_pages() -> None:
    assert find_file_places([Passage("report", "s0.p1.s1")], build_lock({"report": PLAIN})) == {}
    assert find_file_places([Passage("report", "s0.p1.s1")], Lock()) == {}


@pytest.mark.parametrize("spoilt", ['"page=x"', '"javascript:1"', "7", '"page=1#x"'])
def test_a_place_of_another_kind_is_no_place(spoilt: str) -> None:
    written = encode_lock(build_lock({"report": PAGED})).replace('"page=2"', spoilt)
    with pytest.raises(DamagedFile, match="pages or seconds"):
        parse_lock(written)


def test_an_address_leads_to_the_page() -> None:
    assert link_into("https://a.example/r.pdf", "page=2") == "https://a.example/r.pdf#page=2"
    assert link_into("https://a.example/r.pdf#top", "page=2") is None
    assert link_into("javascript:alert(1)", "page=2") is None
    assert link_into("https://[::1", "page=2") is None
    assert link_into(None, "page=2") is None
