"""A slip in what decides a speaker by default makes nobody the speaker."""

from __future__ import annotations

import pytest

from argumap.mapfile import parse_map

MAP = """argumap: 1
stakeholders:
  ann: {name: "Ann"}
  bob: {name: "Bob"}
sources:
  note: {title: "A note", author: ann}
  letter: {title: "A letter", author: bob}
sections:
  note#s2: {title: "What others say", voice: presents}
  note#s3: {title: "What follows"}
claims:
  x: {text: "X.", at: "note#s2.p1.s1"}
  y: {text: "Y.", at: "note#s1.p1.s1", said: {by: bob, act: argues}}
  z: {text: "Z.", at: ["letter#s1.p1.s1", "note#s3.p1.s1"]}
"""
SOUND = {"x": ["ann presents"], "y": ["bob argues, says ann"], "z": ["ann asserts"]}


def voices(text: str) -> dict[str, list[str]]:
    """Who does what with each claim, or the lines on which that cannot be read."""
    record = parse_map(text).map
    told: dict[str, list[str]] = {claim.id: [] for claim in record.claims}
    for each in record.attributions:
        told[each.of].append(f"{each.by} {each.act}" + (f", says {each.via[0]}" if each.via else ""))
    for lost in record.unreadable:
        told[lost.of].append(f"line {lost.line}")
    return told


def test_the_map_is_read_as_it_says() -> None:
    assert voices(MAP) == SOUND


@pytest.mark.parametrize(
    ("written", "slip", "changed"),
    [
        pytest.param("voice: presents", "voise: presents", {"x": ["line 9"]}, id="the key of a voice"),
        pytest.param("voice: presents", "voice: presnts", {"x": ["line 9"]}, id="the voice"),
        pytest.param("note#s2: {", "note#s2x: {", {"x": ["line 9"]}, id="the locator of a section"),
        pytest.param("note#s2: {", "nte#s2: {", {"x": ["line 9"]}, id="the source of a section"),
        pytest.param(
            '{title: "What others say", voice: presents}', "presents", {"x": ["line 9"]}, id="a section left out"
        ),
        pytest.param("sections:", "sectoins:", {"x": ["line 8"], "z": ["line 8"]}, id="the key of all sections"),
        *(
            pytest.param(
                "author: ann", slip, {"x": ["line 6"], "y": ["line 6"], "z": ["line 6"]}, id=f"an author: {slip}"
            )
            for slip in ("author: anne", "author: [ann]", "auther: ann", "author: {name: ann}")
        ),
        pytest.param("author: bob", "author: bobb", {}, id="the author of what is read later"),
        pytest.param(
            'note: {title: "A note", author: ann}',
            "note: ann",
            {"x": ["line 6"], "y": ["line 6"], "z": ["line 6"]},
            id="a source left out",
        ),
        pytest.param(
            'at: "note#s2.p1.s1"', 'at: "nte#s2.p1.s1"', {"x": ["line 12"]}, id="the source of a passage"
        ),
        pytest.param('at: "note#s2.p1.s1"', 'at: "note#2"', {"x": ["line 12"]}, id="a locator"),
        pytest.param('"note#s3.p1.s1"', '"nte#s3.p1.s1"', {"z": ["line 14"]}, id="one of several passages"),
        pytest.param("act: argues", 'act: argues, at: "nte#s1"', {"y": ["line 13"]}, id="the passage of a speech"),
    ],
)
def test_a_slip_makes_no_false_speaker(written: str, slip: str, changed: dict[str, list[str]]) -> None:
    assert MAP.count(written) == 1
    assert parse_map(MAP.replace(written, slip)).problems
    assert voices(MAP.replace(written, slip)) == SOUND | changed


def test_a_source_without_an_author_has_none() -> None:
    text = MAP.replace(", author: ann", "")
    assert voices(text) == {"x": [], "y": ["bob argues"], "z": []}
    assert voices(text.replace("claims:", "colour: red\nclaims:")) == voices(text)
