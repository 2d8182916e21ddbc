from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.mapfile import Locations, parse_map
from argumap.mapfile.schema_validation import validate

if TYPE_CHECKING:
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
