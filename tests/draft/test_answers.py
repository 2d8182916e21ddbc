"""The answers that headings argue about, and where the text states them."""

from __future__ import annotations

import pytest

from argumap.draft import draft_map
from argumap.text import parse_article

CASE = "## The case for white roofs\n\n{}\n\n## What we recommend\n\n{}\n"


def answers(opening: str, demand: str) -> list[tuple[str, list[str]]]:
    record = draft_map(parse_article(CASE.format(opening, demand), language="en")).map
    return [(claim.text, [passage.at for passage in claim.at]) for claim in record.claims if claim.answers]


@pytest.mark.parametrize(
    ("demand", "at"),
    [
        pytest.param("We recommend white roofs for all.", ["s2.p1.s1"], id="in all its words"),
        pytest.param("The city should paint the roofs by 2028.", ["s2.p1.s1"], id="in one of them"),
        pytest.param("The roofs should not be touched.", ["s1.h"], id="but not where it is denied"),
        pytest.param("The city should do something soon.", ["s1.h"], id="else where the heading stands"),
    ],
)
def test_an_answer_stands_where_the_text_demands_it(demand: str, at: list[str]) -> None:
    assert [where for _, where in answers("Paint works at once.", demand)] == [at]


def test_those_who_are_for_it_hold_it() -> None:
    opening = "Supporters of white roofs say that they work at once."
    assert answers(opening, "Nothing is settled yet.") == [("White roofs", ["s1.h", "s1.p1.s1"])]
