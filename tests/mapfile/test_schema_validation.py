from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest

from argumap.mapfile import Locations, parse_map
from argumap.mapfile.entries import SECTIONS
from argumap.mapfile.schema import ExpectEntry, MapFile, OriginEntry, PassageEntry, SaidEntry
from argumap.mapfile.schema_validation import HEAD, validate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from argumap.errors import Problem


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        pytest.param("txt: A.", ["AM101 5:5"], id="an unknown key, told once and not as missing too"),
        pytest.param("text: [A, B]", ["AM103 5:11"], id="a list for words"),
        pytest.param("text: A.\n    base: 2", ["AM105 6:11"], id="a score out of bounds"),
        pytest.param("text: A.\n    type: fat", ["AM104 6:11"], id="a word that is none of those"),
        pytest.param("text: A.\n    base: 2\n    type: fat", ["AM105 6:11", "AM104 7:11"], id="two at once"),
        pytest.param("text: A.", [], id="nothing"),
    ],
)
def test_every_mistake_is_told_at_its_own_place(claim: str, told: list[str]) -> None:
    reading = parse_map(f"argumap: 1\ntitle: T\nclaims:\n  a:\n    {claim}\n")
    assert [f"{p.code} {p.line}:{p.column}" for p in reading.problems] == told


def test_a_wrong_value_goes_and_its_entry_stays() -> None:
    reading = parse_map("argumap: 1\nclaims:\n  a:\n    text: A.\n    base: 2\n    type: fact\n")
    assert [(claim.id, claim.base, claim.type) for claim in reading.map.claims] == [("a", None, "fact")]


def test_an_entry_without_what_it_needs_goes_whole_and_is_remembered_as_written() -> None:
    problems: list[Problem] = []
    data = {"argumap": "1", "claims": {"a": {"text": "A."}, "b": {"title": "B"}}}
    entries = validate(data, Locations(), problems)  # type: ignore[arg-type]
    assert list(entries.sections.claims) == ["a"]
    assert entries.written["claims"] == ["a", "b"]
    assert [problem.code for problem in problems] == ["AM102"]


def test_a_section_that_is_no_mapping_is_one_problem_and_the_others_are_read() -> None:
    reading = parse_map("argumap: 1\nissues: [a]\nclaims:\n  a: {text: A.}\n")
    assert [p.code for p in reading.problems] == ["AM103"]
    assert [claim.id for claim in reading.map.claims] == ["a"]


VALUES = (
    "~",
    "''",
    "true",
    "[true]",
    "{true: true}",
    "[]",
    "{}",
    "[[a], {b: c}]",
    "{a: {b: [c]}}",
    "-1e999",
    "s1.p1.s1",
    "'#'",
    "a/b",
    "{by: [a], at: {at: [b]}}",
    "[{of: [a], code: AM101, reason: r, at: [[a], {b: c}, 'c#', /]}]",
    r'"\ud800"',
)
MAP = {
    "argumap": "1",
    "title": "T",
    "sources": "{n: {title: N, author: ann, zzz: !}}",
    "sections": "{s1: {title: H, zzz: !}}",
    "issues": "{i: {question: 'Q?', zzz: !}}",
    "stakeholders": "{ann: {name: Ann, zzz: !}}",
    "concepts": "{k: {label: K, zzz: !}}",
    "claims": "{c: {text: C., zzz: !}, d: {text: D.}}",
    "arguments": "{a: {premises: c, supports: d, zzz: !}}",
}
INNER: dict[str, type[BaseModel]] = {
    "said": SaidEntry,
    "at": PassageEntry,
    "expect": ExpectEntry,
    "origin": OriginEntry,
}


def maps_with_any_value_at_any_key() -> Iterator[str]:
    for section in (*HEAD, *SECTIONS, "zzz"):
        yield from (written(**{section: value}) for value in VALUES)
    for section in SECTIONS:
        yield from (written(**{section: f"{{x: {value}}}"}) for value in VALUES)
        entry = get_args(MapFile.model_fields[section].annotation)[1]
        for key in entry.model_fields:
            plain = re.sub(rf"\b{key}: [^,}}]+, ", "", MAP[section], count=1)
            inner = INNER[key].model_fields if key in INNER else ()
            values = [*VALUES, *(f"[{{{step}: {value}}}]" for step in inner for value in VALUES)]
            yield from (written(**{section: plain.replace("zzz: !", f"{key}: {value}")}) for value in values)


def written(**changed: str) -> str:
    lines = {section: text.replace(", zzz: !", "") for section, text in MAP.items()} | changed
    return "".join(f"{section}: {text}\n" for section, text in lines.items())


def test_any_value_at_any_key_of_any_record_gives_problems_and_no_traceback() -> None:
    assert parse_map(written()).problems == ()
    told = [parse_map(text).problems for text in maps_with_any_value_at_any_key()]
    assert len(told) > 1500
    assert sum(map(bool, told)) > len(told) * 0.6


@pytest.mark.parametrize("value", ["[true]", "{true: true}", "[]", "maybe"])
@pytest.mark.parametrize("key", ["implicit", "requires_support"])
def test_what_is_neither_yes_nor_no_is_told_so(key: str, value: str) -> None:
    (problem,) = parse_map(f"argumap: 1\nclaims: {{a: {{text: A., {key}: {value}}}}}\n").problems
    assert (problem.code, problem.line) == ("AM106", 2)
    assert problem.message == f"{key!r} of claim 'a': write true or false"
