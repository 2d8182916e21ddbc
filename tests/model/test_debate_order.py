from __future__ import annotations

import pytest

from argumap.model import ArgumentMap, Claim, Index, Issue, Passage, Quote, Source, in_debate_order


def claim(record_id: str, *at: str, source: str = "one") -> Claim:
    return Claim(record_id, "Words.", at=tuple(Passage(source, locator) for locator in at))


QUOTED = Claim("quoted", "Words.", at=(Passage("one", "", Quote("by its words")),))
SOURCES = {"one": 0, "two": 1}


@pytest.mark.parametrize(
    ("claims", "ids"),
    [
        pytest.param([claim("b", "s2"), claim("a", "s10"), claim("c", "s1.p2.s1")], "cba", id="by locator"),
        pytest.param([claim("b", "s3", "s1"), claim("a", "s2")], "ba", id="the first of several locators"),
        pytest.param([claim("b", "s1"), claim("a", "s1"), claim("c", "s1")], "bac", id="of one locator: file"),
        pytest.param([claim("b", "s1", source="two"), claim("a", "s9")], "ab", id="source by source"),
        pytest.param([claim("b", "s1", source="lost"), claim("a", "s9", source="two")], "ab", id="unknown last"),
        pytest.param([claim("z"), claim("y"), claim("a", "s1")], "zya", id="unlocated before all: as in the file"),
        pytest.param(
            [claim("c", "s2"), claim("z"), claim("y"), claim("b", "s2"), claim("a", "s1")],
            "aczyb",
            id="unlocated behind the locator of the one before",
        ),
    ],
)
def test_the_order_of_the_debate(claims: list[Claim], ids: str) -> None:
    assert "".join(c.id for c in in_debate_order(claims, SOURCES)) == ids


def test_where_the_file_does_not_tell_those_of_one_locator_come_by_id_and_before_the_unlocated() -> None:
    given = [claim("c", "s2"), claim("z"), claim("y"), claim("b", "s2"), claim("a", "s1")]
    assert "".join(c.id for c in in_debate_order(given, SOURCES, by_id=True)) == "abczy"


def test_a_passage_that_is_only_quoted_has_no_place_yet() -> None:
    given = [claim("b", "s2"), QUOTED, claim("a", "s1")]
    assert [c.id for c in in_debate_order(given, SOURCES)] == ["a", "b", "quoted"]


def test_the_index_counts_each_kind_apart() -> None:
    argument_map = ArgumentMap(
        sources=(Source("one", "One"),),
        issues=(Issue("z", "Which?"),),
        claims=(claim("b", "s2"), claim("a", "s1")),
    )
    assert Index(argument_map).debate_order == {"z": 0, "a": 0, "b": 1}
