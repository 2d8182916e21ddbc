from __future__ import annotations

import pytest

from argumap.mapfile import parse_map, write_map
from argumap.model import (
    Argument,
    Bearing,
    Concern,
    Effect,
    Passage,
    Quote,
    Section,
)

HEAD = """\
argumap: 1
sources: {note: {title: "A note", author: ann}}
stakeholders: {ann: {name: "Ann"}, bob: {name: "Bob"}}
"""


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("at: s1.p1.s1", [Passage("note", "s1.p1.s1")], id="a locator"),
        pytest.param(
            "at: [s1, note#s2.p1.s1-s3]", [Passage("note", "s1"), Passage("note", "s2.p1.s1-s3")], id="two"
        ),
        pytest.param("quote: so it is", [Passage("note", "", Quote("so it is"))], id="a quote alone"),
        pytest.param(
            "at: s1.p1.s1, quote: so, prefix: and, suffix: on",
            [Passage("note", "s1.p1.s1", Quote("so", "and", "on"))],
            id="a quote beside its locator",
        ),
        pytest.param(
            "at: [s1.h, {source: note, quote: so}, {at: s2.h, quote: on}]",
            [Passage("note", "s1.h"), Passage("note", "", Quote("so")), Passage("note", "s2.h", Quote("on"))],
            id="spelt out",
        ),
    ],
)
def test_where_a_claim_stands(keys: str, expected: list[Passage]) -> None:
    reading = parse_map(f"{HEAD}claims: {{a: {{text: A., {keys}}}}}\n")
    assert reading.problems == ()
    assert list(reading.map.claims[0].at) == expected


def test_short_forms_become_arguments_in_the_order_of_the_file() -> None:
    text = """argumap: 1
claims:
  a: {text: A., undercuts: b/c, attacks: [c, b]}
  b: {text: B., supports: c}
  c: {text: C.}
arguments:
  r: {premises: [a, b], supports: c, weight: 0.5, warrant: So., scheme: sign, inferred: true}
"""
    reading = parse_map(text)
    assert reading.problems == ()
    assert reading.map.arguments == (
        Argument("a/c", ("a",), Bearing.ATTACKS, "c"),
        Argument("a/b", ("a",), Bearing.ATTACKS, "b"),
        Argument("a/b/c", ("a",), Bearing.UNDERCUTS, "b/c"),
        Argument("b/c", ("b",), Bearing.SUPPORTS, "c"),
        Argument("r", ("a", "b"), Bearing.SUPPORTS, "c", "sign", "So.", 0.5, inferred=True),
    )


def test_a_contradiction_is_stored_once_whoever_names_it() -> None:
    one, two = (
        parse_map(f"argumap: 1\nclaims: {{a: {{text: A.{x}}}, b: {{text: B.{y}}}}}\n").map
        for x, y in ((", contradicts: b", ""), ("", ", contradicts: a"))
    )
    assert one == two
    assert one.claims[0].contradicts == ("b",)


def test_one_effect_or_several_on_a_stakeholder() -> None:
    reading = parse_map(f"{HEAD}claims: {{a: {{text: A., concerns: {{ann: harms, bob: [wants, benefits]}}}}}}\n")
    assert reading.map.claims[0].concerns == (
        Concern("ann", Effect.HARMS),
        Concern("bob", Effect.WANTS),
        Concern("bob", Effect.BENEFITS),
    )


def test_sections_of_several_sources_are_told_apart() -> None:
    text = "argumap: 1\nsources: {a: {title: A}, b: {title: B}}\nsections: {a#s1: {title: One}, b#s1: {}}\n"
    reading = parse_map(text)
    assert reading.problems == ()
    assert reading.map.sections == (Section("a", "s1", "One"), Section("b", "s1"))


