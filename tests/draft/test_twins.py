"""A statement that comes again is one claim with two passages."""

from __future__ import annotations

import pytest

from argumap.draft import draft_map
from argumap.text import parse_article


def passages(text: str) -> list[list[str]]:
    record = draft_map(parse_article(text, "txt", language="en")).map
    return [[passage.at for passage in claim.at] for claim in record.claims]


def test_what_is_stated_again_gets_a_further_passage() -> None:
    text = "The dike is old and leaks. Pumps fail each winter.\n\nAnd the dike is old, and leaks!"
    assert passages(text) == [["s0.p1.s1", "s0.p2.s1"], ["s0.p1.s2"]]


@pytest.mark.parametrize(
    "again",
    [
        pytest.param("The dike is not old and leaks.", id="denied"),
        pytest.param("The board says that the dike is old and leaks.", id="of somebody else"),
    ],
)
def test_what_means_something_else_is_another_claim(again: str) -> None:
    assert len(passages(f"The dike is old and leaks. {again}")) == 2


def test_a_short_sentence_is_never_a_twin() -> None:
    assert passages("That is bad. Old pumps fail. That is bad.") == [["s0.p1.s1"], ["s0.p1.s2"], ["s0.p1.s3"]]
