from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.model import Act, ArgumentMap, Attribution, Claim, Index, Passage, Quote, Stakeholder
from argumap.page.voices_and_places import (
    build_places,
    build_voices,
    element_id,
    find_ids,
    link,
    name_of,
    section_link,
    section_of,
)
from maps import HOSTILE_TEXT, TOWN

INDEX = Index(TOWN)


def test_voices_come_in_the_order_of_the_map_each_once() -> None:
    twice = replace(TOWN, attributions=(*TOWN.attributions, *TOWN.attributions))
    voices = build_voices(Index(twice), "trade-falls")
    assert [(v.name, v.act, v.kind, v.via) for v in voices] == [
        ("Shopkeepers' guild", "argues", "reported", ("the column's author",)),
        ("The column's author", "concedes", "own", ()),
    ]


def test_a_speaker_the_map_does_not_know_goes_by_the_id() -> None:
    lone = ArgumentMap(claims=(Claim("c", "C."),), attributions=(Attribution("ghost", Act.ASSERTS, "c"),))
    assert [voice.name for voice in build_voices(Index(lone), "c")] == ["ghost"]
    assert name_of(Index(replace(lone, stakeholders=(Stakeholder("ghost", "A ghost"),))), "ghost") == "A ghost"


def test_a_name_that_is_no_name_is_cut_where_it_stands_beside_every_claim() -> None:
    speakers = tuple(Stakeholder(f"s{n}", "x" * n) for n in (300, 301))
    index = Index(ArgumentMap(stakeholders=speakers))
    assert [len(name_of(index, speaker.id)) for speaker in speakers] == [300, 300]
    assert name_of(index, "s301").endswith("x…")


def test_an_address_carries_any_id_and_leads_to_its_element() -> None:
    assert link("map.html", "a/b") == "map.html#n=a/b"
    assert link("", 'a b"<') == "#n=a%20b%22%3C"
    assert element_id("a/b") == "n=a/b"
    assert section_link("sections.html", "column", "s1") == "sections.html#column.s1"
    assert "<" not in link("", HOSTILE_TEXT)


def test_every_record_that_has_an_address_has_words() -> None:
    ids = find_ids(INDEX)
    assert ids["close-it"] == "Close the old town"
    assert set(ids) == {*INDEX.issues, *INDEX.claims, *INDEX.stakeholders, *(c.id for c in TOWN.concepts)}


def test_a_place_names_its_source_among_several_and_its_words_where_at_hand() -> None:
    claim = INDEX.claims["close-it"]
    anchors = {"close-it": [{"source": "column", "at": "s1.p1.s1", "state": "edited", "text": "Shut it."}]}
    [place] = build_places(INDEX, anchors, claim)
    assert (place.label, place.state, place.text) == ("s1.p1.s1", "edited", "Shut it.")
    two = Index(replace(TOWN, sources=(*TOWN.sources, replace(TOWN.sources[0], id="reply"))))
    [place] = build_places(two, {}, claim)
    assert (place.label, place.state, place.text) == ("column#s1.p1.s1", None, None)


def test_a_passage_without_a_locator_is_placed_by_its_words() -> None:
    claim = Claim("c", "C.", at=(Passage("column", "", Quote("some words")),))
    [place] = build_places(INDEX, {}, claim)
    assert (place.label, place.quote) == ("by its words", "some words")


@pytest.mark.parametrize(("at", "section"), [("s2.p1.s2-s3", "s2"), ("s4.t1.r2.c3", "s4"), ("second", None)])
def test_a_locator_tells_its_section(at: str, section: str | None) -> None:
    assert section_of(at) == section