def test_what_is_broken_is_left_out_and_nothing_refers_to_it() -> None:
    text = f"""{HEAD}claims:
  a: {{text: A., supports: b, said: bob}}
  b: {{title: B}}
  c: {{text: C., contradicts: b, rephrases: b, undercuts: a/b, type: fakt, said: cal}}
arguments:
  r: {{premises: [a, b], supports: c}}
  s: {{premises: c, undercuts: r}}
"""
    reading = parse_map(text)
    assert [problem.code for problem in reading.problems] == ["AM102", "AM104", "AM112"]
    assert [claim.id for claim in reading.map.claims] == ["a", "c"]
    assert reading.map.claims[1].contradicts == reading.map.claims[1].rephrases == ()
    assert reading.map.arguments == ()
    assert [a.of for a in reading.map.attributions] == ["a"]


SPOKEN = """argumap: 1
sources: {col: {title: C, author: editor}}
sections: {s2: {VOICE}}
stakeholders: {editor: {name: E}, union: {name: U}}
claims:
  a:
    text: "It brings jobs."
    at: PLACE.p1.s1
    SAID
"""


@pytest.mark.parametrize(
    ("said", "voices", "lines"),
    [
        pytest.param("said: {by: union, act: says}", [], [9], id="an act that is none"),
        pytest.param(
            "said: [{by: union, act: says}, {by: union, act: argues}]", ["union argues"], [9], id="one of two"
        ),
        pytest.param("said: [union, {by: union, loosely: maybe}]", ["union asserts"], [9], id="loosely"),
        pytest.param("said: [unoin]", [], [9], id="a speaker who is none"),
        pytest.param("said: {by: union, via: nobody}", [], [9], id="a reporter who is none"),
        pytest.param("said: {act: argues}", [], [9], id="no speaker"),
        pytest.param("said: [[union]]", [], [9], id="a list in a list"),
        pytest.param("said:", [], [9], id="nothing behind the key"),
        pytest.param("sayd: union", [], [9], id="a slip in the key"),
        pytest.param("said: []", [], [], id="nobody on purpose"),
        pytest.param("tags: []", ["editor asserts"], [], id="left out"),
    ],
)
def test_broken_speech_is_nobodys_and_what_is_right_of_it_stays(
    said: str, voices: list[str], lines: list[int]
) -> None:
    reading = parse_map(SPOKEN.replace("SAID", said).replace("PLACE", "s1").replace("VOICE", "title: T"))
    assert [f"{a.by} {a.act}" for a in reading.map.attributions] == voices
    assert [(each.of, each.line) for each in reading.map.unreadable] == [("a", line) for line in lines]
    assert bool(reading.problems) is bool(lines)


@pytest.mark.parametrize("voice", ["voice: presnts", "voice: null"])
def test_the_voice_of_a_section_that_cannot_be_read_is_not_taken_for_another(voice: str) -> None:
    text = SPOKEN.replace("VOICE", voice).replace("SAID", "tags: []")
    assert [(each.of, each.line) for each in parse_map(text.replace("PLACE", "s2")).map.unreadable] == [("a", 3)]
    assert len(parse_map(text.replace("PLACE", "s1")).map.attributions) == 1


def test_a_step_whose_speaker_cannot_be_read_says_so() -> None:
    text = SPOKEN.replace("SAID", "said: []").replace("PLACE", "s1").replace("VOICE", "title: T")
    step = "arguments:\n  r: {premises: [a], attacks: b, said: {by: union, act: says}}\n"
    reading = parse_map(f"{text}  b: {{text: B.}}\n{step}")
    assert [(each.of, each.line) for each in reading.map.unreadable] == [("r", 12)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param('"Ana Brook"', "Ana Brook", id="one name"),
        pytest.param('"Ana Brook; Leo Marsh"', "Ana Brook; Leo Marsh", id="in one line"),
        pytest.param('["Ana Brook", "Leo Marsh"]', "Ana Brook; Leo Marsh", id="as a list"),
        pytest.param('["Ana Brook"]', "Ana Brook", id="a list of one"),
    ],
)
def test_authors_are_a_text_or_a_list(written: str, read: str) -> None:
    text = f'argumap: 1\ntitle: "T"\nsources:\n  a:\n    title: "A"\n    authors: {written}\n'
    reading = parse_map(text)
    assert not reading.problems
    assert reading.map.sources[0].authors == read
    assert parse_map(write_map(reading.map)).map == reading.map
